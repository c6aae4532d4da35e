import { describe, expect, it } from 'vitest';
import { templateText, verbatimText } from './mapped-text.ts';

/** The written character of each character of a text. */
function written(page: string, { text, offsetAt }: ReturnType<typeof verbatimText>): string {
  return [...text].map((_character, i) => page.charAt(offsetAt(i))).join('');
}

describe('verbatimText', () => {
  it('has its line endings as LF, each at its place', () => {
    const page = 'xxab\r\nc\rd\ne';
    const text = verbatimText(page, { start: 2, end: page.length });
    expect(text.text).toBe('ab\nc\nd\ne');
    expect(written(page, text).replace(/[\r\n]/g, '')).toBe('abcde');
    expect(text.offsetAt(text.text.length)).toBe(page.length);
  });
});

describe('templateText', () => {
  it.each([
    ['nothing', '', ''],
    ['backticks and dollars', '\\`a\\` \\${b}', '`a` ${b}'],
    ['backslashes', '\\\\n', '\\n'],
    ['escapes of one letter', '\\n\\t\\q', '\n\tq'],
    ['escapes of code points', '\\x41\\u0042\\u{43}\\u{110000}', 'ABC\\u{110000}'],
    ['a continued line', 'a\\\nb', 'ab'],
    ['line endings', 'a\r\nb\r\n', 'a\nb'],
  ])('decodes %s', (_name, given, want) => {
    expect(templateText(given, { start: 0, end: given.length }).text).toBe(want);
  });

  it('knows where each character is written', () => {
    const page = 'x: \\`a\\` b';
    const text = templateText(page, { start: 3, end: page.length });
    expect(text.text).toBe('`a` b');
    expect([text.offsetAt(1), text.offsetAt(4)]).toEqual([page.indexOf('a'), page.indexOf('b')]);
  });
});
