import { expect, it } from 'vitest';
import type { JsonValue } from '../json.ts';
import { withValueAt } from './pointer.ts';

it.each<[string, { given: JsonValue; at: string; put?: JsonValue; want: JsonValue }]>([
  ['a member', { given: { a: 1 }, at: '/a', put: 2, want: { a: 2 } }],
  ['an item', { given: [1, 2], at: '/1', put: [3], want: [1, [3]] }],
  ['an item of an item', { given: [['a'], 'b'], at: '/0/0', put: 'x', want: [['x'], 'b'] }],
  ['nothing in the place of an item', { given: [[1], [2]], at: '/0', want: [[2]] }],
  ['the whole', { given: [1], at: '', put: null, want: null }],
  ['nothing where no place is', { given: { a: 1 }, at: '/b/c', put: 2, want: { a: 1 } }],
])('puts %s', (_what, { given, at, put, want }) => {
  expect(withValueAt(given, at, put)).toEqual(want);
});
