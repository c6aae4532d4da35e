import { describe, expect, it } from 'vitest';
import { ApiError } from '../index.ts';
import { clientWith, getUser } from '../testing/client.ts';

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
