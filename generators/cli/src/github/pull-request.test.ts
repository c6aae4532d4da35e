import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHubApi, gitHubApi } from './api.ts';
import { closePullRequest, type PullRequest, publishPullRequest } from './pull-request.ts';
import { type FakeGitHub, REPOSITORY, startFakeGitHub, TOKEN } from './testing/fake-github.ts';

let github: FakeGitHub;
let api: GitHubApi;
beforeAll(async () => {
  github = await startFakeGitHub();
  api = gitHubApi({
    apiUrl: github.url,
    serverUrl: 'https://github.com',
    repository: REPOSITORY,
    token: TOKEN,
  });
});
afterAll(() => github.close());
beforeEach(() => {
  github.pulls.length = 0;
  github.comments.length = 0;
  github.changes.length = 0;
  github.refusal = null;
});

const WANTED: PullRequest = {
  branch: 'plumbline/regenerate',
  base: 'main',
  title: 'Update acme',
  body: 'All of it.',
  labels: ['semver: minor'],
};
const isOurs = (label: string) => label.startsWith('semver: ');

describe('the pull request of a branch', () => {
  it('is opened once, and then kept up to date', async () => {
    expect(await publishPullRequest(api, WANTED, isOurs)).toMatchObject({ outcome: 'opened', number: 1 });
    github.pulls[0]?.labels.push('reviewed');
    const next = { ...WANTED, title: 'Update acme (major)', labels: ['semver: major'] };
    expect(await publishPullRequest(api, next, isOurs)).toMatchObject({ outcome: 'updated', number: 1 });
    expect(github.pulls).toMatchObject([
      {
        title: 'Update acme (major)',
        body: 'All of it.',
        base: 'main',
        labels: ['reviewed', 'semver: major'],
      },
    ]);
  });

  it('is another where the one before is closed', async () => {
    await publishPullRequest(api, WANTED, isOurs);
    for (const pull of github.pulls) pull.state = 'closed';
    expect(await publishPullRequest(api, WANTED, isOurs)).toMatchObject({ outcome: 'opened', number: 2 });
  });

  it('is closed with a reason, where one is open', async () => {
    const closing = { branch: WANTED.branch, base: 'main', reason: 'Nothing is left.' };
    expect(await closePullRequest(api, closing)).toBeNull();
    await publishPullRequest(api, WANTED, isOurs);
    expect(await closePullRequest(api, closing)).toEqual({ number: 1 });
    expect(github.pulls).toMatchObject([{ state: 'closed' }]);
    expect(github.comments).toMatchObject([{ issue: 1, body: 'Nothing is left.' }]);
  });

  it('is refused as GitHub refuses it', async () => {
    github.refusal = { status: 403, message: 'GitHub Actions is not permitted to create pull requests.' };
    expect(await publishPullRequest(api, WANTED, isOurs)).toEqual({
      status: 403,
      reason:
        'GitHub answers 403 to `POST /repos/acme/sdk/pulls`: GitHub Actions is not permitted to create pull requests.',
    });
  });
});
