import { describe, expect, it } from 'vitest';
import { repositoryProblems } from './repository-problems.ts';

const folder = 'packages/sql';
const one = (repository: unknown) => [{ name: '@acme/sql', folder, repository }];
const url = 'git+https://github.com/acme/sdk.git';
const workflow = { server: 'https://github.com', repository: 'acme/sdk' };

describe('a release', () => {
  it.each([
    [
      'names the repository of the workflow',
      { given: one({ type: 'git', url, directory: folder }), workflow },
    ],
    ['names any, by hand', { given: one({ type: 'git', url, directory: folder }), workflow: null }],
  ])('may go on where each package %s', (_, { given, workflow: at }) => {
    expect(repositoryProblems(given, at)).toEqual([]);
  });

  it.each([
    ['names none', undefined],
    ['names another', { type: 'git', url: 'git+https://github.com/acme/fork.git', directory: folder }],
    ['names another folder', { type: 'git', url, directory: 'packages/other' }],
    ['names it in short', 'acme/sdk'],
  ])('may not where one %s', (_, repository) => {
    expect(repositoryProblems(one(repository), workflow)).toEqual([
      `@acme/sql: its package.json lacks "repository": {"type":"git","url":"${url}","directory":"packages/sql"}`,
    ]);
  });

  it('may not by hand either where a package names none', () => {
    expect(repositoryProblems(one(undefined), null)).toHaveLength(1);
  });
});
