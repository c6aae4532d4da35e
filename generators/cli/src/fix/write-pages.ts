import { accessSync, chmodSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnose } from '@plumbline/model';
import { notWritable, writeFolders } from '../commands/output-folders.ts';
import { reported } from '../commands/reported.ts';
import { displayPath } from '../display-path.ts';
import { withoutMark } from '../inputs/read.ts';
import type { FileChange, RootChanges } from '../output/staging.ts';
import { systemErrorReason } from '../system-error.ts';

/** A file that is to have another text. */
export interface TextChange {
  /** As findings show it, or absolute. */
  readonly path: string;
  /** The text that was read, without a byte order mark; null where there was no file. */
  readonly before: string | null;
  readonly after: string;
  /** The folder that is held for it, absolute. */
  readonly root: string;
}

/** The folder that holds all of the files. */
export function commonFolder(files: readonly string[]): string | null {
  const [first, ...rest] = files.map((file) => dirname(file).split(sep));
  if (first === undefined) return null;
  const same = rest.reduce((kept, folders) => {
    const end = kept.findIndex((folder, i) => folder !== folders[i]);
    return end === -1 ? kept : kept.slice(0, end);
  }, first);
  return same.join(sep) || sep;
}

/** Writes all texts or none. A file that is no longer the one that was read is reported, and nothing is written. */
export async function writeTexts(
  changes: readonly TextChange[],
  cwd: string,
): Promise<'written' | { readonly problems: readonly Diagnostic[] } | { readonly signal: NodeJS.Signals }> {
  const problems: Diagnostic[] = [];
  const roots = new Map<string, FileChange[]>();
  const modes = new Map<string, number>();
  for (const { path, before, after, root: wanted } of changes) {
    const checked = checkedFile(resolve(cwd, path), before, cwd);
    if ('problems' in checked) {
      problems.push(...checked.problems);
      continue;
    }
    const { file, mark, mode } = checked;
    const root = file.startsWith(`${wanted}${sep}`) ? wanted : dirname(file);
    const change = {
      path: relative(root, file).split(sep).join('/'),
      content: mark + after,
      exists: before !== null,
    };
    const own = roots.get(root);
    if (own === undefined) roots.set(root, [change]);
    else own.push(change);
    if (mode !== null) modes.set(file, mode);
  }
  if (problems.length > 0) return { problems };
  const outcome = await writeFolders(
    [...roots].map(([root, own]): RootChanges => ({ root, changes: own })),
    cwd,
  );
  if (outcome === 'written') for (const [file, mode] of modes) chmodSync(file, mode);
  return outcome;
}

interface CheckedFile {
  /** Links followed. */
  readonly file: string;
  readonly mark: string;
  readonly mode: number | null;
}

function checkedFile(
  file: string,
  before: string | null,
  cwd: string,
): CheckedFile | { readonly problems: readonly Diagnostic[] } {
  if (before === null) return { file, mark: '', mode: null };
  try {
    const text = readFileSync(file, 'utf8');
    if (withoutMark(text) !== before) {
      const path = displayPath(file, cwd);
      const at = { file: path, line: 1, column: 1 };
      return { problems: reported([diagnose({ code: 'page-edited-meanwhile', args: { path }, at })]) };
    }
    accessSync(file, constants.W_OK);
    const mark = text.slice(0, text.length - before.length);
    return { file: realpathSync(file), mark, mode: statSync(file).mode & 0o7777 };
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { problems: notWritable(file, reason, cwd) };
  }
}
