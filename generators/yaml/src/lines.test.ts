import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';

describe('line and column of an offset', () => {
  test.each<[string, { text: string; at: string; want: string }]>([
    ['the first character', { text: 'a', at: 'a', want: '1:1' }],
    ['behind a newline', { text: 'x\na', at: 'a', want: '2:1' }],
    ['behind a carriage return and a newline', { text: 'x\r\na', at: 'a', want: '2:1' }],
    ['behind a lone carriage return', { text: 'x\ra', at: 'a', want: '2:1' }],
    ['behind empty lines', { text: '\n\r\n\r\n a', at: 'a', want: '4:2' }],
    ['a line end belongs to the line that it ends', { text: 'xy\nz', at: '\n', want: '1:3' }],
    ['columns count UTF-16 units', { text: '\u{1f600}é a', at: 'a', want: '1:5' }],
  ])('%s', (_name, { text, at, want }) => {
    const { line, column } = linesOf(text).at(text.indexOf(at));
    expect(`${line}:${column}`).toBe(want);
  });
});
