import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode, systemErrorReason } from '../system-error.ts';
import { foldersOf, JOURNAL, journalText, newFolders, recover, removeEmpty, STAGING } from './recover.ts';

/** A change of one file: its new content, as text or in UTF-8; null deletes it. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly content: Content | null;
  /** Whether the file is there already. */
  readonly exists: boolean;
}

type Content = string | Uint8Array;

/** Changes in one folder. What is staged stands in it too, so that a rename is enough to commit. */
export interface RootChanges {
  /** Absolute; made where it does not exist. */
  readonly root: string;
  readonly changes: readonly FileChange[];
}

export type WriteOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/** The calls that may fail, so that tests can let them. */
export interface FileCalls {
  readonly write: (path: string, content: Content) => void;
  readonly rename: (from: string, to: string) => void;
}

const CALLS: FileCalls = {
  write: (path, content) => writeFileSync(path, content, { flag: 'wx' }),
  rename: renameSync,
};

/**
 * Makes all changes or none. New files are written beside the old ones first; only when all of them are there is
 * the first old one replaced. A failure on the way is taken back, and what a killed run left behind is taken back
 * by the next one ({@link recover}).
 *
 * @throws what is no refusal of the operating system, after everything was taken back.
 */
export async function writeAll(
  roots: readonly RootChanges[],
  isInterrupted: () => boolean,
  calls: FileCalls = CALLS,
): Promise<WriteOutcome> {
  const begun: { readonly root: string; readonly made: readonly string[] }[] = [];
  const takeBack = () => {
    for (const { root, made } of begun.toReversed()) {
      recover(root);
      removeEmpty(made);
    }
  };
  let path = '';
  try {
    for (const { root, changes } of roots) {
      path = root;
      begun.push({ root, made: makeFolder(root) });
      const folders = new Set<string>();
      for (const change of changes) {
        path = join(root, change.path);
        stage(root, change, folders, calls);
      }
      // Lets a signal that came meanwhile be heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (isInterrupted()) {
        takeBack();
        return { kind: 'interrupted' };
      }
    }
    for (const { root, changes } of roots) {
      mkdirSync(join(root, STAGING), { recursive: true });
      const folders = newFolders(root, changes);
      calls.write(join(root, STAGING, JOURNAL), journalText(changes, folders));
      for (const move of movesOf(changes, folders)) {
        path = join(root, move.path);
        commit(root, move, calls);
      }
    }
  } catch (error) {
    takeBack();
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { kind: 'failed', path, reason };
  }
  for (const { root, changes } of roots) finish(root, changes);
  return { kind: 'written' };
}

/** `folders`: those that were made for staging, each once. */
function stage(root: string, { path, content }: FileChange, folders: Set<string>, calls: FileCalls): void {
  if (content === null) return;
  const file = join(root, STAGING, 'new', path);
  const folder = dirname(file);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  calls.write(file, content);
}

/** What is renamed: a file, or a folder that is new with all that is in it. */
interface Move {
  /** Relative to the root; of a folder, that of the first file in it besides. */
  readonly path: string;
  readonly folder: string | null;
  readonly content: Content | null;
  readonly exists: boolean;
}

/** Files that go make room for folders that come; nothing in a new folder is moved by itself. */
function movesOf(changes: readonly FileChange[], folders: readonly string[]): readonly Move[] {
  const isNew = new Set(folders);
  const moved = new Set<string>();
  const going = changes.filter(({ content }) => content === null);
  const coming = changes.filter(({ content }) => content !== null);
  return [
    ...going.map((change) => ({ ...change, folder: null })),
    ...coming.flatMap((change) => {
      const folder = foldersOf(change.path).find((one) => isNew.has(one)) ?? null;
      if (folder === null) return { ...change, folder };
      if (moved.has(folder)) return [];
      moved.add(folder);
      return { ...change, folder };
    }),
  ];
}

function commit(root: string, { path, folder, content, exists }: Move, calls: FileCalls): void {
  if (folder !== null) {
    calls.rename(join(root, STAGING, 'new', folder), join(root, folder));
    return;
  }
  const target = join(root, path);
  const kept = join(root, STAGING, 'old', path);
  if (exists) mkdirSync(dirname(kept), { recursive: true });
  if (content === null) {
    calls.rename(target, kept);
    return;
  }
  if (exists) keep(target, kept, calls);
  calls.rename(join(root, STAGING, 'new', path), target);
}

/** A second link to the file, so that there is no moment without it; where the file system has none, it is moved. */
function keep(target: string, kept: string, calls: FileCalls): void {
  try {
    linkSync(target, kept);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw error;
    calls.rename(target, kept);
  }
}

/** Without a journal nothing is taken back any more. */
function finish(root: string, changes: readonly FileChange[]): void {
  rmSync(join(root, STAGING, JOURNAL), { force: true });
  rmSync(join(root, STAGING), { recursive: true, force: true });
  for (const { path, content } of changes) {
    if (content === null) removeEmptyParents(root, path);
  }
}

function removeEmptyParents(root: string, path: string): void {
  removeEmpty(foldersOf(path).map((folder) => join(root, folder)));
}

/** Makes a folder and answers with those that were not there, outermost first. */
function makeFolder(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const below = relative(first, folder)
    .split(sep)
    .filter((part) => part !== '');
  return [first, ...below.map((_, i) => join(first, ...below.slice(0, i + 1)))];
}
