import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { findConfigs } from './find-configs.ts';

const NAME = 'plumbline.config.ts';
const cases: [string, { given: string[]; want: string[] }][] = [
  ['none', { given: ['specs/README.md'], want: [] }],
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
