import { type JsonValue, member } from '@plumbline/model';
import { type ApiRefusal, findInList, type GitHubApi } from './api.ts';

/** The pull request of a branch, as it shall be. */
export interface PullRequest {
  readonly branch: string;
  /** The branch that it shall be merged into. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** Those of ours that it shall have. */
  readonly labels: readonly string[];
}

export interface PublishedPullRequest {
  readonly outcome: 'opened' | 'updated';
  readonly number: number;
  readonly url: string;
}

/** Opens the pull request of a branch, or brings the open one up to date. `isOurs` tells our labels from those of others. */
export async function publishPullRequest(
  api: GitHubApi,
  wanted: PullRequest,
  isOurs: (label: string) => boolean,
): Promise<PublishedPullRequest | ApiRefusal> {
  const open = await openPullRequest(api, wanted);
  if ('reason' in open) return open;
  const { title, body, branch, base } = wanted;
  const answer =
    open.found === null
      ? await api.request('POST', '/pulls', { title, body, head: branch, base })
      : await api.request('PATCH', `/pulls/${numberOf(open.found)}`, { title, body });
  if ('reason' in answer) return answer;
  const number = numberOf(answer.body);
  const labelled = await setLabels(api, number, {
    wanted: wanted.labels,
    had: labelsOf(answer.body),
    isOurs,
  });
  if (labelled !== null) return labelled;
  const outcome = open.found === null ? 'opened' : 'updated';
  return { outcome, number, url: String(member(answer.body, 'html_url') ?? '') };
}

/** Closes the open pull request of a branch, with a comment that says why; null: there was none. */
export async function closePullRequest(
  api: GitHubApi,
  { branch, base, reason }: Pick<PullRequest, 'branch' | 'base'> & { readonly reason: string },
): Promise<{ readonly number: number } | ApiRefusal | null> {
  const open = await openPullRequest(api, { branch, base });
  if ('reason' in open) return open;
  if (open.found === null) return null;
  const number = numberOf(open.found);
  const told = await api.request('POST', `/issues/${number}/comments`, { body: reason });
  if ('reason' in told) return told;
  const closed = await api.request('PATCH', `/pulls/${number}`, { state: 'closed' });
  return 'reason' in closed ? closed : { number };
}

/** That of this repository: a branch of a fork may have the same name. */
function openPullRequest(api: GitHubApi, { branch, base }: Pick<PullRequest, 'branch' | 'base'>) {
  const [owner = ''] = api.repository.split('/');
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, base });
  return findInList(api, `/pulls?${query}`, () => true);
}

async function setLabels(
  api: GitHubApi,
  number: number,
  {
    wanted,
    had,
    isOurs,
  }: {
    readonly wanted: readonly string[];
    readonly had: readonly string[];
    readonly isOurs: (label: string) => boolean;
  },
): Promise<ApiRefusal | null> {
  const labels = [...new Set([...had.filter((label) => !isOurs(label)), ...wanted])];
  if (labels.length === had.length && labels.every((label) => had.includes(label))) return null;
  const answer = await api.request('PUT', `/issues/${number}/labels`, { labels });
  return 'reason' in answer ? answer : null;
}

function labelsOf(pullRequest: JsonValue): readonly string[] {
  const labels = member(pullRequest, 'labels');
  return Array.isArray(labels) ? labels.map((label) => String(member(label, 'name') ?? '')) : [];
}

function numberOf(pullRequest: JsonValue): number {
  return Number(member(pullRequest, 'number'));
}
