import { describe, expect, it, vi } from 'vitest';
import { AuthenticationError, atMost, type Hooks, jsonBody, linkPages, method } from '../index.ts';
import { clientWith, getUser, type Loose, type LoosePages } from '../testing/client.ts';

describe('hooks', () => {
  const noted = () => {
    const seen: string[] = [];
    const hooks: Hooks = {
      onRequest: ({ method, path, attempt }) => void seen.push(`request ${method} ${path} ${attempt}`),
      onResponse: ({ response, attempt }) => void seen.push(`response ${response.status} ${attempt}`),
      onRetry: ({ reason, attempt }) =>
        void seen.push(`retry ${reason instanceof Error ? reason.name : reason.status} ${attempt}`),
      onError: ({ error }) => void seen.push(`error ${(error as Error).name}`),
    };
    return { seen, hooks };
  };
  const now = { 'retry-after': '0' };

  it('are called in order, attempt by attempt', async () => {
    const { seen, hooks } = noted();
    const answers = [new Response(null, { status: 503, headers: now }), Response.json(1)];
    await getUser(clientWith(() => answers.shift() ?? Response.error(), { ...hooks }).client, { id: 1 });
    expect(seen).toEqual([
      'request GET /users/{id} 1',
      'response 503 1',
      'retry 503 1',
      'request GET /users/{id} 2',
      'response 200 2',
    ]);
  });

  it('are told of what failed for good', async () => {
    const { seen, hooks } = noted();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { client } = clientWith(() => Promise.reject(new TypeError('fetch failed')), { ...hooks });
    await getUser(client, { id: 1 }).catch(() => {});
    vi.restoreAllMocks();
    expect(seen.slice(-3)).toEqual([
      'retry ConnectionError 2',
      'request GET /users/{id} 3',
      'error ConnectionError',
    ]);
  });

  it('may change what is sent, and see what is', async () => {
    const { client, last } = clientWith(undefined, {
      auth: { apiToken: 't' },
      onRequest: ({ request }) =>
        request.headers.set('x-signature', `of ${request.headers.get('authorization')}`),
    });
    await getUser(client, { id: 1 });
    expect(last().headers.get('x-signature')).toBe('of SSWS t');
  });

  it('are awaited, and reject the call where they throw, without another attempt', async () => {
    const { client, requests } = clientWith(undefined, { onRequest: () => Promise.reject(new Error('no')) });
    await expect(getUser(client, { id: 1 })).rejects.toThrow('no');
    expect(requests).toEqual([]);
  });

  it('of the logger come after those of the client', async () => {
    const seen: string[] = [];
    const { client } = clientWith(undefined, {
      logger: { onRequest: () => void seen.push('logger') },
      onRequest: () => void seen.push('client'),
    });
    await getUser(client, { id: 1 });
    expect(seen).toEqual(['client', 'logger']);
  });
});

describe('credentials that are functions', () => {
  const rejecting = (good: string) => (request: Request) =>
    request.headers.get('authorization') === `Bearer ${good}`
      ? Response.json('in')
      : new Response(null, { status: 401 });

  it('are asked once more after a 401, and told what was rejected', async () => {
    const asked: unknown[] = [];
    const oauth2 = ({ rejected }: { rejected?: unknown }) => {
      asked.push(rejected);
      return rejected === undefined ? 'old' : 'new';
    };
    const { client, requests } = clientWith(rejecting('new'), { auth: { oauth2 } });
    const create = method<Loose>('POST /x', { body: { write: jsonBody } });
    expect(await create(client, { body: { a: 1 } })).toBe('in');
    expect(asked).toEqual([undefined, 'old']);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('are not sent again where they are the same', async () => {
    const { client, requests } = clientWith(rejecting('new'), { auth: { oauth2: async () => 'old' } });
    await expect(getUser(client, { id: 1 })).rejects.toBeInstanceOf(AuthenticationError);
    expect(requests).toHaveLength(1);
  });

  it('are asked once more only', async () => {
    let count = 0;
    const { client, requests } = clientWith(rejecting('never'), { auth: { oauth2: () => String(++count) } });
    await expect(getUser(client, { id: 1 })).rejects.toMatchObject({ status: 401 });
    expect([count, requests.length]).toEqual([2, 2]);
  });

  it('reject the call with what they throw', async () => {
    const { client, requests } = clientWith(undefined, {
      auth: { oauth2: () => Promise.reject(new RangeError('no key')) },
    });
    await expect(getUser(client, { id: 1 })).rejects.toThrow(RangeError);
    expect(requests).toEqual([]);
  });

  it('know where the tokens of their scheme come from', async () => {
    let known: string | undefined;
    const oauth2 = ({ tokenUrl }: { tokenUrl?: string }) => {
      known = tokenUrl;
      return 't';
    };
    await getUser(clientWith(undefined, { auth: { oauth2 }, tenant: 'other' }).client, { id: 1 });
    expect(known).toBe('https://other.example.com/oauth2/v1/token');
  });
});

describe('an abort', () => {
  const never = () => new Promise<never>(() => {});
  const stages = {
    'before anything': {},
    'while a credential is asked for': { auth: { oauth2: never } },
    'in a hook': { onRequest: never },
    'while it waits its turn': { concurrency: atMost(0) },
  };

  it.each(Object.entries(stages))('%s ends the call at once', async (_stage, options) => {
    const { client } = clientWith(never, options);
    const controller = new AbortController();
    const call = getUser(client, { id: 1 }, { signal: controller.signal }).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort(new Error('enough'));
    const error = await call;
    expect(error).toMatchObject({
      name: 'AbortError',
      message: 'GET /users/{id} was aborted',
      path: '/users/{id}',
    });
    expect(error?.cause).toEqual(new Error('enough'));
  });

  it('while the body is read ends the call, too', async () => {
    const { client } = clientWith(() => new Response(new ReadableStream()));
    const signal = AbortSignal.timeout(20);
    await expect(getUser(client, { id: 1 }, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('between two pages ends the iteration', async () => {
    const { client, requests } = clientWith(() =>
      Response.json([1], { headers: { link: '</users?after=2>; rel="next"' } }),
    );
    const controller = new AbortController();
    const list = method<LoosePages>('GET /users', { page: { by: linkPages } });
    const seen: unknown[] = [];
    const run = async () => {
      for await (const item of list(client, {}, { signal: controller.signal })) {
        seen.push(item);
        controller.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ name: 'AbortError' });
    expect([seen, requests.length <= 2]).toEqual([[1], true]);
  });
});

describe('atMost', () => {
  it('lets so many requests be in flight, and the others follow', async () => {
    let [inFlight, most] = [0, 0];
    const { client, requests } = clientWith(
      async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => setTimeout(resolve, 1));
        inFlight -= 1;
        return Response.json({});
      },
      { concurrency: atMost(3) },
    );
    await Promise.all(Array.from({ length: 20 }, (_, id) => getUser(client, { id: String(id) })));
    expect([most, requests.length]).toEqual([3, 20]);
  });

  it('gives the place of one that failed to the next', async () => {
    const gate = atMost(1);
    const failing = gate(() => Promise.reject(new Error('no')));
    expect(await Promise.allSettled([failing, gate(async () => 'next')])).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: 'next' },
    ]);
  });
});
