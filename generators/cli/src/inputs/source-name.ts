import { resolve } from 'node:path';
import { displayPath } from '../display-path.ts';
import { isUrl } from './is-url.ts';

/** Where files are named from. Absolute. */
export interface NamingFolders {
  /** The working directory, from which findings and origins name them. */
  readonly cwd: string;
  /** The folder of the config, from which outputs do, wherever the command is run. */
  readonly base: string;
}

/** A source file as outputs name it, from its name in findings and origins. */
export function sourceName(file: string, { cwd, base }: NamingFolders): string {
  return isUrl(file) ? file : displayPath(resolve(cwd, file), base);
}
