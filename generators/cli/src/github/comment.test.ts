import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comment } from '../review/comment.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { environmentOf, type FakeGitHub, startFakeGitHub } from './testing/fake-github.ts';

let github: FakeGitHub;
beforeAll(async () => {
  github = await startFakeGitHub();
});
afterAll(() => github.close());
beforeEach(() => {
  github.comments.length = 0;
  github.changes.length = 0;
  github.refusal = null;
});

/** As a step of a workflow for a pull request does. */
async function run(text: string, { event = { pull_request: { number: 7 } } as object, env = {} } = {}) {
  const cwd = temporaryFolder({ 'comment.md': text, 'event.json': JSON.stringify(event) });
  const stderr: string[] = [];
  const ending = await comment(
    { kind: 'comment', file: 'comment.md' },
    {
      cwd,
      env: { ...environmentOf(github), GITHUB_EVENT_PATH: join(cwd, 'event.json'), ...env },
      stdout: process.stdout,
      stderr: { write: (said) => stderr.push(said) },
    },
  );
  return { ending, said: stderr.join('') };
}

describe('the comment of a pull request', () => {
  it('is one, and kept up to date', async () => {
    github.comments.push({ id: 1, issue: 7, body: 'Looks good.' }, { id: 2, issue: 8, body: 'Elsewhere.' });
    expect(await run('First.\n')).toEqual({ ending: 0, said: 'The comment of #7 is created.\n' });
    expect(await run('Second.\n')).toEqual({ ending: 0, said: 'The comment of #7 is updated.\n' });
    expect(await run('Second.\n')).toEqual({ ending: 0, said: 'The comment of #7 is unchanged.\n' });
    expect(github.comments.map(({ body }) => body)).toEqual([
      'Looks good.',
      'Elsewhere.',
      '<!-- plumbline-review -->\nSecond.\n',
    ]);
    expect(github.changes).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/3']);
  });

  it('is found behind hundreds of others', async () => {
    for (let id = 1; id <= 250; id += 1) github.comments.push({ id, issue: 7, body: 'Talk.' });
    await run('First.\n');
    await run('Second.\n');
    expect(github.changes).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/251']);
  });

  it('is none in a run for no pull request', async () => {
    expect(await run('Text.', { event: { push: {} } })).toEqual({
      ending: 0,
      said: 'This is no run for a pull request: there is nothing to comment on.\n',
    });
    expect(github.changes).toEqual([]);
  });

  it('is cut to what GitHub takes', async () => {
    await run(`${'A line of text.\n'.repeat(10_000)}`);
    expect(github.comments[0]?.body.length).toBeLessThan(65_536);
    expect(github.comments[0]?.body).toContain('more lines. The log of the check has them all.');
  });

  it.each([
    ['the token may not write', { status: 403, message: 'Resource not accessible by integration' }],
    ['GitHub is ill', { status: 502, message: 'Server Error' }],
  ])('fails where %s, and says so', async (_, refusal) => {
    github.refusal = refusal;
    const { ending, said } = await run('Text.');
    expect(ending).toBe(2);
    expect(said).toContain(
      `GitHub answers ${refusal.status} to \`POST /repos/acme/sdk/issues/7/comments\`: ${refusal.message}.`,
    );
  });

  it.each([
    ['there is no token', { GITHUB_TOKEN: '' }, '`GITHUB_TOKEN` is not set.'],
    ['the token is wrong', { GITHUB_TOKEN: 'other' }, 'GitHub answers 401'],
    ['nobody answers', { GITHUB_API_URL: 'http://127.0.0.1:9' }, 'GitHub cannot be reached'],
  ])('fails where %s', async (_, env, want) => {
    expect(await run('Text.', { env })).toMatchObject({ ending: 2, said: expect.stringContaining(want) });
  });
});
