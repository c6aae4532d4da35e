import { expect, it } from 'vitest';
import { mend } from './mend.ts';

const SPEC = 'a:\n  $ref: { x: 1 }\n  b: 2\nc:\n  b: 3\n';
const overlay = (target: string): string => `actions: [{ target: "${target}", remove: true }]`;

it.each([
  ['a key that looks like a reference', { target: "$.a['$ref']", want: 'a:\n  b: 2\nc:\n  b: 3\n' }],
  ['several at once', { target: "$['a','c'].b", want: 'a:\n  $ref:\n    x: 1\nc: {}\n' }],
])('removes %s', (_name, { target, want }) => expect(mend(SPEC, overlay(target))).toBe(want));

it('refuses an overlay that is out of date', () => {
  expect(() => mend(SPEC, overlay('$.gone'))).toThrow('$.gone');
});
