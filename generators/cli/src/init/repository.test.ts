import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { repositoryOf, repositoryUrl } from './repository.ts';

const ACME = 'git+https://github.com/acme/sdk.git';

it.each([
  ['by HTTPS', { given: 'https://github.com/acme/sdk.git', want: ACME }],
  ['by HTTPS, without an ending', { given: 'https://github.com/acme/sdk', want: ACME }],
  [
    'with credentials, which are left out',
    { given: 'https://me:secret@github.com/acme/sdk.git', want: ACME },
  ],
  ['by SSH', { given: 'ssh://git@github.com:22/acme/sdk.git', want: ACME }],
  ['by SSH as git writes it', { given: 'git@github.com:acme/sdk.git', want: ACME }],
  [
    'in a group of a group',
    { given: 'git@git.example:a/b/c.git', want: 'git+https://git.example/a/b/c.git' },
  ],
  ['on this machine', { given: '/srv/git/acme/sdk.git', want: null }],
  ['as a file', { given: 'file:///srv/git/acme/sdk.git', want: null }],
  ['on a disk of Windows', { given: 'C:/git/acme/sdk.git', want: null }],
  ['with a query', { given: 'https://github.com/acme/sdk?x="y"', want: null }],
  ['nowhere', { given: '', want: null }],
])('the repository of a remote: %s', (_name, { given, want }) => {
  expect(repositoryUrl(given)).toBe(want);
});

it('the repository of a folder is that whose top it is', () => {
  const folder = temporaryFolder({ 'api/openapi.yaml': '' });
  expect(repositoryOf(folder)).toBeNull();
  expect(repositoryOf(join(folder, 'nowhere'))).toBeNull();
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  expect(repositoryOf(folder)).toBeNull();
  execFileSync('git', ['remote', 'add', 'origin', 'git@github.com:acme/sdk.git'], { cwd: folder });
  expect(repositoryOf(folder)).toBe(ACME);
  expect(repositoryOf(join(folder, 'api'))).toBeNull();
});
