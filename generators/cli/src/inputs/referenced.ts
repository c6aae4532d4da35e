import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DraftDiagnostic, InputFile } from '@plumbline/model';
import { readInputs } from './read.ts';

/** Reads the files that a spec's `$ref`s lead to. */
export interface ReferencedFiles {
  /** The file at a path as findings show it; undefined where there is none. */
  readonly read: (path: string) => InputFile | undefined;
  /** Why files could not be read that are there. */
  readonly problems: readonly DraftDiagnostic[];
}

export function referencedFiles(cwd: string): ReferencedFiles {
  const problems: DraftDiagnostic[] = [];
  return {
    problems,
    read(path) {
      const file = resolve(cwd, path);
      if (!isFile(file)) return undefined;
      const read = readInputs([file], { cwd, option: 'the spec' });
      problems.push(...read.problems);
      return read.files[0];
    },
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A part of the path is a file, or the name is too long: nothing is there.
    return false;
  }
}
