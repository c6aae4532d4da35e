import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { codeFrame, linesOf } from './code-frame.ts';

function frame(text: string, line: number, column: number, width = 80, context = 0) {
  const lines = linesOf((file) => (file === 'a.md' ? text : undefined));
  return codeFrame({ file: 'a.md', line, column }, lines, { colours: NO_COLOURS, width, context });
}

describe('a code frame', () => {
  it('has a caret under the column, and the lines around', () => {
    expect(frame('one\ntwo\nthree\nfour\n', 3, 2, 80, 1)).toEqual([
      '    2 │ two',
      '  > 3 │ three',
      '      │  ^',
      '    4 │ four',
    ]);
  });

  it('has what there is at both ends of a file', () => {
    expect(frame('one', 1, 4, 80, 1)).toEqual(['  > 1 │ one', '      │    ^']);
  });

  it('shows the part of a long line that is meant', () => {
    const [line = '', caret = ''] = frame(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 1, 501, 60);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line.charAt(caret.indexOf('^'))).toBe('X');
    expect(line).toMatch(/│ …a+Xb+…$/);
  });

  const columns: [string, { given: string; column: number }][] = [
    ['tabs', { given: '\t\tX', column: 3 }],
    ['carriage returns', { given: 'aX\r', column: 2 }],
    ['control characters', { given: 'a\u001b[31mX', column: 7 }],
  ];
  it.each(columns)('keeps its column through %s', (_, { given, column }) => {
    const [line = '', caret = ''] = frame(given, 1, column);
    expect(line.charAt(caret.indexOf('^'))).toBe('X');
  });

  it('counts wide characters twice, as a terminal does', () => {
    expect(frame('漢字X', 1, 3)[1]).toBe('      │     ^');
    expect(frame('😀X', 1, 3)[1]).toBe('      │   ^');
  });

  it('lets nothing through that a terminal would obey', () => {
    expect(frame('a\u001b]0;x\u0007\u202eb', 1, 1)[0]).toBe('  > 1 │ a\ufffd]0;x\ufffd\ufffdb');
  });

  it.each([
    [9, 1],
    [0, 1],
  ])('is empty for a line that is not there: %i', (line, column) => {
    expect(frame('one\n', line, column)).toEqual([]);
  });

  it('is empty for a file that is not known', () => {
    const lines = linesOf(() => undefined);
    expect(
      codeFrame({ file: 'x', line: 1, column: 1 }, lines, { colours: NO_COLOURS, width: 80, context: 1 }),
    ).toEqual([]);
  });
});
