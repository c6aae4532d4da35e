import { describe, expect, it } from 'vitest';
import { applyEdits, insertion } from './edits.ts';

describe('applyEdits', () => {
  it('makes edits in the order of the text, whatever theirs', () => {
    const edits = [{ start: 4, end: 5, text: 'E' }, { start: 0, end: 1, text: '' }, insertion(2, 'x')];
    expect(applyEdits('abcdef', edits)).toEqual({ text: 'bxcdEf', refused: [] });
  });

  it('keeps the order of what is put in at one place, before what is replaced there', () => {
    const edits = [insertion(1, '1'), { start: 1, end: 2, text: 'B' }, insertion(1, '2')];
    expect(applyEdits('abc', edits).text).toBe('a12Bc');
  });

  it('refuses the second of two that overlap', () => {
    const [first, second] = [
      { start: 1, end: 4, text: '-' },
      { start: 3, end: 5, text: '+' },
    ];
    expect(applyEdits('abcdef', [second, first])).toEqual({ text: 'a-ef', refused: [second] });
  });
});
