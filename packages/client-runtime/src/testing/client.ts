import { type Call, type ClientCore, createCore, method, type RequestOptions } from '../index.ts';

/** A method as tests write it. */
export type Loose = (client: ClientCore, params?: object, options?: RequestOptions) => Call<unknown>;

export const config = {
  server: 'https://{tenant}.example.com',
  variables: [{ name: 'tenant', default: 'acme' }],
  schemes: {
    apiToken: { in: 'header', name: 'Authorization', prefix: 'SSWS ', env: 'ACME_TOKEN' },
    oauth2: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    basic: { in: 'header', name: 'Authorization', prefix: 'Basic ' },
    key: { in: 'query', name: 'api key' },
    session: { in: 'cookie', name: 'sid' },
  },
  security: [['apiToken'], ['oauth2']],
  errors: { message: 'errorSummary', code: 'errorCode', id: 'errorId' },
} as const;

/** A client that answers each request with `answer`, and the requests that it was sent. */
export function clientWith(
  answer: () => Response | Promise<Response> = () => Response.json({ ok: true }),
  options: Parameters<typeof createCore>[1] & { readonly [name: string]: unknown } = {},
) {
  const requests: Request[] = [];
  const client = createCore(config, {
    ...options,
    fetch: async (request) => {
      requests.push(request);
      return answer();
    },
  });
  return { client, requests, last: () => requests.at(-1) ?? new Request('https://nothing.example') };
}

export const getUser = method<Loose>('GET /users/{id}', {
  query: ['expand'],
  header: ['If-Match'],
  cookie: ['seen'],
});
