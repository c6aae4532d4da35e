import {
  authorization,
  basic,
  type Call,
  type ClientCore,
  createCore,
  inCookie,
  inHeader,
  inQuery,
  method,
  type PagedCall,
  type RequestOptions,
} from '../index.ts';

/** A method as tests write it. */
export type Loose = (client: ClientCore, params?: object, options?: RequestOptions) => Call<unknown>;

export const config = {
  server: 'https://{tenant}.example.com',
  variables: [{ name: 'tenant', default: 'acme' }],
  schemes: {
    apiToken: { by: authorization, prefix: 'SSWS ', env: 'ACME_TOKEN' },
    oauth2: { by: authorization, prefix: 'Bearer ', tokenUrl: '/oauth2/v1/token' },
    basic: { by: basic },
    header: { by: inHeader, name: 'X-Api-Key' },
    key: { by: inQuery, name: 'api key' },
    session: { by: inCookie, name: 'sid' },
  },
  security: [['apiToken'], ['oauth2']],
  errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
  rateLimit: { reset: 'x-rate-limit-reset' },
  failures: [403, 404, 429],
  userAgent: 'acme-client/1.2.3',
} as const;

/** A paged method as tests write it. */
export type LoosePages = (
  client: ClientCore,
  params?: object,
  options?: RequestOptions,
) => PagedCall<unknown, unknown>;

/** A client that answers each request with `answer`, and the requests that it was sent. */
export function clientWith(
  answer: (request: Request) => Response | Promise<Response> = () => Response.json({ ok: true }),
  options: Parameters<typeof createCore>[1] & { readonly [name: string]: unknown } = {},
) {
  const requests: Request[] = [];
  const client = createCore(config, {
    ...options,
    fetch: async (request) => {
      requests.push(request);
      return answer(request);
    },
  });
  return { client, requests, last: () => requests.at(-1) ?? new Request('https://nothing.example') };
}

export const getUser = method<Loose>('GET /users/{id}', {
  query: ['expand'],
  header: ['If-Match'],
  cookie: ['seen'],
});
