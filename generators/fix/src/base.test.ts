import { describe, expect, it } from 'vitest';
import { agreeing, bookPage, DIALECT_NAMES } from './testing/book-page.ts';
import { mendPage } from './testing/library.ts';

describe.each(DIALECT_NAMES)('the page of the library in %s', (dialect) => {
  const text = bookPage(dialect, agreeing(dialect));
  const { before, files } = mendPage(text);

  it('is of that dialect, agrees with the spec, and stays as it is', () => {
    expect(before.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(before.pages.map((page) => page.dialect)).toEqual([dialect]);
    expect(files).toEqual([]);
  });
});
