import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { lockFolders } from './lock.ts';

/** Puts another process in the place of the one that holds the locks. */
function heldBy(locks: string, pid: number): void {
  const held = Object.keys(filesIn(locks)).map((file) => [file, `${pid}\n`]);
  writeFiles(locks, Object.fromEntries(held));
}

function release(lock: ReturnType<typeof lockFolders>): void {
  if ('release' in lock) lock.release();
}

describe('a lock', () => {
  it('keeps out a run whose process is alive', () => {
    const folder = temporaryFolder();
    const locks = temporaryFolder();
    lockFolders([folder], locks);
    heldBy(locks, process.ppid);
    expect(lockFolders([folder], locks)).toEqual({
      lockedFolder: folder,
      pid: process.ppid,
      file: join(locks, Object.keys(filesIn(locks))[0] ?? ''),
    });
  });

  it('is gone when it is released', () => {
    const locks = temporaryFolder();
    release(lockFolders([temporaryFolder(), temporaryFolder()], locks));
    expect(filesIn(locks)).toEqual({});
  });

  it('counts for nothing when its process is gone', () => {
    const folder = temporaryFolder();
    const locks = temporaryFolder();
    lockFolders([folder], locks);
    heldBy(locks, spawnSync(process.execPath, ['--version']).pid);
    expect(lockFolders([folder], locks)).toHaveProperty('release');
  });

  it('leaves none of several folders locked when one is taken', () => {
    const [taken, free, locks] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    lockFolders([taken], locks);
    heldBy(locks, process.ppid);
    expect(lockFolders([free, taken], locks)).toHaveProperty('pid');
    expect(Object.keys(filesIn(locks))).toHaveLength(1);
  });

  it('is the same by whatever path one comes, also for a folder that does not exist yet', () => {
    const folder = temporaryFolder({ 'real/x': '' });
    const locks = temporaryFolder();
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    lockFolders([join(folder, 'real/new')], locks);
    heldBy(locks, process.ppid);
    expect(lockFolders([join(folder, 'link/new')], locks)).toHaveProperty('pid');
  });
});
