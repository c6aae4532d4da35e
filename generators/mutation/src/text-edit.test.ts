import { expect, it } from 'vitest';
import { editText, offsetAt, positionAt } from './text-edit.ts';

const text = 'one\ntwo\nthree';

it.each<[string, { given: { start: number; end: number; text: string }[]; want: string }]>([
  ['nothing', { given: [], want: text }],
  ['a word', { given: [{ start: 4, end: 7, text: '2' }], want: 'one\n2\nthree' }],
  ['nothing taken out', { given: [{ start: 3, end: 3, text: '!' }], want: 'one!\ntwo\nthree' }],
  [
    'several, in any order',
    {
      given: [
        { start: 8, end: 13, text: '3' },
        { start: 0, end: 3, text: '1' },
      ],
      want: '1\ntwo\n3',
    },
  ],
])('edits %s', (_name, { given, want }) => {
  expect(editText(text, given)).toBe(want);
});

it('finds each offset again by its line and column', () => {
  for (let offset = 0; offset < text.length; offset += 1)
    expect(offsetAt(text, positionAt(text, offset))).toBe(offset);
  expect(positionAt(text, 5)).toEqual({ line: 2, column: 2 });
  expect(offsetAt(text, { line: 9, column: 1 })).toBe(text.length);
});
