import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPagesReader, readResourcePages } from './read-resource-pages.ts';
import { compactJson } from './testing/compact.ts';

const folder = join(import.meta.dirname, '../fixtures');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length));

const textOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');
const read = (text: string) => readResourcePages([{ path: 'page.md', text }], { provider: 'acme' });

describe('readResourcePages', () => {
  it.each(names)('reads %s.md as %s.json has it', async (name) => {
    await expect(compactJson(read(textOf(name)))).toMatchFileSnapshot(join(folder, `${name}.json`));
  });

  it.each(names)('reads %s.md alike with the line endings of Windows, and with a byte order mark', (name) => {
    const given = textOf(name);
    expect(read(given.replaceAll('\n', '\r\n'))).toEqual(read(given));
    expect(read(`\uFEFF${given}`)).toEqual(read(given));
  });

  it('takes tabs of the current formats for methods, whatever their names', () => {
    const [page] = read(textOf('n1').replaceAll('get_book', 'view').replaceAll('add_book', 'all')).resources;
    expect(page?.fieldSets.map(({ method, view }) => [method?.value, view])).toEqual([
      ['list_books', null],
      ['view', null],
    ]);
    expect(page?.examples.map(({ method }) => method?.value ?? null)).toEqual([
      'view',
      'all',
      null,
      'lend_book',
    ]);
  });

  it('answers alike whatever the order of the files', () => {
    const files = names.map((name) => ({ path: `${name}.md`, text: textOf(name) }));
    const pages = readResourcePages(files, { provider: 'acme' });
    expect(readResourcePages(files.toReversed(), { provider: 'acme' })).toEqual(pages);
    expect(pages.resources.map(({ id, dialect }) => [dialect, id.value])).toEqual([
      ['L1', 'acme.library.shelves'],
      ['L2', 'acme.library.readers'],
      ['L3', 'acme.library.rooms'],
      ['L4', 'acme.library.branches'],
      ['N1', 'acme.library.books'],
      ['N2', 'acme.library.loans'],
    ]);
    expect(pages.indexes.map(({ level, name }) => [level, name])).toEqual([
      ['provider', 'acme'],
      ['service', 'library'],
    ]);
  });

  it('reads again what has changed alone, and answers as if all were new', () => {
    const files = names.map((name) => ({ path: `${name}.md`, text: textOf(name) }));
    const reader = createPagesReader({ provider: 'acme' });
    const before = reader(files);
    const changed = files.map(({ path, text }, n) => ({ path, text: n === 0 ? `${text}\n## Else\n` : text }));
    for (const given of [changed, changed.slice(1), [...files, { path: 'twin.md', text: textOf('n1') }]])
      expect(reader(given)).toEqual(readResourcePages(given, { provider: 'acme' }));
    const after = reader(files);
    expect(after).toEqual(before);
    const kept = new Set<unknown>(reader(files).resources);
    expect(after.resources.every((page) => kept.has(page))).toBe(true);
  });
});
