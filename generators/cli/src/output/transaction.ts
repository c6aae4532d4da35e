import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { errorCode, systemErrorReason } from '../system-error.ts';
import { JOURNAL, journalOf, recover, removeEmpty, STAGING } from './recover.ts';

/** A change of one file: its new content; null deletes it. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly content: string | null;
  /** Whether the file is there already. */
  readonly exists: boolean;
}

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
  readonly write: (path: string, content: string) => void;
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
      for (const change of changes) {
        path = join(root, change.path);
        stage(root, change, calls);
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
      calls.write(join(root, STAGING, JOURNAL), journalOf(root, changes));
      for (const change of inCommitOrder(changes)) {
        path = join(root, change.path);
        commit(root, change, calls);
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

function stage(root: string, { path, content }: FileChange, calls: FileCalls): void {
  if (content === null) return;
  const file = join(root, STAGING, 'new', path);
  mkdirSync(dirname(file), { recursive: true });
  calls.write(file, content);
}

/** Files that go make room for folders that come. */
function inCommitOrder(changes: readonly FileChange[]): readonly FileChange[] {
  return [
    ...changes.filter(({ content }) => content === null),
    ...changes.filter(({ content }) => content !== null),
  ];
}

function commit(root: string, { path, content, exists }: FileChange, calls: FileCalls): void {
  const target = join(root, path);
  const kept = join(root, STAGING, 'old', path);
  if (exists) mkdirSync(dirname(kept), { recursive: true });
  if (content === null) {
    calls.rename(target, kept);
    return;
  }
  if (exists) keep(target, kept, calls);
  else mkdirSync(dirname(target), { recursive: true });
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
  const parts = path.split('/').slice(0, -1);
  const folders = parts.map((_, i) => join(root, ...parts.slice(0, i + 1)));
  removeEmpty(folders);
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
