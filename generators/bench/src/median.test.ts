import { expect, it } from 'vitest';
import { median } from './median.ts';

it.each([
  ['one figure', { given: [4], want: 4 }],
  ['an odd number, in any order', { given: [9, 1, 5], want: 5 }],
  ['an even number', { given: [4, 1, 3, 2], want: 2 }],
])('the median of %s', (_name, { given, want }) => expect(median(given)).toBe(want));
