import { describe, expect, it } from 'vitest';
import { inCell } from './encode.ts';

describe('Markdown in a cell', () => {
  it.each([
    ['a newline with the blanks around it', { given: 'a \t\n b', want: 'a<br />b' }],
    ['newlines, each with its blanks', { given: 'a \n \n b\nc', want: 'a<br /><br />b<br />c' }],
    ['blanks within a line', { given: 'a \t b', want: 'a \t b' }],
  ])('has %s', (_, { given, want }) => {
    expect(inCell(given, 'html')).toBe(want);
  });

  it.each([' ', '\t', '\n', ' \n', '`', '\\'])('takes no longer for many of %j', (unit) => {
    const started = process.cpuUsage().user / 1000;
    inCell(`a${unit.repeat(50_000)}b`, 'pipe');
    expect(process.cpuUsage().user / 1000 - started).toBeLessThan(500);
  });
});
