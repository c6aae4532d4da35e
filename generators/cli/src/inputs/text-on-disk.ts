import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemErrorReason } from '../system-error.ts';
import { withoutMark } from './read.ts';

/** Finds the text of a file by the path that findings show; undefined where there is none to be had. */
export function textOnDisk(cwd: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return withoutMark(readFileSync(resolve(cwd, file), 'utf8'));
    } catch (error) {
      if (systemErrorReason(error) === null) throw error;
      return undefined;
    }
  };
}
