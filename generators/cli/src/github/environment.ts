import { readFileSync } from 'node:fs';
import { member } from '@plumbline/model';
import type { Host } from '../host.ts';

/** What a workflow of GitHub Actions knows of where it runs: its default environment variables. */
export interface GitHubEnvironment {
  /** `https://api.github.com`. */
  readonly apiUrl: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/** The environment, or the variable that it lacks. */
export function gitHubEnvironment(env: Host['env']): GitHubEnvironment | { readonly missing: string } {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = env;
  if (!token) return { missing: 'GITHUB_TOKEN' };
  if (!repository || !/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(repository))
    return { missing: 'GITHUB_REPOSITORY' };
  return {
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    repository,
    token,
  };
}

/** The pull request that a workflow runs for, by the payload of its event; null where it runs for none. */
export function pullRequestNumber(env: Host['env']): number | null {
  const path = env.GITHUB_EVENT_PATH;
  if (!path) return null;
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const number = member(member(event, 'pull_request'), 'number');
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
  } catch {
    return null;
  }
}
