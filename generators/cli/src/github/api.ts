import { isObject, type JsonValue, member } from '@plumbline/model';
import type { GitHubEnvironment } from './environment.ts';

/** GitHub's REST API, of one repository. */
export interface GitHubApi {
  /** `owner/name`. */
  readonly repository: string;
  /** A request below `/repos/OWNER/NAME`. */
  readonly request: (method: Method, path: string, body?: object) => Promise<ApiAnswer>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type ApiAnswer = { readonly body: JsonValue } | ApiRefusal;

/** Why a request came to nothing, in a sentence without the full stop. */
export interface ApiRefusal {
  readonly reason: string;
  /** Null: there was no answer at all. */
  readonly status: number | null;
}

const VERSION = '2022-11-28';
const SECONDS = 30;

export function gitHubApi({ apiUrl, repository, token }: GitHubEnvironment): GitHubApi {
  return {
    repository,
    async request(method, path, body) {
      const what = `${method} /repos/${repository}${path}`;
      try {
        const response = await fetch(`${apiUrl}/repos/${repository}${path}`, {
          method,
          signal: AbortSignal.timeout(SECONDS * 1000),
          headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'user-agent': 'plumbline',
            'x-github-api-version': VERSION,
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const answer = parsed(await response.text());
        if (response.ok) return { body: answer };
        return {
          reason: `GitHub answers ${response.status} to \`${what}\`${messageOf(answer)}`,
          status: response.status,
        };
      } catch (error) {
        const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        const text = reason instanceof Error ? reason.message : String(reason);
        return { reason: `GitHub cannot be reached for \`${what}\`: ${text}`, status: null };
      }
    },
  };
}

const PAGE = 100;
const MOST_PAGES = 50;

/** The first object of a list, over its pages, for which a test holds; null: none. */
export async function findInList(
  api: GitHubApi,
  path: string,
  test: (item: JsonValue) => boolean,
): Promise<{ readonly found: JsonValue | null } | ApiRefusal> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}per_page=${PAGE}&page=${page}`;
    const answer = await api.request('GET', `${path}${query}`);
    if ('reason' in answer) return answer;
    const items = Array.isArray(answer.body) ? answer.body : [];
    const found = items.find((item) => test(item));
    if (found !== undefined) return { found };
    if (items.length < PAGE) break;
  }
  return { found: null };
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function messageOf(answer: JsonValue): string {
  const message = isObject(answer) ? member(answer, 'message') : undefined;
  return typeof message === 'string' ? `: ${message}` : '';
}
