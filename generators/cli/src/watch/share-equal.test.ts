import { dictionary } from '@plumbline/model';
import { expect, it } from 'vitest';
import { shareEqual } from './share-equal.ts';

it('keeps what is as it was, and takes what is not', () => {
  const before = {
    a: { x: [1, { y: 2 }] },
    b: [{ c: 1 }, { c: 2 }],
    d: dictionary([['__proto__', { e: 1 }]]),
  };
  const now = { a: { x: [1, { y: 2 }] }, b: [{ c: 1 }, { c: 3 }], d: dictionary([['__proto__', { e: 1 }]]) };
  const shared = shareEqual(before, now);
  expect(shared).toEqual(now);
  expect([
    shared === before,
    shared.a === before.a,
    shared.b[0] === before.b[0],
    shared.d === before.d,
  ]).toEqual([false, true, true, true]);
  expect(shareEqual(before, structuredClone({ a: before.a, b: before.b })).b).toBe(before.b);
});

it.each([
  ['the order of keys', { before: { a: 1, b: 2 }, now: { b: 2, a: 1 } }],
  ['a key less', { before: { a: 1, b: undefined }, now: { a: 1 } }],
  ['an array that is shorter', { before: [1, 2], now: [1] }],
  ['an inherited key', { before: {}, now: { toString: undefined } }],
  ['no prototype', { before: { a: 1 }, now: dictionary([['a', 1]]) }],
])('tells apart %s', (_, { before, now }) => {
  const shared = shareEqual(before, now);
  expect(shared).not.toBe(before);
  expect(JSON.stringify(shared)).toBe(JSON.stringify(now));
  expect(Object.keys(Object(shared))).toEqual(Object.keys(now));
});
