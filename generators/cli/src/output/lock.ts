import { hash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { byCodeUnit } from '@plumbline/model';
import { errorCode } from '../system-error.ts';
import { makeFolders } from './make-folders.ts';

/** The folders are ours until released, or somebody has one of them. */
export type Lock =
  | { readonly release: () => void }
  | { readonly lockedFolder: string; readonly pid: number; readonly file: string };

/**
 * Keeps other runs of this machine's user out of folders. The lock files stand in the temporary folder, so that a
 * killed run leaves nothing in the output; one whose process is gone counts for nothing.
 */
export function lockFolders(folders: readonly string[], temporary: string = lockFolder()): Lock {
  makeFolders(temporary);
  const held: string[] = [];
  const release = () => {
    for (const file of held) rmSync(file, { force: true });
  };
  for (const folder of [...new Set(folders.map(realFolder))].sort(byCodeUnit)) {
    const file = join(temporary, `${hash('sha256', folder).slice(0, 32)}.lock`);
    const pid = take(file);
    if (pid !== null) {
      release();
      return { lockedFolder: folder, pid, file };
    }
    held.push(file);
  }
  return { release };
}

/** Null: it is ours now; else the process that has it. */
function take(file: string): number | null {
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return null;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const pid = holder(file);
    if (pid !== null && isAlive(pid)) return pid;
    rmSync(file, { force: true });
  }
}

function holder(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid ? pid : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Signal 0 is not sent: it asks whether one could be. Another user's process refuses, and is alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The folder's one true name: also where it is reached by a link, or does not exist yet. */
function realFolder(folder: string): string {
  if (existsSync(folder) || dirname(folder) === folder) return realpathSync(folder);
  return join(realFolder(dirname(folder)), basename(folder));
}

function lockFolder(): string {
  return join(tmpdir(), `plumbline-${process.getuid?.() ?? 'locks'}`);
}
