import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../system-error.ts';

/**
 * Makes a folder with those above it, and answers with the new ones, outermost first. Node.js's own `recursive` never
 * returns from a file system that lets nothing be made and says that nothing is there, such as `/proc`.
 *
 * @throws what the operating system refuses.
 */
export function makeFolders(folder: string, mode?: number): readonly string[] {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  // Says what is in the way.
  if (missing.length === 0 && !isFolder(folder)) mkdirSync(folder);
  return missing.filter((path) => isMade(path, mode));
}

/** Whether it was made now, and not by another process meanwhile. */
function isMade(path: string, mode: number | undefined): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && isFolder(path)) return false;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
