import { expect, it } from 'vitest';
import { presenceText } from './presence.ts';

const cases: [string, { given: Parameters<typeof presenceText>[0]; want: string | undefined }][] = [
  ['nothing of a field that all variants have', { given: {}, want: undefined }],
  ['which variants have it', { given: { variants: ['Cat', 'Dog', 'Cat'] }, want: 'only in Cat, Dog' }],
  ['which require what all have', { given: { requiredBy: ['Cat'] }, want: 'required in Cat' }],
  [
    'which of those that have it require it',
    { given: { variants: ['Cat', 'Dog'], requiredBy: ['Cat'] }, want: 'only in Cat, Dog; required in Cat' },
  ],
  [
    'that all of those require it',
    { given: { variants: ['Cat'], requiredBy: ['Cat'] }, want: 'only in Cat, and required there' },
  ],
];

it.each(cases)('tells %s', (_name, { given, want }) => {
  expect(presenceText(given)).toBe(want);
});
