import { describe, expect, it } from 'vitest';
import { fixPages } from './fix-pages.ts';
import { agreeing, bookPage } from './testing/book-page.ts';
import { librarySpec, mendPage, PAGE, readerOf } from './testing/library.ts';

const SPEC = librarySpec();

describe('fixPages', () => {
  it('leaves findings of other files, and of codes that nothing mends', () => {
    const text = bookPage('N1', agreeing('N1'));
    const read = readerOf(SPEC)([{ path: PAGE, text }]);
    const at = { severity: 'error', message: '', hint: '', subject: {}, related: [] } as const;
    const findings = [
      { ...at, code: 'row-duplicate', source: { file: 'other.md', line: 1, column: 1 } },
      { ...at, code: 'method-unbound', source: { file: PAGE, line: 1, column: 1 } },
      { ...at, code: 'param-missing-from-page', source: { file: PAGE, line: 9999, column: 1 } },
    ] as const;
    const fixed = fixPages({ files: [{ path: PAGE, text }], ...read, findings });
    expect(fixed).toEqual({ files: [], left: findings });
  });

  it('gives a page of a current format the Parameters that it lacks', () => {
    const text = bookPage('N1', agreeing('N1')).replace(/## Parameters[\s\S]*?<\/table>\n\n/, '');
    const mended = mendPage(text, { spec: SPEC });
    expect(mended.after.findings).toEqual([]);
    expect(mended.after.pages[0]?.parameters.map(({ name, anchor }) => [name.value, anchor])).toEqual(
      ['host', 'bookId', 'genre', 'limit'].map((name) => [name, `parameter-${name}`]),
    );
    expect(mendPage(mended.text, { spec: SPEC }).files).toEqual([]);
  });
});
