import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { makeFolders } from './make-folders.ts';

describe('makeFolders', () => {
  it('makes what is missing, and answers with it', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    expect(makeFolders(join(folder, 'a/b/c'))).toEqual([join(folder, 'a/b'), join(folder, 'a/b/c')]);
    expect(makeFolders(join(folder, 'a/b/c'))).toEqual([]);
  });

  it.each([
    ['a file', { path: 'file', code: 'EEXIST' }],
    ['below a file', { path: 'file/a/b', code: 'ENOTDIR' }],
    ['a link that leads nowhere', { path: 'link/a', code: 'EEXIST' }],
  ])('is refused: %s', (_, { path, code }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    expect(() => makeFolders(join(folder, path))).toThrow(expect.objectContaining({ code }));
  });

  it.skipIf(!existsSync('/proc/self'))(
    'is refused, and returns, where nothing can be made (needs /proc)',
    () => {
      expect(() => makeFolders('/proc/plumbline/a/b')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    },
  );
});
