import type { Diagnostic, InputFile } from '@plumbline/model';
import { type ParsedFile, parseFile } from '../document/open-file.ts';
import type { Surroundings } from './resolve-target.ts';

/** The files of a spec, each parsed once. */
export interface FileLibrary extends Surroundings {
  /** Those that the user names, then those that were referred to, in this order. */
  readonly files: () => readonly ParsedFile[];
  /** What is wrong with files that were referred to, and cannot be parsed. */
  readonly unreadable: () => readonly Diagnostic[];
}

export function createFileLibrary(
  named: readonly ParsedFile[],
  referenced: (path: string) => InputFile | undefined = () => undefined,
): FileLibrary {
  const names = new Set(named.map(({ file }) => file));
  const files = new Map<string, ParsedFile | undefined>(named.map((file) => [file.file, file]));
  const unreadable: Diagnostic[] = [];

  function open(path: string): ParsedFile | undefined {
    // No file system has such names, and some stop at them.
    const input = path.includes('\0') ? undefined : referenced(path);
    if (input === undefined) return undefined;
    const parsed = parseFile({ ...input, path });
    if ('document' in parsed) return parsed;
    unreadable.push(...parsed);
    return undefined;
  }

  return {
    documentAt(path) {
      if (!files.has(path)) files.set(path, open(path));
      return files.get(path);
    },
    isNamed: (path) => names.has(path),
    locate: (origin) => files.get(origin.file)?.locate(origin) ?? { file: origin.file, line: 1, column: 1 },
    files: () => [...files.values()].flatMap((file) => file ?? []),
    unreadable: () => unreadable,
  };
}
