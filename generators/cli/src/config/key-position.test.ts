import { expect, it } from 'vitest';
import { keyPosition } from './key-position.ts';

const called = [
  "import { defineConfig } from '@plumbline/cli';",
  '',
  'export default defineConfig({',
  "  provider: 'okta', // client: { dir }",
  "  spec: ['./a.yaml',",
  "    './b.yaml'],",
  "  client: { package: 'x', 'dir': 'y' },",
  "  bind: { 'okta.users.users.get': 'GET /x' },",
  '});',
].join('\n');
const typed = [
  "import type { Config } from '@plumbline/cli';",
  'const config: Config = {',
  "  provider: 'okta' as string,",
  '};',
  'export default config satisfies Config;',
].join('\n');

const cases: [string, { source: string; path: (string | number)[]; want: [number, number] }][] = [
  ['a key', { source: called, path: ['provider'], want: [4, 3] }],
  ['a key inside, not the word in a comment', { source: called, path: ['client', 'package'], want: [7, 13] }],
  ['a quoted key', { source: called, path: ['client', 'dir'], want: [7, 27] }],
  ['a key with dots', { source: called, path: ['bind', 'okta.users.users.get'], want: [8, 11] }],
  ['an item of a list', { source: called, path: ['spec', 1], want: [6, 5] }],
  ['the nearest key above a missing one', { source: called, path: ['client', 'name'], want: [7, 3] }],
  ['the object for a missing key at the top', { source: called, path: ['pages'], want: [3, 29] }],
  ['a key of a typed constant', { source: typed, path: ['provider'], want: [3, 3] }],
  [
    'the first line of a computed config',
    { source: 'export default make();', path: ['provider'], want: [1, 1] },
  ],
  ['the first line of what is no module', { source: '{{{', path: ['provider'], want: [1, 1] }],
];

it.each(cases)('finds %s', (_, { source, path, want: [line, column] }) => {
  expect(keyPosition('plumbline.config.ts', source, path)).toEqual({
    file: 'plumbline.config.ts',
    line,
    column,
  });
});
