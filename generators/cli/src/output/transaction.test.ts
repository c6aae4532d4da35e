import { readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';
import { type FileChange, type RootChanges, stageChanges } from './staging.ts';
import { type FileCalls, openTransaction, writeAll } from './transaction.ts';

const never = () => false;
const create = (path: string, content: string): FileChange => ({ path, content, exists: false });
const update = (path: string, content: string): FileChange => ({ path, content, exists: true });
const remove = (path: string): FileChange => ({ path, content: null, exists: true });

const BEFORE = { 'one/kept.md': 'k', 'one/a.md': '1', 'one/gone/b.md': '2', 'two/c.md': '3' };
const AFTER = { 'one/kept.md': 'k', 'one/a.md': 'new', 'one/deep/er/d.md': '4', 'two/c.md': 'new' };

function changes(folder: string): readonly RootChanges[] {
  return [
    {
      root: join(folder, 'one'),
      changes: [update('a.md', 'new'), remove('gone/b.md'), create('deep/er/d.md', '4')],
    },
    { root: join(folder, 'two'), changes: [update('c.md', 'new')] },
  ];
}

/** The file system, but for the nth call, which fails as a full disk does. */
function failingAt(nth: number): FileCalls {
  let calls = 0;
  const counted = (call: () => void) => {
    calls += 1;
    if (calls === nth)
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
    call();
  };
  return {
    write: (path, content) => counted(() => writeFileSync(path, content, { flag: 'wx' })),
    rename: (from, to) => counted(() => renameSync(from, to)),
  };
}

describe('writing', () => {
  it('makes all changes, and removes folders that became empty', async () => {
    const folder = temporaryFolder(BEFORE);
    expect(await writeAll(changes(folder), never)).toEqual({ kind: 'written' });
    expect(filesIn(folder)).toEqual(AFTER);
  });

  it('makes folders that are not there', async () => {
    const folder = temporaryFolder();
    const root = join(folder, 'x/y');
    expect(await writeAll([{ root, changes: [create('z/a.md', '1')] }], never)).toEqual({ kind: 'written' });
    expect(filesIn(folder)).toEqual({ 'x/y/z/a.md': '1' });
  });

  it('does not touch what it does not change', async () => {
    const folder = temporaryFolder(BEFORE);
    const kept = join(folder, 'one/kept.md');
    const { mtimeMs, ino } = statSync(kept);
    await writeAll(changes(folder), never);
    expect(statSync(kept)).toMatchObject({ mtimeMs, ino });
  });

  it('makes room for a folder where a file goes', async () => {
    const folder = temporaryFolder({ a: '1' });
    await writeAll([{ root: folder, changes: [create('a/b', '2'), remove('a')] }], never);
    expect(filesIn(folder)).toEqual({ 'a/b': '2' });
  });

  // Five writes (two journals among them) and four renames; the tenth call is not made.
  it.each(Array.from({ length: 9 }, (_, i) => i + 1))(
    'takes everything back when call %i fails',
    async (nth) => {
      const folder = temporaryFolder(BEFORE);
      const outcome = await writeAll(changes(folder), never, failingAt(nth));
      expect(outcome).toMatchObject({ kind: 'failed', reason: 'the disk is full' });
      expect(filesIn(folder)).toEqual(BEFORE);
    },
  );

  // Two writes, and a rename of the file and of the folder.
  it.each([1, 2, 3, 4])('takes a folder back that a file made room for, when call %i fails', async (nth) => {
    const folder = temporaryFolder({ a: '1' });
    const roots = [{ root: folder, changes: [create('a/b/c', '2'), create('a/d', '3'), remove('a')] }];
    await writeAll(roots, never, failingAt(nth + 1));
    expect(filesIn(folder)).toEqual({ a: '1' });
  });

  it('has all its calls among those that are let fail', async () => {
    const folder = temporaryFolder(BEFORE);
    expect(await writeAll(changes(folder), never, failingAt(10))).toEqual({ kind: 'written' });
  });

  it('takes back the folders that it made', async () => {
    const folder = temporaryFolder();
    const root = join(folder, 'x/y');
    await writeAll([{ root, changes: [create('z/a.md', '1')] }], never, failingAt(3));
    expect(filesIn(folder)).toEqual({});
  });

  it('takes everything back when it is interrupted', async () => {
    const folder = temporaryFolder(BEFORE);
    expect(await writeAll(changes(folder), () => true)).toEqual({ kind: 'interrupted' });
    expect(filesIn(folder)).toEqual(BEFORE);
  });

  it('throws what is no refusal of the system, with everything taken back', async () => {
    const folder = temporaryFolder(BEFORE);
    const calls: FileCalls = {
      write: () => {
        throw new TypeError('ours');
      },
      rename: renameSync,
    };
    await expect(writeAll(changes(folder), never, calls)).rejects.toThrow('ours');
    expect(filesIn(folder)).toEqual(BEFORE);
  });

  it('says where a file stands for a folder', async () => {
    const folder = temporaryFolder({ a: '1' });
    const outcome = await writeAll([{ root: folder, changes: [create('a/b', '2')] }], never);
    expect(outcome).toMatchObject({ kind: 'failed', path: join(folder, 'a/b') });
    expect(filesIn(folder)).toEqual({ a: '1' });
  });
});

describe('what was begun and not committed', () => {
  it('is taken back, with the folders that were made for it', () => {
    const folder = temporaryFolder(BEFORE);
    const transaction = openTransaction();
    for (const root of [join(folder, 'one'), join(folder, 'three/deep')]) {
      transaction.begin(root);
      const staged = stageChanges({ root, changes: [create('e.md', '5')] });
      if ('refused' in staged) throw new Error(staged.refused.reason);
      transaction.add(root, staged);
    }
    transaction.takeBack();
    expect(filesIn(folder)).toEqual(BEFORE);
    expect(readdirSync(folder).sort()).toEqual(['one', 'two']);
    // Nothing is left to commit.
    expect(transaction.commit()).toBeNull();
    expect(filesIn(folder)).toEqual(BEFORE);
  });

  it('leaves no folder where nothing is to be written', () => {
    const folder = temporaryFolder();
    const transaction = openTransaction();
    transaction.begin(join(folder, 'x/y'));
    expect(transaction.commit()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a root that is a link', () => {
  it('is written through', async () => {
    const folder = temporaryFolder({ 'real/a.md': '1' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await writeAll([{ root: join(folder, 'link'), changes: [update('a.md', '2')] }], never);
    expect(filesIn(join(folder, 'real'))).toEqual({ 'a.md': '2' });
  });
});
