import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorReason } from '../system-error.ts';
import { makeFolders } from './make-folders.ts';
import { STAGING } from './recover.ts';

/** A change of one file: its new content, as text or in UTF-8; null deletes it. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly content: Content | null;
  /** Whether the file is there already. */
  readonly exists: boolean;
}

export type Content = string | Uint8Array;

/** Changes in one folder. What is staged stands in it too, so that a rename is enough to commit. */
export interface RootChanges {
  /** Absolute; made where it does not exist. */
  readonly root: string;
  readonly changes: readonly FileChange[];
}

/** A change whose new content stands beside the old one. */
export interface StagedChange {
  readonly path: string;
  readonly isDeleted: boolean;
  readonly exists: boolean;
}

/** What the operating system refuses. */
export interface Refused {
  readonly path: string;
  readonly reason: string;
}

export type WriteFile = (path: string, content: Content) => void;

const writeNew: WriteFile = (path, content) => writeFileSync(path, content, { flag: 'wx' });

/**
 * Writes the new files of a root, which is there, beside the old ones.
 *
 * @throws what is no refusal of the operating system.
 */
export function stageChanges(
  { root, changes }: RootChanges,
  write: WriteFile = writeNew,
): readonly StagedChange[] | { readonly refused: Refused } {
  const folders = new Set<string>();
  let path = root;
  try {
    for (const change of changes) {
      path = join(root, change.path);
      if (change.content === null) continue;
      const file = join(root, STAGING, 'new', change.path);
      const folder = dirname(file);
      if (!folders.has(folder)) {
        makeFolders(folder);
        folders.add(folder);
      }
      write(file, change.content);
    }
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return { refused: { path, reason } };
  }
  return changes.map((change) => ({
    path: change.path,
    isDeleted: change.content === null,
    exists: change.exists,
  }));
}
