import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { expandInputs } from './expand.ts';
import type { NamedInput } from './named-input.ts';

const FILES = {
  'a/one.md': '',
  'a/deep/two.md': '',
  'a/three.mdx': '',
  'a/node_modules/x/four.md': '',
  'a/_static/one.md': '',
  'B.md': '',
  'é.md': '',
  '[id].md': '',
};

function named(pattern: string, base: string): NamedInput {
  return { pattern, base, option: '`--pages`', position: null };
}

const found: [string, { given: string[]; from?: string; want: string[] }][] = [
  ['a file', { given: ['a/one.md'], want: ['a/one.md'] }],
  ['a glob', { given: ['a/*.md'], want: ['a/one.md'] }],
  [
    'a glob at any depth, without what is installed, and copies for machines',
    { given: ['a/**/*.md'], want: ['a/deep/two.md', 'a/one.md'] },
  ],
  ['alternatives', { given: ['a/*.{md,mdx}'], want: ['a/one.md', 'a/three.mdx'] }],
  ['a folder above', { given: ['../**/one.md'], from: 'a/deep', want: ['a/one.md'] }],
  ['a name with the characters of a glob', { given: ['[id].md'], want: ['[id].md'] }],
  ['each file once, by code unit', { given: ['*.md', 'é.md', 'B.md'], want: ['B.md', '[id].md', 'é.md'] }],
];

const refused: [string, { given: string; want: string }][] = [
  ['a file that is not there', { given: 'nope.md', want: 'input-not-found nope.md' }],
  ['a file in a file', { given: 'B.md/x.md', want: 'input-not-found B.md/x.md' }],
  ['a glob without a match', { given: 'a/*.txt', want: 'input-no-match a/*.txt' }],
  ['a folder', { given: 'a/', want: 'input-is-folder a' }],
  ['a URL', { given: 'https://example.org/a.yaml', want: 'input-remote https://example.org/a.yaml' }],
];

describe('inputs', () => {
  it.each(found)('are found: %s', async (_, { given, from = '.', want }) => {
    const cwd = temporaryFolder(FILES);
    const { files, problems } = await expandInputs(
      given.map((pattern) => named(pattern, join(cwd, from))),
      cwd,
    );
    expect(problems).toEqual([]);
    expect(files).toEqual(want.map((file) => join(cwd, file)));
  });

  it('are found by an absolute pattern', async () => {
    const cwd = temporaryFolder(FILES);
    const { files } = await expandInputs([named(join(cwd, 'a/*.md'), '/')], cwd);
    expect(files).toEqual([join(cwd, 'a/one.md')]);
  });

  it.each(refused)('are refused: %s', async (_, { given, want }) => {
    const cwd = temporaryFolder(FILES);
    const { problems } = await expandInputs([named(given, cwd)], cwd);
    expect(problems.map(({ code, place }) => `${code} ${place.file}`)).toEqual([want]);
  });

  it.each([
    ['near a name', { given: 'a/on.md', want: 'Did you mean `a/one.md`? Mend the path in `--pages`.' }],
    ['far from all names', { given: 'a/elsewhere.yaml', want: 'Mend the path in `--pages`.' }],
    [
      'with the separators of Windows',
      { given: 'a\\one.md', want: 'Did you mean `a/one.md`? Mend the path in `--pages`.' },
    ],
    [
      'as a glob with the separators of Windows',
      { given: 'a\\*.md', want: 'Did you mean `a/*.md`? Mend the path in `--pages`.' },
    ],
    ['in no folder', { given: 'b/one.md', want: 'Mend the path in `--pages`.' }],
  ])('are suggested where one is misspelt: %s', async (_, { given, want }) => {
    const { problems } = await expandInputs([named(given, temporaryFolder(FILES))], '/');
    expect(problems.map(({ hint }) => hint)).toEqual([want]);
  });

  it('are refused where the config names them', async () => {
    const cwd = temporaryFolder();
    const at = { file: 'plumbline.config.ts', line: 4, column: 10 };
    const { problems } = await expandInputs([{ ...named('x.yaml', cwd), position: async () => at }], cwd);
    expect(problems[0]?.place).toEqual(at);
  });
});
