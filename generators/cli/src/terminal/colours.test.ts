import { expect, it } from 'vitest';
import { coloursOf } from './colours.ts';

const cases: [string, { isTTY: boolean; env: { [name: string]: string }; want: boolean }][] = [
  ['on a terminal', { isTTY: true, env: {}, want: true }],
  ['not in a pipe', { isTTY: false, env: {}, want: false }],
  ['not on a dumb terminal', { isTTY: true, env: { TERM: 'dumb' }, want: false }],
  ['not with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' }, want: false }],
  ['on a terminal with an empty NO_COLOR', { isTTY: true, env: { NO_COLOR: '' }, want: true }],
  ['in a pipe with FORCE_COLOR', { isTTY: false, env: { FORCE_COLOR: '1' }, want: true }],
  ['not with FORCE_COLOR=0', { isTTY: true, env: { FORCE_COLOR: '0' }, want: false }],
  ['not with both', { isTTY: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' }, want: false }],
];

it.each(cases)('there are colours %s', (_, { isTTY, env, want }) => {
  expect(coloursOf({ isTTY }, env).isColorSupported).toBe(want);
});
