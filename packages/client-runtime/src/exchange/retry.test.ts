import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { binary, ConnectionError, jsonBody, method, RateLimitError, ServerError } from '../index.ts';
import { clientWith, getUser, type Loose } from '../testing/client.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const refused = (status: number, headers = {}) => new Response('{}', { status, headers });

/** A client whose server gives these answers, then successes. */
function clientThatGets(answers: readonly (Response | Error)[], options = {}) {
  const left = [...answers];
  const sent: { readonly at: number; readonly body: string }[] = [];
  const delays: number[] = [];
  const { client } = clientWith(
    async (request) => {
      sent.push({ at: Date.now() - Date.UTC(2026, 0, 1), body: await request.text() });
      const answer = left.shift() ?? Response.json({ ok: true });
      if (answer instanceof Error) throw answer;
      return answer;
    },
    { onRetry: ({ delay }: { delay: number }) => void delays.push(delay), ...options },
  );
  return { client, sent, delays };
}

async function settled(call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = Promise.resolve(call).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

const put = method<Loose>('PUT /x', { body: { write: jsonBody } });
const post = method<Loose>('POST /x', { body: { write: jsonBody } });

describe('a request is sent again', () => {
  it.each([408, 429, 502, 503, 504])('after %i', async (status) => {
    const { client, sent } = clientThatGets([refused(status)]);
    expect(await settled(getUser(client, { id: 1 }))).toEqual({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it('where no connection was found', async () => {
    const { client, sent } = clientThatGets([new TypeError('fetch failed')]);
    expect(await settled(getUser(client, { id: 1 }))).toEqual({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it.each([400, 401, 404, 409, 500, 501])('not after %i', async (status) => {
    const { client, sent } = clientThatGets([refused(status)]);
    expect(await settled(getUser(client, { id: 1 }))).toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  it('three times in all, and then fails as the last time', async () => {
    const { client, sent } = clientThatGets([refused(502), refused(503), refused(504), refused(502)]);
    expect(await settled(getUser(client, { id: 1 }))).toMatchObject({ name: 'ApiError', status: 504 });
    expect(sent).toHaveLength(3);
  });

  it('with its body', async () => {
    const { client, sent } = clientThatGets([refused(503), new TypeError('reset')]);
    await settled(put(client, { body: { a: 'ä' } }));
    expect(sent.map(({ body }) => body)).toEqual(['{"a":"ä"}', '{"a":"ä"}', '{"a":"ä"}']);
  });

  it('not where its body is a stream, which is read once', async () => {
    const { client, sent } = clientThatGets([refused(503)]);
    const upload = method<Loose>('PUT /x', {
      body: { type: 'image/png', write: binary },
    });
    expect(await settled(upload(client, { body: new Blob(['a']).stream() }))).toBeInstanceOf(ServerError);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['POST is not idempotent', {}, {}, 1],
    ['a single request may be', {}, { retry: true }, 2],
    ['or all', { retry: { methods: ['POST'] } }, {}, 2],
    ['or none', { retry: { methods: ['POST'] } }, { retry: false }, 1],
  ])('by its method: %s', async (_name, options, requestOptions, want) => {
    const { client, sent } = clientThatGets([refused(503)], options);
    await settled(post(client, { body: {} }, requestOptions));
    expect(sent).toHaveLength(want);
  });

  it.each([
    ['attempts', { attempts: 5 }, 5],
    ['statuses', { statuses: [429] }, 1],
    ['none', false, 1],
    ['nothing', { attempts: undefined }, 3],
  ])('as the options say: %s', async (_name, retry, want) => {
    const { client, sent } = clientThatGets(
      Array.from({ length: 9 }, () => refused(503)),
      { retry },
    );
    await settled(getUser(client, { id: 1 }));
    expect(sent).toHaveLength(want);
  });
});

describe('an option of retries that there is not', () => {
  it('is refused, of a client and of a request', async () => {
    const retry = { atempts: 5 } as object;
    expect(() => clientWith(undefined, { retry })).toThrow(
      '`atempts` is not among the retry options: `attempts`',
    );
    await expect(getUser(clientWith().client, { id: 1 }, { retry })).rejects.toThrow('`atempts`');
  });
});

describe('before a request is sent again, there is a wait', () => {
  it('of full jitter under a bound that doubles', async () => {
    const { client, delays } = clientThatGets(
      Array.from({ length: 4 }, () => refused(503)),
      { retry: { attempts: 5, maxDelay: 3000 } },
    );
    await settled(getUser(client, { id: 1 }));
    expect(delays).toEqual([500, 1000, 1500, 1500]);
    vi.mocked(Math.random).mockReturnValue(0);
    const hasty = clientThatGets([refused(503)]);
    await settled(getUser(hasty.client, { id: 1 }));
    expect(hasty.delays).toEqual([0]);
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['no time', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9000],
    ['a date that has passed', { 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
    [
      "a date of the server's clock",
      { date: 'Thu, 01 Jan 2026 01:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 01:00:04 GMT' },
      4000,
    ],
    ["the provider's own header", { 'x-rate-limit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 20) }, 20_000],
    ['both', { 'retry-after': '3', 'x-rate-limit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 20) }, 3000],
    ['nonsense', { 'retry-after': 'soon', 'x-rate-limit-reset': '-' }, 500],
  ])('as long as the server asks for: %s', async (_name, headers, want) => {
    const { client, sent, delays } = clientThatGets([refused(429, headers)]);
    await settled(getUser(client, { id: 1 }));
    expect(delays).toEqual([want]);
    expect(sent[1]?.at).toBe(want);
  });

  it('for which the end of a rate limit counts after 429 only', async () => {
    const headers = { 'x-rate-limit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 20) };
    const { client, delays } = clientThatGets([refused(503, headers)]);
    await settled(getUser(client, { id: 1 }));
    expect(delays).toEqual([500]);
  });

  it('unless it were longer than allowed: the call fails rather than ask early', async () => {
    const { client, sent } = clientThatGets([refused(429, { 'retry-after': '61' })]);
    const error = await settled(getUser(client, { id: 1 }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter: 61 });
    expect(sent).toHaveLength(1);
  });

  it('that ends at once on abort, with nothing sent after it', async () => {
    const { client, sent } = clientThatGets([new TypeError('fetch failed')]);
    const controller = new AbortController();
    const call = getUser(client, { id: 1 }, { signal: controller.signal }).catch((error) => error);
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(new Error('enough'));
    expect(await call).toMatchObject({ name: 'AbortError', cause: new Error('enough') });
    expect(vi.getTimerCount()).toBe(0);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
  });
});

describe('a timeout', () => {
  /** Never answers, but heeds the signal. */
  const silence = ({ signal }: Request) =>
    new Promise<Response>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  it('of an attempt is a failure that may pass', async () => {
    const { client, requests } = clientWith(silence, { timeout: 1000 });
    const error = await settled(getUser(client, { id: 1 }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ name: 'TimeoutError', message: 'GET /users/{id} took too long' });
    expect(requests).toHaveLength(3);
    expect(Date.now()).toBe(Date.UTC(2026, 0, 1) + 3 * 1000 + 500 + 1000);
  });

  it('of the whole call ends it', async () => {
    const { client, requests } = clientWith(silence, { timeout: 1000, totalTimeout: 2000 });
    expect(await settled(getUser(client, { id: 1 }))).toMatchObject({ name: 'TimeoutError' });
    expect(Date.now()).toBe(Date.UTC(2026, 0, 1) + 2000);
    expect(requests).toHaveLength(2);
  });

  it('of the whole call ends a body that does not come, too', async () => {
    const { client } = clientWith(() => new Response(new ReadableStream()), {});
    const call = getUser(client, { id: 1 }, { totalTimeout: 500 });
    expect(await settled(call)).toMatchObject({ name: 'TimeoutError' });
  });

  it('leaves no timer behind', async () => {
    const { client } = clientWith(undefined, { timeout: 1000, totalTimeout: 2000 });
    await getUser(client, { id: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });
});
