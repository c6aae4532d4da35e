import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { member } from '@plumbline/model';
import { errorCode, systemErrorReason } from '../system-error.ts';

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

const STAGING = '.plumbline-staging';

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
      writeJournal(root, changes, calls);
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

/** Takes back what a run that was killed had begun in a folder. */
export function recover(root: string): void {
  const staging = join(root, STAGING);
  if (!existsSync(staging)) return;
  const journal = readJournal(staging);
  if (journal !== null) {
    for (const path of journal.created) {
      const isMoved = !existsSync(join(staging, 'new', path));
      if (isMoved) rmSync(join(root, path), { force: true });
    }
    const old = join(staging, 'old');
    for (const path of filesUnder(old)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      renameSync(join(old, path), join(root, path));
    }
    removeEmpty(journal.folders.map((folder) => join(root, folder)));
  }
  rmSync(staging, { recursive: true, force: true });
}

function stage(root: string, { path, content }: FileChange, calls: FileCalls): void {
  if (content === null) return;
  const file = join(root, STAGING, 'new', path);
  mkdirSync(dirname(file), { recursive: true });
  calls.write(file, content);
}

/** What to take back, written before the first change: files and folders that will be new. */
interface Journal {
  readonly created: readonly string[];
  /** Outermost first. */
  readonly folders: readonly string[];
}

function writeJournal(root: string, changes: readonly FileChange[], calls: FileCalls): void {
  const created = changes.filter(({ exists }) => !exists).map(({ path }) => path);
  const folders = new Set<string>();
  for (const path of created) {
    const parts = path.split('/').slice(0, -1);
    for (const [i] of parts.entries()) folders.add(parts.slice(0, i + 1).join('/'));
  }
  const missing = [...folders].filter((folder) => !existsSync(join(root, folder)));
  mkdirSync(join(root, STAGING), { recursive: true });
  calls.write(
    join(root, STAGING, 'journal.json'),
    JSON.stringify({ created, folders: missing } satisfies Journal),
  );
}

/** Null where no change was begun, or not even the journal was finished. */
function readJournal(staging: string): Journal | null {
  const file = join(staging, 'journal.json');
  if (!existsSync(file)) return null;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const [created, folders] = [innerPaths(member(value, 'created')), innerPaths(member(value, 'folders'))];
  return created === null || folders === null ? null : { created, folders };
}

/** Paths that do not leave the folder: a journal may come with a repository that someone else made. */
function innerPaths(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const isInner = (path: unknown) =>
    typeof path === 'string' && path !== '' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
  return value.every(isInner) ? (value as string[]) : null;
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
  rmSync(join(root, STAGING, 'journal.json'), { force: true });
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

/** Removes folders, given outermost first, as far as they are empty. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (systemErrorReason(error) === null) throw error;
    }
  }
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

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
