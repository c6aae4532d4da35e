import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { member } from '@plumbline/model';
import { systemErrorReason } from '../system-error.ts';
import { makeFolders } from './make-folders.ts';

/** The folder, inside the one that is written to, where new files stand before they are moved to their places. */
export const STAGING = '.plumbline-staging';
export const JOURNAL = 'journal.json';

/** Takes back what a run that was killed had begun in a folder. */
export function recover(root: string): void {
  const staging = join(root, STAGING);
  if (!existsSync(staging)) return;
  const journal = readJournal(staging);
  if (journal !== null) {
    for (const path of journal.created) {
      const isMoved = !existsSync(join(staging, 'new', path));
      if (isMoved && isWithin(root, path)) rmSync(join(root, path), { force: true });
    }
    // Before what was there comes back: a new folder may stand where a file was.
    removeEmpty(journal.folders.map((folder) => join(root, folder)));
    const old = join(staging, 'old');
    for (const path of filesUnder(old)) {
      makeFolders(dirname(join(root, path)));
      if (isWithin(root, path)) renameSync(join(old, path), join(root, path));
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

/** What to take back, written before the first change: files and folders that will be new. */
interface Journal {
  readonly created: readonly string[];
  /** Outermost first. */
  readonly folders: readonly string[];
}

interface Creation {
  readonly path: string;
  readonly exists: boolean;
}

/** What to write down before the first change. */
export function journalText(changes: readonly Creation[], folders: readonly string[]): string {
  const created = changes.filter(({ exists }) => !exists).map(({ path }) => path);
  return JSON.stringify({ created, folders } satisfies Journal);
}

/** The folders that creations need and that are not there, outermost first. */
export function newFolders(root: string, changes: readonly Creation[]): readonly string[] {
  const isNew = new Map<string, boolean>();
  for (const { path, exists } of changes) {
    if (exists) continue;
    let isParentNew = false;
    for (const folder of foldersOf(path)) {
      isParentNew = isNew.get(folder) ?? (isParentNew || !isFolder(join(root, folder)));
      isNew.set(folder, isParentNew);
    }
  }
  return [...isNew].filter(([, isMissing]) => isMissing).map(([folder]) => folder);
}

/** The folders of a path, outermost first: `a/b/c.md` → `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Null where no change was begun, or not even the journal was finished. */
function readJournal(staging: string): Journal | null {
  const file = join(staging, JOURNAL);
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

/** Whether a path is reached without leaving the folder by a link. */
function isWithin(root: string, path: string): boolean {
  const parent = dirname(join(root, path));
  return existsSync(parent) && `${realpathSync(parent)}${sep}`.startsWith(`${realpathSync(root)}${sep}`);
}

/** Removes folders, given outermost first, as far as they are empty. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (systemErrorReason(error) === null) throw error;
    }
  }
}

/** Relative paths; links are not followed. */
function filesUnder(folder: string, prefix = ''): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(prefix, entry.name);
    return entry.isDirectory() ? filesUnder(join(folder, entry.name), path) : [path];
  });
}
