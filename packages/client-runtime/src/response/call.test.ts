import { describe, expect, it } from 'vitest';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  method,
  NotFoundError,
  RateLimitError,
  RequestError,
  ServerError,
  UnprocessableError,
} from '../index.ts';
import { clientWith, getUser, type Loose } from '../testing/client.ts';

const classes = [
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RateLimitError,
  ServerError,
  UnprocessableError,
];

/** An answer of any status, even of those that `Response` has no constructor for. */
const answerOf = (status: number) =>
  Object.defineProperty(new Response(null, { status: 499 }), 'status', { value: status });

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
    ['with text', () => new Response('Bad gateway', { status: 500 }), 'Bad gateway'],
    ['of JSON that is no object', () => Response.json(null, { status: 400 }), null],
    ['that is a redirect nobody follows', () => new Response(null, { status: 304 }), undefined],
  ])('%s is still an error', async (_name, answer, body) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).body).toEqual(body);
  });

  it.each([
    [400, BadRequestError],
    [401, AuthenticationError],
    [403, ForbiddenError],
    [404, NotFoundError],
    [409, ConflictError],
    [422, UnprocessableError],
    [429, RateLimitError],
    [500, ServerError],
    [501, ServerError],
  ])('of status %i has its class', async (status, Class) => {
    const error = await failure(() => new Response(null, { status, headers: { 'retry-after': '100' } }));
    expect(classes.filter((one) => error instanceof one)).toEqual([Class]);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(RequestError);
  });

  it.each([399, 402, 600])('of status %i has no class of its own', async (status) => {
    const { client } = clientWith(() => answerOf(status));
    const error = await getUser(client, { id: 1 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(classes.filter((one) => error instanceof one)).toEqual([]);
  });

  it('that is none of ours has no class of ours', () => {
    for (const one of [Object.assign(new Error('x'), { status: 404 }), { status: 404 }, null, 404])
      expect(classes.filter((Class) => one instanceof (Class as never))).toEqual([]);
  });

  it('tells when a limit ends, the scopes that are missing, and the id of the request', async () => {
    const limited = await failure(
      () => new Response(null, { status: 429, headers: { 'retry-after': '100' } }),
    );
    expect(limited).toMatchObject({ retryAfter: 100, requiredScopes: [] });
    const scoped = method<Loose>('GET /x', { scopes: 'x.read x.manage' });
    const headers = { 'X-Acme-Request-Id': 'r1' };
    for (const [status, requiredScopes] of [
      [403, ['x.read', 'x.manage']],
      [404, []],
    ] as const) {
      const { client } = clientWith(() => new Response(null, { status, headers }));
      await expect(scoped(client)).rejects.toMatchObject({ status, requiredScopes, requestId: 'r1' });
    }
  });

  it('of the network is a ConnectionError', async () => {
    const cause = new TypeError('fetch failed');
    const { client } = clientWith(() => Promise.reject(cause), { retry: false });
    const error = await getUser(client, { id: 1 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: 'GET /users/{id} got no answer from acme.example.com',
      method: 'GET',
      path: '/users/{id}',
      cause,
    });
  });

  it.each([200, 500])('of a body that breaks off is a ConnectionError, status %i', async (status) => {
    const cause = new TypeError('terminated');
    const body = () => new ReadableStream({ pull: (controller) => controller.error(cause) });
    const { client } = clientWith(() => new Response(body(), { status }));
    const error = await getUser(client, { id: 1 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ cause });
  });
});

describe('an outcome', () => {
  const at = (status: number, descriptor = {}) => {
    const { client } = clientWith(() => Response.json({ a: 1 }, { status, headers: { 'x-b': 'c' } }));
    return method<Loose>('GET /x', descriptor)(client).result();
  };

  it.each([
    ['a success', 200, {}, { status: 200, ok: true, data: { a: 1 } }],
    ['a success of a range', 201, { success: '2XX' }, { status: '2XX', ok: true, data: { a: 1 } }],
    ['a usual failure', 404, {}, { status: 404, ok: false, error: { a: 1 } }],
    ['a failure of its own', 418, { failures: [418] }, { status: 418, ok: false, error: { a: 1 } }],
    ['a range', 418, { failures: [404, '4XX', 'default'] }, { status: '4XX', ok: false, error: { a: 1 } }],
    ['the default', 500, { failures: ['4XX', 'default'] }, { status: 'default', ok: false, error: { a: 1 } }],
  ])('is %s', async (_name, status, descriptor, want) => {
    const outcome = await at(status, descriptor);
    expect(outcome).toMatchObject(want);
    expect(outcome.headers.get('x-b')).toBe('c');
    expect(outcome.response.status).toBe(status);
  });

  it('is none where the method does not declare it', async () => {
    await expect(at(404, { failures: [] })).rejects.toBeInstanceOf(NotFoundError);
    await expect(at(500)).rejects.toBeInstanceOf(ServerError);
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
    await call.result();
    expect(requests).toHaveLength(1);
  });

  it('is a promise in all but name', async () => {
    const { client } = clientWith();
    const seen: unknown[] = [];
    await getUser(client, { id: 1 }).finally(() => seen.push('finally'));
    await getUser(client, { id: '' }).catch(() => seen.push('catch'));
    expect(seen).toEqual(['finally', 'catch']);
  });
});
