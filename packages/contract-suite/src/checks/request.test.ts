import { describe, expect, it } from 'vitest';
import { otherAlternatives } from './request.ts';

type Alternatives = readonly (readonly string[])[];

const cases: [string, { given: Alternatives; want: Alternatives }][] = [
  ['all but the first', { given: [['key'], ['token'], []], want: [['token'], []] }],
  [
    'none that holds all of an earlier one: that is what a client sends then',
    { given: [['key'], ['token', 'key'], ['token', 'user']], want: [['token', 'user']] },
  ],
  ['those behind nobody’s too', { given: [[], ['key']], want: [['key']] }],
];

describe('the alternatives of credentials that are tried by themselves are', () => {
  it.each(cases)('%s', (_name, { given, want }) => {
    expect(otherAlternatives(given)).toEqual(want);
  });
});
