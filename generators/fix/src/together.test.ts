import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeing, bookPage, DIALECT_NAMES } from './testing/book-page.ts';
import { CASES } from './testing/cases.ts';
import { librarySpec, mendPage } from './testing/library.ts';

const SPEC = librarySpec();

describe.each(DIALECT_NAMES)('a page in %s', (dialect) => {
  // An open fence takes what is behind it along, and a page of no id is no longer the page that examples are of.
  const cases = CASES.filter(({ isFor }) => isFor?.(dialect) ?? true);

  it('is mended whatever is wrong with it at once, and then stays as it is', () => {
    fc.assert(
      fc.property(fc.subarray(cases, { minLength: 2, maxLength: 9 }), (several) => {
        const broken = several.reduce((page, { given }) => given(page, dialect), agreeing(dialect));
        const { remaining, after, text } = mendPage(bookPage(dialect, broken), { spec: SPEC });
        const found = after.findings.map(({ code, message }) => `${code}: ${message}`);
        expect(found).toEqual([]);
        expect(remaining).toEqual([]);
        expect(mendPage(text, { spec: SPEC }).files).toEqual([]);
      }),
      { seed: 1, numRuns: 12 },
    );
  });
});

describe('a list of tabs whose only entry has none', () => {
  it('has the tabs in its place', () => {
    const page = agreeing('N2');
    const names = page.listed.map((name) => `{ label: '${name}', value: '${name}' }`);
    const { text, remaining } = mendPage(bookPage('N2', { ...page, listed: ['find_book'] }), { spec: SPEC });
    expect(remaining).toEqual([]);
    expect(/values=\{\[\s*([^[\]]*?)\s*\]\}/.exec(text)?.[1]?.split(/,\s*(?=\{)/)).toEqual(names);
  });
});
