import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakePullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
}

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  body: string;
}

/** A server on the loopback interface that answers as GitHub's REST API does, for the requests that we make of it. */
export interface FakeGitHub {
  readonly url: string;
  readonly pulls: FakePullRequest[];
  readonly comments: FakeComment[];
  /** `POST /pulls` and the like, those that change something. */
  readonly changes: string[];
  /** Answered to the next request that changes something, and to those after it; null: all is well. */
  refusal: { readonly status: number; readonly message: string } | null;
  readonly close: () => Promise<void>;
}

export const REPOSITORY = 'acme/sdk';
export const TOKEN = 'a-token';

/** The variables of a workflow's environment that lead to it. */
export function environmentOf({ url }: FakeGitHub): { readonly [name: string]: string } {
  return { GITHUB_API_URL: url, GITHUB_REPOSITORY: REPOSITORY, GITHUB_TOKEN: TOKEN };
}

export async function startFakeGitHub(): Promise<FakeGitHub> {
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const github: FakeGitHub = {
    url: `http://127.0.0.1:${port}`,
    pulls: [],
    comments: [],
    changes: [],
    refusal: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return github;

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const prefix = `/repos/${REPOSITORY}`;
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return refused(401, 'Bad credentials');
    if (!url.pathname.startsWith(prefix)) return refused(404, 'Not Found');
    const path = url.pathname.slice(prefix.length);
    const given = await bodyOf(request);
    if (request.method !== 'GET') {
      if (github.refusal !== null) return refused(github.refusal.status, github.refusal.message);
      github.changes.push(`${request.method} ${path}`);
    }
    return route(`${request.method} ${path}`, { url, given });
  }

  function route(what: string, { url, given }: { readonly url: URL; readonly given: Given }) {
    const { pulls, comments } = github;
    const number = Number(/\d+/.exec(what)?.[0] ?? 0);
    const pull = pulls.find((one) => one.number === number);
    const page = (items: readonly unknown[]) => {
      const size = Number(url.searchParams.get('per_page') ?? 30);
      const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
      return { status: 200, body: items.slice(start, start + size) };
    };
    switch (what.replace(/\d+/, 'N')) {
      case 'GET /pulls': {
        const [owner, head] = (url.searchParams.get('head') ?? ':').split(':');
        const open = pulls.filter((one) => one.state === 'open' && one.head === head);
        return page(owner === REPOSITORY.split('/')[0] ? open.map(shown) : []);
      }
      case 'POST /pulls': {
        const { title = '', body = '', head = '', base = '' } = given;
        const made: FakePullRequest = {
          number: pulls.length + 1,
          head,
          base,
          title,
          body,
          state: 'open',
          labels: [],
        };
        pulls.push(made);
        return { status: 201, body: shown(made) };
      }
      case 'PATCH /pulls/N': {
        if (pull === undefined) return refused(404, 'Not Found');
        const { labels: _, ...changed } = given;
        Object.assign(pull, changed);
        return { status: 200, body: shown(pull) };
      }
      case 'PUT /issues/N/labels': {
        if (pull === undefined) return refused(404, 'Not Found');
        pull.labels = given.labels ?? [];
        return { status: 200, body: [] };
      }
      case 'GET /issues/N/comments':
        return page(comments.filter(({ issue }) => issue === number));
      case 'POST /issues/N/comments': {
        const made = { id: comments.length + 1, issue: number, body: given.body ?? '' };
        comments.push(made);
        return { status: 201, body: made };
      }
      case 'PATCH /issues/comments/N': {
        const comment = comments.find(({ id }) => id === number);
        if (comment === undefined) return refused(404, 'Not Found');
        comment.body = given.body ?? '';
        return { status: 200, body: comment };
      }
      default:
        return refused(404, 'Not Found');
    }
  }
}

interface Given {
  readonly title?: string;
  readonly body?: string;
  readonly head?: string;
  readonly base?: string;
  readonly state?: 'open' | 'closed';
  readonly labels?: string[];
}

function shown(pull: FakePullRequest): object {
  const labels = pull.labels.map((name) => ({ name }));
  return { ...pull, labels, html_url: `https://github.example/${REPOSITORY}/pull/${pull.number}` };
}

function refused(status: number, message: string): { status: number; body: unknown } {
  return { status, body: { message } };
}

async function bodyOf(request: IncomingMessage): Promise<Given> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
}
