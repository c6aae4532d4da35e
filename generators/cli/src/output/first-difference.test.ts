import { expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';

const cases: [string, { was: string; content: string; want: [number, number] }][] = [
  ['at the start', { was: 'x', content: 'y', want: [1, 1] }],
  ['in a later line', { was: 'a\nbcd\n', content: 'a\nbxd\n', want: [2, 2] }],
  ['at the end of the shorter', { was: 'a\n', content: 'a\nb', want: [2, 1] }],
  ['after the end of the other', { was: 'a\nb', content: 'a\n', want: [2, 1] }],
  ['after a pair of surrogates', { was: '😀x', content: '😀y', want: [1, 3] }],
];

it.each(cases)('finds the first difference %s', (_, { was, content, want: [line, column] }) => {
  expect(firstDifference(was, content)).toEqual({ line, column });
});
