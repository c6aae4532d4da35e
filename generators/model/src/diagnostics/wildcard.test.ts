import { expect, it } from 'vitest';
import { wildcard } from './wildcard.ts';

const cases: [string, { pattern: string; text: string; want: boolean }][] = [
  ['itself', { pattern: 'okta.users.users', text: 'okta.users.users', want: true }],
  ['no part of a name', { pattern: 'users', text: 'okta.users', want: false }],
  ['a dot that is only a dot', { pattern: 'okta.users', text: 'okta-users', want: false }],
  ['everything', { pattern: '*', text: '', want: true }],
  ['a start', { pattern: 'okta.*', text: 'okta.users.users', want: true }],
  ['an end', { pattern: '*.users', text: 'okta.users', want: true }],
  ['a midst', { pattern: '*user*', text: 'okta.users.factors', want: true }],
  ['an empty run', { pattern: 'okta*.users', text: 'okta.users', want: true }],
  ['parts in their order', { pattern: 'a*b*c', text: 'axcxbxc', want: true }],
  ['parts out of order', { pattern: 'a*c*b*d', text: 'abcd', want: false }],
  ['parts that would overlap', { pattern: 'aba*ba', text: 'aba', want: false }],
  ['two stars as one', { pattern: 'okta.**', text: 'okta.users', want: true }],
  ['over line endings', { pattern: 'a*b', text: 'a\nb', want: true }],
];

it.each(cases)('matches %s', (_, { pattern, text, want }) => {
  expect(wildcard(pattern)(text)).toBe(want);
});

it('takes no longer for a pattern of many stars', () => {
  const started = process.cpuUsage().user / 1000;
  expect(wildcard('*a'.repeat(2_000))(`${'a'.repeat(5_000)}b`)).toBe(false);
  expect(process.cpuUsage().user / 1000 - started).toBeLessThan(500);
});
