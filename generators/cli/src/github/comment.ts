import { member } from '@plumbline/model';
import { type ApiRefusal, findInList, type GitHubApi } from './api.ts';

/** A comment that is known again by a line that nobody sees. */
export interface KeptComment {
  /** The number of the pull request. */
  readonly number: number;
  /** A comment of HTML, with which the text begins. */
  readonly marker: string;
  readonly text: string;
}

/** Writes the one comment of its marker, or brings it up to date. */
export async function keepComment(
  api: GitHubApi,
  { number, marker, text }: KeptComment,
): Promise<'created' | 'updated' | 'unchanged' | ApiRefusal> {
  const body = `${marker}\n${text}`;
  const bodyOf = (comment: unknown) => String(member(comment, 'body') ?? '').replaceAll('\r\n', '\n');
  const listed = await findInList(api, `/issues/${number}/comments`, (comment) =>
    bodyOf(comment).startsWith(marker),
  );
  if ('reason' in listed) return listed;
  if (listed.found !== null) {
    if (bodyOf(listed.found).trim() === body.trim()) return 'unchanged';
    const id = Number(member(listed.found, 'id'));
    const answer = await api.request('PATCH', `/issues/comments/${id}`, { body });
    return 'reason' in answer ? answer : 'updated';
  }
  const answer = await api.request('POST', `/issues/${number}/comments`, { body });
  return 'reason' in answer ? answer : 'created';
}
