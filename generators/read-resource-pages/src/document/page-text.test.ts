import { describe, expect, it } from 'vitest';
import { lineSpan, pageText, sourceAt } from './page-text.ts';

const page = pageText({ path: 'page.md', text: '\uFEFFa\nbc\r\n\r\uD83D\uDE00d' });

describe('pageText', () => {
  it.each([
    ['the first character, a byte order mark left out', { offset: 0, line: 1, column: 1 }],
    ['a line ending, which belongs to its line', { offset: 1, line: 1, column: 2 }],
    ['a character behind LF', { offset: 2, line: 2, column: 1 }],
    ['an empty line between CRLF and CR', { offset: 6, line: 3, column: 1 }],
    ['a character outside the first plane', { offset: 7, line: 4, column: 1 }],
    ['a character behind it, in UTF-16 units', { offset: 9, line: 4, column: 3 }],
    ['the end', { offset: 10, line: 4, column: 4 }],
  ])('tells the place of %s', (_name, { offset, line, column }) => {
    expect(sourceAt(page, offset)).toEqual({ file: 'page.md', line, column });
  });

  it('tells lines without their endings', () => {
    const lines = page.lineStarts.map((_start, line) => lineSpan(page, line));
    expect(lines.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'a',
      'bc',
      '',
      '\uD83D\uDE00d',
    ]);
  });
});
