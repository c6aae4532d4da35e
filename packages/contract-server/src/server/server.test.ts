import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleProvider } from '../testing/sample-provider.ts';
import { startThings, thingsProvider } from '../testing/things-server.ts';
import { createContractServer } from './server.ts';

const key = { 'x-key': 'Key any' };
const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...key, ...headers },
  body,
});

describe('a contract server', () => {
  it('answers with valid data, the same for the same seed', async () => {
    const [one, same, other] = [await startThings(), await startThings(), await startThings({ seed: 2 })];
    const texts = await Promise.all(
      [one, same, other].map(async ({ url }) => (await fetch(`${url}/things`)).text()),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
    expect(JSON.parse(texts[0] ?? '')).toEqual([{ id: expect.stringMatching(/^.{8}/) }]);
  });

  it('generates where the example of the spec is not valid, and says so', async () => {
    const { url, requests } = await startThings();
    const answer = await fetch(`${url}/things`, post('{"id":"12345678"}'));
    expect(answer.status).toBe(201);
    expect(await answer.json()).not.toEqual({ id: 'too' });
    expect(answer.headers.get('plumbline-note')).toContain('not valid at');
    expect(requests[0]?.answer.notes).toHaveLength(1);
  });

  it('records what a request says, as its schemas read it', async () => {
    const { url, requests } = await startThings();
    await fetch(`${url}/things?limit=2`);
    expect(requests).toMatchObject([
      { operation: 'GET /things', operationId: 'listThings', params: { query: { limit: 2 } }, problems: [] },
    ]);
  });

  it('names what is wrong about a body', async () => {
    const { url } = await startThings();
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
    const { url } = await startThings();
    expect((await fetch(url + path, init)).status).toBe(want);
  });

  it('accepts the exact credentials alone, where they are given', async () => {
    const { url } = await startThings({ credentials: { key: 'right' } });
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
    const { url, requests } = await startThings();
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    expect((await fetch(`${url}/form`, { method: 'POST', body, headers })).status).toBe(want);
    if (value !== undefined) expect(requests[0]?.body).toEqual(value);
  });

  it('reads multipart, and wants its required parts', async () => {
    const { url, requests } = await startThings();
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

describe('a 403 of an operation with scopes', () => {
  it('tells which they are', async () => {
    const document = {
      components: { securitySchemes: { oauth: { type: 'oauth2', flows: {} }, key: { type: 'apiKey' } } },
    };
    const security = [{ key: ['no scope'] }, { oauth: ['a.read', 'a.all', 'not" one'] }];
    const paths = { '/a': { get: { security, responses: { 200: {}, 403: {} } } } };
    const server = await createContractServer(sampleProvider(paths, { document }));
    onTestFinished(() => server.close());
    server.respondWith('GET /a', { code: 403 });
    const { headers } = await fetch(`${server.url}/a`, { headers: { authorization: 'Bearer any' } });
    expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="a.read a.all"');
  });
});

describe('what a test scripts', () => {
  it('comes in order, then what the spec declares', async () => {
    const server = await startThings();
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
    const { url, respondWith } = await startThings({
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

it('lets pages of other origins call it, where it is told to', async () => {
  const { url } = await startThings({ cors: true });
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
  await expect(createContractServer({ ...thingsProvider, format: 2 as 1 })).rejects.toThrow(
    'has the format 2',
  );
});
