import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { errorCode } from '../system-error.ts';

/**
 * What stands where files shall be written, relative to the folder, each once: files, and links or files where a folder
 * is needed. What cannot be looked at counts.
 */
export function conflictsIn(folder: string, paths: readonly string[]): readonly string[] {
  const conflicts = new Set<string>();
  const open = new Set<string>();
  for (const path of paths) {
    const inTheWay = foldersAbove(path).find((one) => {
      if (open.has(one)) return false;
      const kind = kindOf(join(folder, one));
      if (kind === 'folder' || kind === 'nothing') open.add(one);
      return kind === 'other';
    });
    if (inTheWay !== undefined) conflicts.add(inTheWay);
    else if (kindOf(join(folder, path)) !== 'nothing') conflicts.add(path);
  }
  return [...conflicts];
}

/** Outermost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}

/** A link is followed by nothing that we write. */
function kindOf(path: string): 'folder' | 'nothing' | 'other' {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'nothing' : 'other';
  }
}
