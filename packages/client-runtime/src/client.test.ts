import { describe, expect, it, vi } from 'vitest';
import {
  ApiError,
  assemble,
  binary,
  type Call,
  type ClientCore,
  createCore,
  DecodeError,
  decodeBlob,
  decodeByType,
  decodeNothing,
  decodeText,
  formBody,
  type HttpClient,
  method,
  multipart,
  type RequestOptions,
} from './index.ts';

type Loose = (client: ClientCore, params?: object, options?: RequestOptions) => Call<unknown>;

const config = {
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
function clientWith(
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

const getUser = method<Loose>('GET /users/{id}', {
  query: ['expand'],
  header: ['If-Match'],
  cookie: ['seen'],
});

describe('a request', () => {
  it('is what its descriptor and parameters say', async () => {
    const { client, last } = clientWith();
    await getUser(client, { id: 'a b', expand: ['x', 'y'], 'If-Match': '"1"', seen: 1 });
    expect(last().method).toBe('GET');
    expect(last().url).toBe('https://acme.example.com/users/a%20b?expand=x&expand=y');
    expect(Object.fromEntries(last().headers)).toEqual({
      accept: 'application/json',
      'if-match': '"1"',
      cookie: 'seen=1',
    });
    expect(last().body).toBeNull();
  });

  it('needs no parameters where it has none', async () => {
    const { client, last } = clientWith();
    await method<Loose>('GET /users')(client);
    expect(last().url).toBe('https://acme.example.com/users');
  });

  it.each([
    ['baseUrl', { baseUrl: 'http://localhost:1/' }, 'http://localhost:1/users/1'],
    ['a server variable', { tenant: 'other' }, 'https://other.example.com/users/1'],
  ])('goes where %s says', async (_name, options, url) => {
    const { client, last } = clientWith(undefined, options);
    await getUser(client, { id: 1 });
    expect(last().url).toBe(url);
  });

  it("goes to its method's own server, but not past a baseUrl", async () => {
    const upload = method<Loose>('POST /files', { server: 'https://{tenant}.uploads.example.com' });
    const own = clientWith();
    await upload(own.client);
    expect(own.last().url).toBe('https://acme.uploads.example.com/files');
    const mock = clientWith(undefined, { baseUrl: 'http://localhost:1' });
    await upload(mock.client);
    expect(mock.last().url).toBe('http://localhost:1/files');
  });

  it.each([
    ['JSON', { body: true } as const, { a: 1 }, 'application/json', '{"a":1}'],
    [
      'JSON of another type',
      { body: { type: 'application/merge-patch+json' } },
      null,
      'application/merge-patch+json',
      'null',
    ],
    [
      'a form',
      { body: { type: 'application/x-www-form-urlencoded', write: formBody } },
      { a: 'b c' },
      'application/x-www-form-urlencoded',
      'a=b+c',
    ],
    ['bytes', { body: { type: 'image/png', write: binary } }, new Uint8Array([65]), 'image/png', 'A'],
    ['a stream', { body: { type: 'image/png', write: binary } }, new Blob(['A']).stream(), 'image/png', 'A'],
  ])('carries %s', async (_name, descriptor, body, type, want) => {
    const { client, last } = clientWith();
    await method<Loose>('POST /x', descriptor)(client, { body });
    expect(last().headers.get('content-type')).toBe(type);
    expect(await last().text()).toBe(want);
  });

  it('carries a multipart body with its boundary', async () => {
    const { client, last } = clientWith();
    await method<Loose>('POST /x', { body: { type: 'multipart/form-data', write: multipart } })(client, {
      body: { a: new Blob(['b']) },
    });
    expect(last().headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    expect(await ((await last().formData()).get('a') as File).text()).toBe('b');
  });

  it('carries no content type where it has no body', async () => {
    const { client, last } = clientWith();
    await method<Loose>('POST /x', { body: true })(client, {});
    expect(last().headers.get('content-type')).toBeNull();
    expect(last().body).toBeNull();
  });

  it('takes headers of the client and of the call, the latter over the former', async () => {
    const { client, last } = clientWith(undefined, { headers: { 'x-a': 'client', 'x-b': 'client' } });
    await getUser(client, { id: 1 }, { headers: { 'X-A': 'call', accept: 'text/html', 'x-b': null } });
    expect(Object.fromEntries(last().headers)).toEqual({ accept: 'text/html', 'x-a': 'call' });
  });

  it('is refused before it is sent where a path value or an option is wrong', async () => {
    const { client, requests } = clientWith();
    await expect(getUser(client, { id: '..' })).rejects.toThrow('The path parameter `id`');
    await expect(getUser(client, { id: 1, expnad: 1 })).rejects.toThrow(
      '`expnad` is not among the parameters of GET /users/{id}: `id`, `expand`',
    );
    await expect(getUser(client, { id: 1, body: {} })).rejects.toThrow('`body` is not among');
    await expect(getUser(client, { id: 1 }, { sginal: null } as RequestOptions)).rejects.toThrow(
      '`sginal` is not among the options of a request',
    );
    expect(requests).toEqual([]);
  });

  it('is aborted by its signal', async () => {
    const controller = new AbortController();
    const client = createCore(config, {
      fetch: ({ signal }) =>
        new Promise((_resolve, reject) => {
          if (signal.aborted) reject(signal.reason);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const call = getUser(client, { id: 1 }, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });
});

describe('credentials', () => {
  const secured = (security: readonly (readonly string[])[]) => method<Loose>('GET /x', { security });

  it.each([
    ['the first alternative that is there', { oauth2: 'abc' }, undefined, { authorization: 'Bearer abc' }],
    ['the first of two', { oauth2: 'abc', apiToken: 't' }, undefined, { authorization: 'SSWS t' }],
    ['none where none are there', {}, undefined, {}],
    ['none where the method wants none', { apiToken: 't' }, [], {}],
    ['a function’s answer', { apiToken: async () => 'fresh' }, undefined, { authorization: 'SSWS fresh' }],
    [
      'a user and a password',
      { basic: { username: 'ada', password: 'ü:' } },
      [['basic']],
      { authorization: 'Basic YWRhOsO8Og==' },
    ],
    [
      'all schemes of an alternative',
      { session: 'a b', oauth2: 'x' },
      [['session', 'oauth2']],
      { authorization: 'Bearer x', cookie: 'sid=a%20b' },
    ],
    ['no half of an alternative', { session: 'a' }, [['session', 'oauth2']], {}],
  ])('are %s', async (_name, auth, security, want) => {
    const { client, last } = clientWith(undefined, { auth });
    await (security === undefined ? getUser(client, { id: 1 }) : secured(security)(client));
    const { accept: _accept, ...headers } = Object.fromEntries(last().headers);
    expect(headers).toEqual(want);
  });

  it('can stand in the query', async () => {
    const { client, last } = clientWith(undefined, { auth: { key: 'a&b' } });
    await secured([['key']])(client);
    expect(last().url).toBe('https://acme.example.com/x?api%20key=a%26b');
  });

  it('come from the environment', async () => {
    vi.stubEnv('ACME_TOKEN', 'env');
    const { client, last } = clientWith();
    await getUser(client, { id: 1 });
    vi.unstubAllEnvs();
    expect(last().headers.get('authorization')).toBe('SSWS env');
  });

  it.each([
    ['an unknown option', { tennant: 'x' }, '`tennant` is not among the options of the client'],
    ['an unknown scheme', { auth: { apitoken: 'x' } }, '`apitoken` is not among the credentials'],
  ])('%s is refused', (_name, options, message) => {
    expect(() => clientWith(undefined, options)).toThrow(message);
  });
});

describe('an answer', () => {
  it.each([
    ['JSON', {}, () => Response.json({ a: 1 }), { a: 1 }],
    ['an empty body', {}, () => new Response(''), undefined],
    ['a body where none is declared', { decode: decodeNothing }, () => new Response('OK'), undefined],
    ['204', { decode: decodeBlob }, () => new Response(null, { status: 204 }), undefined],
    ['text', { decode: decodeText }, () => Response.json('x'), '"x"'],
    [
      'JSON by its type',
      { decode: decodeByType },
      () => new Response('1', { headers: { 'content-type': 'application/problem+json; charset=utf-8' } }),
      1,
    ],
    [
      'text by its type',
      { decode: decodeByType },
      () => new Response('1', { headers: { 'content-type': 'text/csv' } }),
      '1',
    ],
  ])('%s', async (_name, descriptor, answer, want) => {
    const { client } = clientWith(answer);
    expect(await method<Loose>('GET /x', descriptor)(client)).toEqual(want);
  });

  it.each([
    ['because the method says so', decodeBlob],
    ['by its type', decodeByType],
  ])('of bytes, %s', async (_name, decode) => {
    const { client } = clientWith(
      () => new Response(new Uint8Array([1, 2]), { headers: { 'content-type': 'image/png' } }),
    );
    const data = await method<Loose>('GET /x', { decode })(client);
    expect(data).toBeInstanceOf(Blob);
    expect([...new Uint8Array(await (data as Blob).arrayBuffer())]).toEqual([1, 2]);
  });

  it('comes with its response', async () => {
    const { client } = clientWith(() =>
      Response.json([1], { status: 201, headers: { link: '<x>; rel="next"' } }),
    );
    const { data, response } = await getUser(client, { id: 1 }).withResponse();
    expect(data).toEqual([1]);
    expect([response.status, response.headers.get('link')]).toEqual([201, '<x>; rel="next"']);
  });

  it('to HEAD has no body', async () => {
    const { client } = clientWith(() => new Response(null, { headers: { 'content-length': '12' } }));
    expect(await method<Loose>('HEAD /x')(client)).toBeUndefined();
  });

  it('that is not what it says is a DecodeError', async () => {
    const { client } = clientWith(() => new Response('<html>', { status: 200 }));
    const error = await getUser(client, { id: 1 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ name: 'DecodeError', status: 200, method: 'GET', path: '/users/{id}' });
  });
});

describe('an error', () => {
  const failure = async (answer: () => Response): Promise<unknown> =>
    getUser(clientWith(answer).client, { id: 1 }).then(
      () => 'no error',
      (reason: unknown) => reason,
    );

  it('tells what was asked and what was answered', async () => {
    const body = { errorSummary: 'Not found: x (User)', errorCode: 'E0000007', errorId: 'oae1' };
    const error = await failure(() => Response.json(body, { status: 404, headers: { 'x-a': 'b' } }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: 'ApiError',
      message: 'GET /users/{id} answered 404: Not found: x (User)',
      method: 'GET',
      path: '/users/{id}',
      status: 404,
      code: 'E0000007',
      id: 'oae1',
      body,
    });
    expect((error as ApiError).headers.get('x-a')).toBe('b');
  });

  it.each([
    ['without a body', () => new Response(null, { status: 500 }), undefined],
    ['with an empty body', () => new Response('', { status: 500 }), undefined],
    [
      'with a length of 0',
      () => new Response('', { status: 500, headers: { 'content-length': '0' } }),
      undefined,
    ],
    ['with text', () => new Response('Bad gateway', { status: 502 }), 'Bad gateway'],
    ['of JSON that is no object', () => Response.json(null, { status: 400 }), null],
    ['that is a redirect nobody follows', () => new Response(null, { status: 304 }), undefined],
  ])('%s is still an error', async (_name, answer, body) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).body).toEqual(body);
  });

  it('of the network stays what it is', async () => {
    const { client } = clientWith(() => Promise.reject(new TypeError('fetch failed')));
    await expect(getUser(client, { id: 1 })).rejects.toThrow('fetch failed');
  });
});

describe('a call', () => {
  it('is sent once, however often it is awaited', async () => {
    const { client, requests } = clientWith();
    const call = getUser(client, { id: 1 });
    expect(await Promise.all([call, call, call.withResponse().then(({ data }) => data)])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(requests).toHaveLength(1);
  });

  it('is a promise in all but name', async () => {
    const { client } = clientWith();
    const seen: unknown[] = [];
    await getUser(client, { id: 1 }).finally(() => seen.push('finally'));
    await getUser(client, { id: '' }).catch(() => seen.push('catch'));
    expect(seen).toEqual(['finally', 'catch']);
    expect(String(getUser(client, { id: 1 }))).toBe('[object Call]');
  });
});

describe('a whole client', () => {
  interface Whole extends ClientCore {
    readonly http: HttpClient<object>;
    readonly users: { readonly users: { getUser(params: object): Call<unknown> } };
  }

  it('has methods that need no client, by service and resource', async () => {
    const { client, last } = clientWith();
    const { users } = assemble<Whole>(client, { users: { users: { getUser } } });
    const { getUser: detached } = users.users;
    expect(await detached({ id: '1' })).toEqual({ ok: true });
    expect(last().url).toBe('https://acme.example.com/users/1');
  });

  it('serves methods that are imported one by one', async () => {
    const { client } = clientWith();
    expect(await getUser(assemble<Whole>(client, {}), { id: 1 })).toEqual({ ok: true });
  });

  it('holds plain openapi-fetch, with its credentials', async () => {
    const { client, last } = clientWith(undefined, { auth: { apiToken: 't' } });
    const http = assemble<Whole>(client, {}).http as unknown as { GET(path: string): Promise<unknown> };
    await http.GET('/anything');
    expect(last().url).toBe('https://acme.example.com/anything');
    expect(last().headers.get('authorization')).toBe('SSWS t');
  });
});
