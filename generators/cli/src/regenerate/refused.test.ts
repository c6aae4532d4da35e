import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FAKE_STAGES } from '../testing/stages.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { BRANCH } from './pull-request-text.ts';
import { regenerate } from './regenerate.ts';

const CONFIG = "export default { provider: 'acme', spec: ['./openapi.json'], docs: { dir: './docs' } };\n";
const FILES = { 'plumbline.config.ts': CONFIG, 'openapi.json': '{ "docs": { "a.md": "A" } }' };
const ENV = { GITHUB_TOKEN: 'token', GITHUB_REPOSITORY: 'acme/sdk', GITHUB_API_URL: 'http://127.0.0.1:9' };

async function run(cwd: string, pullRequest: boolean, env: { readonly [name: string]: string } = ENV) {
  const stderr: string[] = [];
  const host = { cwd, env, stdout: process.stdout, stderr: { write: (text: string) => stderr.push(text) } };
  const documents = { by: 'config', files: [], providers: [] } as const;
  const ending = await regenerate(
    { kind: 'regenerate', documents, pullRequest, quiet: true },
    host,
    FAKE_STAGES,
  );
  return { ending, said: stderr.join('') };
}

function repository(): string {
  const folder = temporaryFolder(FILES);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

function git(cwd: string, ...args: readonly string[]): string {
  const name = ['-c', 'user.name=a', '-c', 'user.email=a@acme.example', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...name, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

describe('a regeneration without a pull request', () => {
  it('writes files, and touches no repository', async () => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, false, {})).toMatchObject({ ending: 0 });
    expect(Object.keys(filesIn(folder))).toContain('docs/a.md');
    expect(await run(folder, false, {})).toEqual({
      ending: 0,
      said: expect.stringMatching(
        /^Nothing changed: everything is up to date\. Nothing was fetched: .*`upstream`.*\n$/,
      ),
    });
  });

  it('leaves alone what somebody edited, and says so', async () => {
    const folder = temporaryFolder(FILES);
    await run(folder, false, {});
    writeFiles(folder, { 'docs/a.md': 'Mine.' });
    const manifest = filesIn(folder)['docs/.plumbline-manifest.json'] ?? '';
    writeFiles(folder, { 'docs/.plumbline-manifest.json': manifest.replace(/@[\d.]+"/, '@0.0.1"') });
    const { ending, said } = await run(folder, false, {});
    expect([ending, said]).toEqual([0, expect.stringContaining('docs/a.md was edited by hand')]);
    expect(filesIn(folder)['docs/a.md']).toBe('Mine.');
  });
});

describe('a regeneration by pull request is refused', () => {
  it.each([
    ['without a token', { GITHUB_REPOSITORY: 'acme/sdk' }, '`GITHUB_TOKEN` is not set.'],
    ['without a repository', { GITHUB_TOKEN: 'token' }, '`GITHUB_REPOSITORY` is not set.'],
    ['with one that is none', { ...ENV, GITHUB_REPOSITORY: '../x' }, '`GITHUB_REPOSITORY` is not set.'],
    ['outside of git', ENV, 'There is no git repository with a commit here.'],
  ])('%s', async (_, env, want) => {
    const folder = temporaryFolder(FILES);
    expect(await run(folder, true, env)).toEqual({ ending: 2, said: expect.stringContaining(want) });
    expect(Object.keys(filesIn(folder))).toEqual(Object.keys(FILES).sort());
  });

  it('where changes are not committed', async () => {
    const folder = repository();
    writeFiles(folder, { 'notes.md': 'Mine.' });
    expect(await run(folder, true)).toEqual({
      ending: 2,
      said: expect.stringContaining('Changes here are not committed: `?? notes.md`.'),
    });
  });

  it('on its own branch', async () => {
    const folder = repository();
    git(folder, 'switch', '--quiet', '--create', BRANCH);
    expect(await run(folder, true)).toMatchObject({ ending: 2, said: expect.stringContaining('itself') });
  });

  it('where git may not push, and leaves the tree as it was', async () => {
    const folder = repository();
    git(folder, 'config', 'user.name', 'a');
    git(folder, 'config', 'user.email', 'a@acme.example');
    git(folder, 'config', 'commit.gpgsign', 'false');
    expect(await run(folder, true)).toMatchObject({
      ending: 2,
      said: expect.stringContaining('git refuses: '),
    });
    expect(git(folder, 'branch', '--show-current')).toBe('main');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  it('where the documents cannot be read, and leaves the tree as it was', async () => {
    const folder = repository();
    writeFiles(folder, { 'openapi.json': 'no JSON' });
    git(folder, 'commit', '--all', '--quiet', '--message', 'Break');
    expect(await run(folder, true)).toMatchObject({
      ending: 2,
      said: expect.stringContaining('openapi.json:1:1'),
    });
    expect(git(folder, 'status', '--porcelain', '--branch')).toBe('## main');
  });
});
