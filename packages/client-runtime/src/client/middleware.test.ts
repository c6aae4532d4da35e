import type { Middleware } from 'openapi-fetch';
import { describe, expect, it } from 'vitest';
import { assemble, type Call, type ClientCore, jsonBody, linkPages, method } from '../index.ts';
import { clientWith, getUser, type Loose, type LoosePages } from '../testing/client.ts';

interface Whole extends ClientCore {
  readonly http: {
    use(...middleware: readonly Middleware[]): void;
    eject(...middleware: readonly Middleware[]): void;
    GET(path: string, init?: object): Promise<{ data?: unknown; error?: unknown; response: Response }>;
    POST(path: string, init?: object): Promise<{ data?: unknown }>;
  };
  readonly users: {
    readonly users: {
      getUser(params: object): Call<unknown>;
      createUser(params: object): Call<unknown>;
      listUsers(): AsyncIterable<unknown>;
    };
  };
}

const createUser = method<Loose>('POST /users', { body: { write: jsonBody } });
const listUsers = method<LoosePages>('GET /users', { page: { by: linkPages } });

function whole(...given: Parameters<typeof clientWith>) {
  const { client, requests } = clientWith(...given);
  return {
    okta: assemble<Whole>(client, { users: { users: { getUser, createUser, listUsers } } }),
    requests,
  };
}

/** The same call by `http` and by a method. */
const ways: readonly (readonly [string, (okta: Whole) => Promise<unknown>])[] = [
  [
    'http',
    async ({ http }) => {
      const params = { path: { id: 'a b' }, query: { expand: 'x' } };
      const { data, response } = await http.GET('/users/{id}', { params });
      return response.ok ? data : response.status;
    },
  ],
  [
    'a method',
    ({ users }) =>
      users.users
        .getUser({ id: 'a b', expand: 'x' })
        .catch((error) => (error as { status?: number }).status ?? Promise.reject(error)),
  ],
];

describe.each(ways)('middleware of openapi-fetch, run for %s', (_name, get) => {
  const noting = (name: string, seen: unknown[]): Middleware => ({
    onRequest: ({ schemaPath }) => void seen.push(`${name} request ${schemaPath}`),
    onResponse: ({ response }) => void seen.push(`${name} response ${response.status}`),
    onError: ({ error }) => void seen.push(`${name} error ${(error as Error).name}`),
  });

  it('comes in order, and in reverse order on the way back', async () => {
    const seen: unknown[] = [];
    const { okta } = whole();
    okta.http.use(noting('a', seen), noting('b', seen));
    expect(await get(okta)).toEqual({ ok: true });
    expect(seen).toEqual([
      'a request /users/{id}',
      'b request /users/{id}',
      'b response 200',
      'a response 200',
    ]);
  });

  it('is told of a failure, which it may replace or make good', async () => {
    const seen: unknown[] = [];
    const { okta } = whole(() => Promise.reject(new TypeError('fetch failed')), { retry: false });
    okta.http.use(noting('a', seen), { onError: () => new RangeError('other') });
    await expect(get(okta)).rejects.toThrow('other');
    expect(seen).toEqual(['a request /users/{id}', 'a error RangeError']);
    okta.http.use(noting('c', seen), { onError: () => Response.json('good') });
    expect(await get(okta)).toBe('good');
    expect(seen.slice(2)).toEqual([
      'a request /users/{id}',
      'c request /users/{id}',
      'c response 200',
      'a response 200',
    ]);
  });

  it('changes the request, or replaces it', async () => {
    const { okta, requests } = whole(undefined, { auth: { apiToken: 't' } });
    okta.http.use(
      { onRequest: ({ request }) => request.headers.set('x-a', '1') },
      { onRequest: ({ request }) => new Request(`${request.url}&more=1`, request) },
      { onRequest: ({ request }) => request.headers.set('x-b', request.headers.get('x-a') ?? '') },
    );
    await get(okta);
    const [{ url, headers } = new Request('https://nothing.example')] = requests;
    expect(url).toBe('https://acme.example.com/users/a%20b?expand=x&more=1');
    expect([headers.get('x-a'), headers.get('x-b'), headers.get('authorization')]).toEqual([
      '1',
      '1',
      'SSWS t',
    ]);
  });

  it('answers in place of the server', async () => {
    const seen: unknown[] = [];
    const { okta, requests } = whole();
    okta.http.use(noting('a', seen), { onRequest: () => Response.json('here') }, noting('c', seen));
    expect(await get(okta)).toBe('here');
    expect([requests, seen]).toEqual([[], ['a request /users/{id}']]);
  });

  it('replaces the answer, a failure among them', async () => {
    const { okta } = whole();
    const replace: Middleware = { onResponse: () => new Response(null, { status: 404 }) };
    okta.http.use(replace);
    expect(await get(okta)).toBe(404);
    okta.http.eject(replace);
    expect(await get(okta)).toEqual({ ok: true });
  });

  it('is run once, however often the request is sent', async () => {
    const seen: unknown[] = [];
    const answers = [503, 429].map(
      (status) => new Response(null, { status, headers: { 'retry-after': '0' } }),
    );
    const { okta, requests } = whole(() => answers.shift() ?? Response.json(1));
    okta.http.use(noting('a', seen));
    await get(okta);
    expect([requests.length, seen.length]).toEqual([3, 2]);
  });

  it('knows the call', async () => {
    const known: object[] = [];
    const { okta } = whole();
    okta.http.use({
      onRequest: ({ id, options, params, schemaPath }) => {
        const { baseUrl, parseAs, pathSerializer, querySerializer } = options;
        known.push({ baseUrl, parseAs, schemaPath, path: params.path, query: params.query });
        expect(id).toMatch(/^\w{5,}$/);
        expect(pathSerializer('/{id}', { id: 'a b' })).toBe('/a%20b');
        expect(querySerializer({ q: ['a', 'b'] })).toBe('q=a&q=b');
      },
    });
    await get(okta);
    expect(known).toEqual([
      {
        baseUrl: 'https://acme.example.com',
        parseAs: 'json',
        schemaPath: '/users/{id}',
        path: { id: 'a b' },
        query: { expand: 'x' },
      },
    ]);
  });
});

describe('middleware of openapi-fetch', () => {
  it('sees the body, which is sent all the same', async () => {
    const answers = [new Response(null, { status: 503, headers: { 'retry-after': '0' } })];
    const { okta, requests } = whole(() => answers.shift() ?? Response.json(1), {
      retry: { methods: ['POST'] },
    });
    const bodies: string[] = [];
    okta.http.use({ onRequest: async ({ request }) => void bodies.push(await request.clone().text()) });
    await okta.users.users.createUser({ body: { a: 1 } });
    await okta.http.POST('/users', { body: { a: 1 } });
    expect(bodies).toEqual(['{"a":1}', '{"a":1}']);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(Array(3).fill('{"a":1}'));
  });

  it('is run for each page, and for methods that are imported one by one', async () => {
    const { okta } = whole(({ url }) =>
      Response.json([1], { headers: url.includes('after') ? {} : { link: '</users?after=1>; rel="next"' } }),
    );
    const urls: string[] = [];
    okta.http.use({ onRequest: ({ request }) => void urls.push(request.url) });
    expect(await listUsers(okta).toArray()).toEqual([1, 1]);
    expect(urls).toEqual(['https://acme.example.com/users', 'https://acme.example.com/users?after=1']);
  });
});
