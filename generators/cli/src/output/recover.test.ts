import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';
import { recover } from './recover.ts';

describe('what a killed run left behind', () => {
  const journal = (value: object) => JSON.stringify(value);

  it('is taken back where it had begun to change files', () => {
    const folder = temporaryFolder({
      'a.md': 'new',
      'deep/d.md': 'new',
      '.plumbline-staging/journal.json': journal({ created: ['deep/d.md', 'e.md'], folders: ['deep'] }),
      '.plumbline-staging/old/a.md': 'old',
      '.plumbline-staging/old/gone/b.md': 'old',
      '.plumbline-staging/new/e.md': 'new',
      'e.md': 'not ours: ours is still staged',
    });
    recover(folder);
    expect(filesIn(folder)).toEqual({
      'a.md': 'old',
      'gone/b.md': 'old',
      'e.md': 'not ours: ours is still staged',
    });
  });

  it('is thrown away where it had not', () => {
    const folder = temporaryFolder({ 'a.md': 'old', '.plumbline-staging/new/a.md': 'new' });
    recover(folder);
    expect(filesIn(folder)).toEqual({ 'a.md': 'old' });
  });

  it.each([
    journal({ created: ['../victim.md'], folders: [] }),
    journal({ created: [], folders: ['../empty'] }),
    journal({ created: 'x', folders: [] }),
    '{',
  ])('does not lead out of the folder: %s', (text) => {
    const folder = temporaryFolder({ 'victim.md': 'v', 'out/.plumbline-staging/journal.json': text });
    mkdirSync(join(folder, 'empty'));
    recover(join(folder, 'out'));
    expect(filesIn(folder)).toEqual({ 'victim.md': 'v', 'empty/': '', 'out/': '' });
  });

  it('does not lead out of the folder by a link', () => {
    const folder = temporaryFolder({
      'elsewhere/victim.md': 'v',
      'out/.plumbline-staging/journal.json': journal({ created: ['link/victim.md'], folders: ['link'] }),
      'out/.plumbline-staging/old/link/other.md': 'x',
    });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'out/link'));
    recover(join(folder, 'out'));
    expect(filesIn(join(folder, 'elsewhere'))).toEqual({ 'victim.md': 'v' });
  });

  it('is nothing in most folders', () => {
    const folder = temporaryFolder({ 'a.md': '1' });
    recover(folder);
    recover(join(folder, 'missing'));
    expect(filesIn(folder)).toEqual({ 'a.md': '1' });
  });
});
