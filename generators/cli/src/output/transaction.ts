import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { errorCode, systemErrorReason } from '../system-error.ts';
import { makeFolders } from './make-folders.ts';
import { foldersOf, JOURNAL, journalText, newFolders, recover, removeEmpty, STAGING } from './recover.ts';
import {
  type Refused,
  type RootChanges,
  type StagedChange,
  stageChanges,
  type WriteFile,
} from './staging.ts';

export type WriteOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'interrupted' }
  | ({ readonly kind: 'failed' } & Refused);

/** The calls that may fail, so that tests can let them. */
export interface FileCalls {
  readonly write?: WriteFile;
  readonly rename: (from: string, to: string) => void;
}

const CALLS: FileCalls = { rename: renameSync };

/**
 * Changes of several folders, all of which are made or none. New files are written beside the old ones first; only when all
 * of them are there is the first old one replaced. What a killed run left behind is taken back by the next one
 * ({@link recover}).
 */
export interface Transaction {
  /** Makes a folder where it is not there, to stage in. */
  readonly begin: (root: string) => Refused | null;
  /** Takes note of what was staged in a folder that was begun. */
  readonly add: (root: string, changes: readonly StagedChange[]) => void;
  /** Puts everything in its place. What is refused on the way, or thrown, is taken back. */
  readonly commit: () => Refused | null;
  /** Leaves everything as it was. After a commit there is nothing to take back. */
  readonly takeBack: () => void;
}

export function openTransaction({ write, rename }: FileCalls = CALLS): Transaction {
  const begun = new Map<string, { readonly made: readonly string[]; changes: readonly StagedChange[] }>();
  const takeBack = () => {
    for (const [root, { made }] of [...begun].toReversed()) {
      recover(root);
      removeEmpty(made);
    }
    begun.clear();
  };
  return {
    begin(root) {
      try {
        begun.set(root, { made: makeFolders(root), changes: [] });
        return null;
      } catch (error) {
        return refusal(error, root);
      }
    },
    add(root, changes) {
      const one = begun.get(root);
      if (one === undefined) throw new Error(`Staged in a folder that was not begun: ${root}`);
      one.changes = changes;
    },
    commit() {
      let path = '';
      try {
        for (const [root, { changes }] of begun) {
          if (changes.length === 0) continue;
          path = root;
          makeFolders(join(root, STAGING));
          const folders = newFolders(root, changes);
          const journal = journalText(changes, folders);
          (write ?? writeFileSync)(join(root, STAGING, JOURNAL), journal);
          for (const move of movesOf(changes, folders)) {
            path = join(root, move.path);
            commitMove(root, move, rename);
          }
        }
      } catch (error) {
        takeBack();
        return refusal(error, path);
      }
      for (const [root, { changes, made }] of begun) {
        if (changes.length === 0) removeEmpty(made);
        else finish(root, changes);
      }
      begun.clear();
      return null;
    },
    takeBack,
  };
}

/** @throws what is no refusal of the operating system. */
function refusal(error: unknown, path: string): Refused {
  const reason = systemErrorReason(error);
  if (reason === null) throw error;
  return { path, reason };
}

/**
 * Makes all changes or none.
 *
 * @throws what is no refusal of the operating system, after everything was taken back.
 */
export async function writeAll(
  roots: readonly RootChanges[],
  isInterrupted: () => boolean,
  calls: FileCalls = CALLS,
): Promise<WriteOutcome> {
  const transaction = openTransaction(calls);
  try {
    for (const one of roots) {
      const refused = transaction.begin(one.root);
      if (refused !== null) return { kind: 'failed', ...refused };
      const staged = stageChanges(one, calls.write);
      if ('refused' in staged) return { kind: 'failed', ...staged.refused };
      transaction.add(one.root, staged);
      // Lets a signal that came meanwhile be heard.
      await setImmediate();
      if (isInterrupted()) return { kind: 'interrupted' };
    }
    const refused = transaction.commit();
    return refused === null ? { kind: 'written' } : { kind: 'failed', ...refused };
  } finally {
    transaction.takeBack();
  }
}

/** What is renamed: a file, or a folder that is new with all that is in it. */
interface Move extends StagedChange {
  /** That of `path`, the first file in it, where it moves as a whole. */
  readonly folder: string | null;
}

/** Files that go make room for folders that come; nothing in a new folder is moved by itself. */
function movesOf(changes: readonly StagedChange[], folders: readonly string[]): readonly Move[] {
  const isNew = new Set(folders);
  const moved = new Set<string>();
  const going = changes.filter(({ isDeleted }) => isDeleted);
  const coming = changes.filter(({ isDeleted }) => !isDeleted);
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

function commitMove(
  root: string,
  { path, folder, isDeleted, exists }: Move,
  rename: FileCalls['rename'],
): void {
  if (folder !== null) {
    rename(join(root, STAGING, 'new', folder), join(root, folder));
    return;
  }
  const target = join(root, path);
  const kept = join(root, STAGING, 'old', path);
  if (exists) makeFolders(dirname(kept));
  if (isDeleted) {
    rename(target, kept);
    return;
  }
  if (exists) keep(target, kept, rename);
  rename(join(root, STAGING, 'new', path), target);
}

/** A second link to the file, so that there is no moment without it; where the file system has none, it is moved. */
function keep(target: string, kept: string, rename: FileCalls['rename']): void {
  try {
    linkSync(target, kept);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw error;
    rename(target, kept);
  }
}

/** Without a journal nothing is taken back any more. */
function finish(root: string, changes: readonly StagedChange[]): void {
  rmSync(join(root, STAGING, JOURNAL), { force: true });
  rmSync(join(root, STAGING), { recursive: true, force: true });
  for (const { path, isDeleted } of changes) {
    if (isDeleted) removeEmptyParents(root, path);
  }
}

function removeEmptyParents(root: string, path: string): void {
  removeEmpty(foldersOf(path).map((folder) => join(root, folder)));
}
