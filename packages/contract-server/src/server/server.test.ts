import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { ProviderPagination } from '../provider/provider.ts';
import { pagingMethod, sampleProvider } from '../testing/sample-provider.ts';
import type { ServerOptions } from './options.ts';
import { type ContractServer, createContractServer } from './server.ts';

const json = (schema: JsonObject, more: JsonObject = {}) => ({
  content: { 'application/json': { schema, ...more } },
});
const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', minLength: 8 }, password: { type: 'string', writeOnly: true } },
};
const point = {
  type: 'object',
  required: ['x', 'y'],
  properties: { x: { type: 'integer' }, y: { type: 'integer' } },
};
const things = { type: 'array', items: thing };
const query = (name: string, type: string) => ({ name, in: 'query', schema: { type } });

const provider = sampleProvider(
  {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          query('limit', 'integer'),
          query('after', 'string'),
          query('offset', 'integer'),
          query('page', 'integer'),
        ],
        responses: {
          200: json(things),
          404: json(
            { type: 'object' },
            { examples: { gone: { value: { why: 'gone' } }, never: { value: { why: 'never' } } } },
          ),
        },
      },
      post: {
        security: [{ key: [] }],
        requestBody: { required: true, ...json(thing) },
        responses: { 201: json(thing, { example: { id: 'too' } }), 429: { description: '' } },
      },
    },
    '/points': {
      get: {
        operationId: 'listPoints',
        parameters: [query('limit', 'integer'), query('page', 'integer')],
        responses: { 200: json({ type: 'array', items: point }, { example: [{ x: 1, y: 1 }] }) },
      },
    },
    '/moved': {
      get: {
        responses: {
          302: {
            description: '',
            headers: { Location: { example: 'https://elsewhere.example/', schema: {} } },
          },
        },
      },
    },
    '/wrapped': {
      get: {
        parameters: [query('cursor', 'string')],
        responses: {
          200: json({
            type: 'object',
            required: ['data'],
            properties: { data: things, next: { type: 'string' } },
          }),
        },
      },
    },
    '/since': {
      get: {
        parameters: [query('after', 'integer')],
        responses: {
          200: json({
            type: 'object',
            required: ['data'],
            properties: { data: things, after: { type: 'integer' } },
          }),
        },
      },
    },
    '/form': {
      post: {
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { n: { type: 'integer' } } },
            },
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: {
                  file: { type: 'string', format: 'binary' },
                  n: { type: 'integer' },
                  o: { type: 'object' },
                },
              },
            },
            'text/plain': { schema: { type: 'string', maxLength: 3 } },
            'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: { 204: { description: '' } },
      },
    },
  },
  {
    document: { components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } },
    auth: { key: { prefix: 'Key ' } },
    rateLimit: { reset: 'X-Reset' },
    methods: [
      pagingMethod('GET /wrapped', {
        kind: 'cursor',
        items: '/data',
        limitParam: null,
        cursorParam: 'cursor',
        next: '/next',
      }),
      pagingMethod('GET /since', {
        kind: 'cursor',
        items: '/data',
        limitParam: null,
        cursorParam: 'after',
        next: '/after',
      }),
    ],
  },
);

const servers: ContractServer[] = [];
async function start(options: ServerOptions = {}, pagination?: ProviderPagination) {
  const methods = [
    ...provider.methods,
    ...(pagination === undefined
      ? []
      : ['GET /things', 'GET /points'].map((key) => pagingMethod(key, pagination))),
  ];
  const server = await createContractServer({ ...provider, methods }, options);
  servers.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const key = { 'x-key': 'Key any' };
const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...key, ...headers },
  body,
});

describe('a contract server', () => {
  it('answers with valid data, the same for the same seed', async () => {
    const [one, same, other] = [await start(), await start(), await start({ seed: 2 })];
    const texts = await Promise.all(
      [one, same, other].map(async ({ url }) => (await fetch(`${url}/things`)).text()),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
    expect(JSON.parse(texts[0] ?? '')).toEqual([{ id: expect.stringMatching(/^.{8}/) }]);
  });

  it('generates where the example of the spec is not valid, and says so', async () => {
    const { url, requests } = await start();
    const answer = await fetch(`${url}/things`, post('{"id":"12345678"}'));
    expect(answer.status).toBe(201);
    expect(await answer.json()).not.toEqual({ id: 'too' });
    expect(answer.headers.get('plumbline-note')).toContain('not valid at');
    expect(requests[0]?.answer.notes).toHaveLength(1);
  });

  it('records what a request says, as its schemas read it', async () => {
    const { url, requests } = await start();
    await fetch(`${url}/things?limit=2`);
    expect(requests).toMatchObject([
      { operation: 'GET /things', operationId: 'listThings', params: { query: { limit: 2 } }, problems: [] },
    ]);
  });

  it('names what is wrong about a body', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/things`, post('{"id":1}'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      operation: 'POST /things',
      problems: [{ place: 'body', pointer: '/id', keyword: 'type' }],
    });
  });

  it.each<[string, { init: RequestInit; path?: string; want: number }]>([
    [
      'no credentials',
      { init: { ...post('{"id":"12345678"}'), headers: { 'content-type': 'application/json' } }, want: 401 },
    ],
    [
      'credentials without what stands before them',
      { init: post('{"id":"12345678"}', { 'x-key': 'any' }), want: 401 },
    ],
    ['another media type', { init: post('a', { 'content-type': 'text/html' }), want: 415 }],
    ['no JSON', { init: post('{'), want: 400 }],
    [
      'JSON that is nested too deeply',
      { init: post(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), want: 400 },
    ],
    ['a method that the path has not', { init: { method: 'DELETE' }, want: 405 }],
    ['a path that is not there', { init: {}, path: '/nope', want: 404 }],
    ['a type that is not answered', { init: { headers: { accept: 'image/png' } }, want: 406 }],
  ])('refuses %s', async (_name, { init, path = '/things', want }) => {
    const { url } = await start();
    expect((await fetch(url + path, init)).status).toBe(want);
  });

  it('accepts the exact credentials alone, where they are given', async () => {
    const { url } = await start({ credentials: { key: 'right' } });
    const body = '{"id":"12345678"}';
    expect((await fetch(`${url}/things`, post(body))).status).toBe(401);
    expect((await fetch(`${url}/things`, post(body, { 'x-key': 'Key right' }))).status).toBe(201);
  });

  it.each<[string, { body: BodyInit; type?: string; want: number; value?: unknown }]>([
    ['a form', { body: new URLSearchParams({ n: '1' }), want: 204, value: { n: 1 } }],
    ['a form with a fault', { body: new URLSearchParams({ n: 'a' }), want: 400 }],
    ['text', { body: 'abc', type: 'text/plain', want: 204, value: 'abc' }],
    ['text that is too long', { body: 'abcd', type: 'text/plain', want: 400 }],
    ['bytes', { body: new Uint8Array([0, 255]), type: 'application/octet-stream', want: 204 }],
    ['multipart that is none', { body: 'abc', type: 'multipart/form-data; boundary=x', want: 400 }],
  ])('reads %s', async (_name, { body, type, want, value }) => {
    const { url, requests } = await start();
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    expect((await fetch(`${url}/form`, { method: 'POST', body, headers })).status).toBe(want);
    if (value !== undefined) expect(requests[0]?.body).toEqual(value);
  });

  it('reads multipart, and wants its required parts', async () => {
    const { url, requests } = await start();
    const form = new FormData();
    form.set('n', '2');
    form.set('o', '{"a":1}');
    expect((await fetch(`${url}/form`, { method: 'POST', body: form })).status).toBe(400);
    expect(requests[0]?.problems).toMatchObject([{ pointer: '/file', keyword: 'required' }]);
    form.set('file', new Blob(['abc']), 'a.txt');
    expect((await fetch(`${url}/form`, { method: 'POST', body: form })).status).toBe(204);
    expect(requests[1]?.body).toEqual({ n: 2, o: { a: 1 }, file: 'abc' });
  });
});

describe('what a request prefers', () => {
  const prefer = (value: string) => ({ headers: { prefer: value } });

  it('is a status, and an example of it', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/things`, prefer('code=404, example=never'));
    expect([answer.status, await answer.json()]).toEqual([404, { why: 'never' }]);
    expect((await fetch(`${url}/things`, prefer('code=418'))).status).toBe(400);
    expect((await fetch(`${url}/things`, prefer('code=404, example=none'))).status).toBe(400);
    expect((await fetch(`${url}/things`, prefer('code=abc'))).status).toBe(400);
  });

  it('is a failure so many times, then success', async () => {
    const { url } = await start({ now: () => 1_000_000 });
    const answers = [];
    for (let i = 0; i < 3; i += 1)
      answers.push(await fetch(`${url}/things`, prefer('code=429, times=2, retry-after=7')));
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('7');
    expect(answers[0]?.headers.get('x-reset')).toBe('1007');
  });

  it('is nothing but what is required, of a list one item still', async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/things`, prefer('return=minimal, items=1'))).json()).toEqual([
      { id: expect.any(String) },
    ]);
    const item = { id: expect.any(String) };
    expect(await (await fetch(`${url}/wrapped`, prefer('return=minimal, items=1'))).json()).toEqual({
      data: [item],
    });
    expect(await (await fetch(`${url}/things`, prefer('return=minimal, code=404'))).json()).toEqual({});
  });

  it('is a connection that ends before the answer, or in its midst', async () => {
    const { url } = await start();
    await expect(fetch(`${url}/things`, prefer('drop'))).rejects.toThrow('fetch failed');
    const half = await fetch(`${url}/things`, prefer('truncate'));
    await expect(half.text()).rejects.toThrow();
  });

  it('is a redirect, which leads nowhere', async () => {
    const { url } = await start();
    const { status, headers } = await fetch(`${url}/moved`, prefer('code=302'));
    expect([status, headers.get('location')]).toEqual([302, null]);
  });

  it('is a delay', async () => {
    const { url } = await start();
    const started = performance.now();
    await fetch(`${url}/things`, prefer('delay=80'));
    expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  });
});

describe('a 403 of an operation with scopes', () => {
  it('tells which they are', async () => {
    const document = {
      components: { securitySchemes: { oauth: { type: 'oauth2', flows: {} }, key: { type: 'apiKey' } } },
    };
    const security = [{ key: ['no scope'] }, { oauth: ['a.read', 'a.all', 'not" one'] }];
    const paths = { '/a': { get: { security, responses: { 200: {}, 403: {} } } } };
    const server = await createContractServer(sampleProvider(paths, { document }));
    servers.push(server);
    server.respondWith('GET /a', { code: 403 });
    const { headers } = await fetch(`${server.url}/a`, { headers: { authorization: 'Bearer any' } });
    expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="a.read a.all"');
  });
});

describe('what a test scripts', () => {
  it('comes in order, then what the spec declares', async () => {
    const server = await start();
    server.respondWith(
      'listThings',
      { code: 503, times: 1 },
      { body: { own: true }, headers: { 'X-Own': '1' }, times: 1 },
    );
    server.respondWith('*', { mutate: () => [], times: 1 });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await fetch(`${server.url}/things`));
    expect(answers.map(({ status }) => status)).toEqual([503, 200, 200, 200]);
    expect(await answers[1]?.json()).toEqual({ own: true });
    expect(answers[1]?.headers.get('x-own')).toBe('1');
    expect(await answers[2]?.json()).toEqual([]);
    expect(await answers[3]?.json()).toHaveLength(1);
    expect(() => server.respondWith('GET /nope', {})).toThrow('No operation is called');
  });

  it('is spoilt as everything else is', async () => {
    const { url, respondWith } = await start({
      spoil: (operation, { status, value }) =>
        operation === 'GET /things' ? { status: status + 1, value: [value ?? null] } : { status, value },
    });
    respondWith('GET /things', { body: 'own', times: 1 });
    const answers = [
      await fetch(`${url}/things`),
      await fetch(`${url}/things`),
      await fetch(`${url}/nothing`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 404]);
    expect(await answers[0]?.json()).toEqual(['own']);
    expect(await answers[1]?.json()).toEqual([[expect.anything()]]);
  });
});

describe('pages', () => {
  const size = async (answer: Response) => ((await answer.json()) as unknown[]).length;

  it('go by links to the last one', async () => {
    const { url } = await start({ items: 5 }, { kind: 'link', items: null, limitParam: 'limit' });
    const sizes = [];
    for (let next: string | undefined = `${url}/things?limit=2`; next !== undefined; ) {
      const answer: Response = await fetch(next);
      sizes.push(await size(answer));
      next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('have other items each, with or without ids, whatever an example has', async () => {
    const { url } = await start(
      { items: 4 },
      { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
    );
    const page = async (at: number) => (await fetch(`${url}/points?limit=1&page=${at}`)).json();
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(new Set(pages.map((one) => JSON.stringify(one))).size).toBe(4);
    expect(pages[0]).toEqual([{ x: 1, y: 1 }]);
  });

  it('go by a cursor in the body, which the last one has not', async () => {
    const { url } = await start({ items: 3, pageSize: 2 });
    const first = (await (await fetch(`${url}/wrapped`)).json()) as { data: unknown[]; next: string };
    const last = await (await fetch(`${url}/wrapped?cursor=${first.next}`)).json();
    expect(first.data).toHaveLength(2);
    expect(last).toEqual({ data: [expect.anything()] });
  });

  it('go by a cursor that is a number, where the parameter is one', async () => {
    const { url } = await start({ items: 3, pageSize: 2 });
    const first = await (await fetch(`${url}/since`)).json();
    const last = await (await fetch(`${url}/since?after=2`)).json();
    expect(first).toMatchObject({ after: 2 });
    expect(last).toEqual({ data: [expect.anything()] });
  });

  it.each<[string, { pagination: ProviderPagination; search: string; want: number }]>([
    [
      'offset',
      {
        pagination: { kind: 'offset', items: null, limitParam: 'limit', offsetParam: 'offset' },
        search: 'limit=2&offset=4',
        want: 1,
      },
    ],
    [
      'page',
      {
        pagination: { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
        search: 'limit=2&page=3',
        want: 1,
      },
    ],
    [
      'beyond the end',
      {
        pagination: { kind: 'page', items: null, limitParam: 'limit', pageParam: 'page' },
        search: 'limit=2&page=9',
        want: 0,
      },
    ],
  ])('go by %s', async (_name, { pagination, search, want }) => {
    const { url } = await start({ items: 5 }, pagination);
    expect(await size(await fetch(`${url}/things?${search}`))).toBe(want);
  });

  it('are empty on demand', async () => {
    const { url } = await start({}, { kind: 'link', items: null, limitParam: 'limit' });
    const answer = await fetch(`${url}/things`, { headers: { prefer: 'items=0' } });
    expect(await answer.json()).toEqual([]);
    expect(answer.headers.get('link')).not.toContain('next');
  });
});

it('lets pages of other origins call it, where it is told to', async () => {
  const { url } = await start({ cors: true });
  const headers = {
    origin: 'https://docs.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'x-key',
  };
  const asked = await fetch(`${url}/things`, { method: 'OPTIONS', headers });
  expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'x-key']);
  const answer = await fetch(`${url}/things`, { headers: { origin: 'https://docs.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://docs.example');
});

it('serves no provider of another format', async () => {
  await expect(createContractServer({ ...provider, format: 2 as 1 })).rejects.toThrow('has the format 2');
});
