import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { InputFile } from '@plumbline/model';

/** Reads files that a spec refers to; those of the network are not there. */
export function referencedIn(cwd: string): (file: string) => InputFile | undefined {
  return (file) => {
    const found = path.resolve(cwd, file);
    return existsSync(found) ? { path: file, text: readFileSync(found, 'utf8') } : undefined;
  };
}
