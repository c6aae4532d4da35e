import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { findConfigs, folderWithConfigsAbove } from './find-configs.ts';

const NAME = 'plumbline.config.ts';
const cases: [string, { given: string[]; want: string[] }][] = [
  ['none', { given: ['specs/README.md'], want: [] }],
  ['none, where `specs` is a file', { given: ['specs'], want: [] }],
  ['the one here, before those of specs', { given: [NAME, `specs/a/${NAME}`], want: [NAME] }],
  [
    'those of specs, by code unit',
    {
      given: [`specs/b/${NAME}`, `specs/B/${NAME}`, 'specs/c/x'],
      want: [`specs/B/${NAME}`, `specs/b/${NAME}`],
    },
  ],
];

it.each(cases)('finds %s', (_, { given, want }) => {
  const cwd = temporaryFolder(Object.fromEntries(given.map((file) => [file, ''])));
  expect(findConfigs(cwd)).toEqual(want.map((file) => join(cwd, file)));
});

const above: [string, { given: string[]; from: string; want: string | null }][] = [
  ['beside the config', { given: [NAME, 'pages/a/b.md'], from: 'pages/a', want: '.' }],
  ['beside the folder `specs`', { given: [`specs/a/${NAME}`, 'docs/x'], from: 'docs', want: '.' }],
  [
    'the nearest',
    { given: [NAME, `specs/a/${NAME}`, 'specs/a/pages/x'], from: 'specs/a/pages', want: 'specs/a' },
  ],
  ['not where one is', { given: [`a/${NAME}`], from: 'a', want: null }],
];

it.each(above)('finds a folder above with configs: %s', (_, { given, from, want }) => {
  const cwd = temporaryFolder(Object.fromEntries(given.map((file) => [file, ''])));
  expect(folderWithConfigsAbove(join(cwd, from))).toEqual(want === null ? null : join(cwd, want));
});
