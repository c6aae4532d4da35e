import { afterEach, describe, expect, it } from 'vitest';
import {
  ApiError,
  assemble,
  type ClientCore,
  ConnectionError,
  createCore,
  decodeBlob,
  decodeEvents,
  decodeJsonLines,
  decodeNothing,
  formBody,
  jsonBody,
  linkPages,
  method,
  multipart,
  text,
} from './index.ts';
import { binary } from './request/body.ts';
import { config, getUser, type Loose, type LoosePages } from './testing/client.ts';
import { json, serve, type TestServer } from './testing/server.ts';

/** What Node's own fetch and a real server make of it. */

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ close }) => close()));
});

async function started(...parameters: Parameters<typeof serve>): Promise<TestServer> {
  const server = await serve(...parameters);
  servers.push(server);
  return server;
}
const clientOf = ({ url }: TestServer, options = {}): ClientCore =>
  createCore(config, { baseUrl: url, ...options });

describe('a real server', () => {
  it('is asked again, with the body, until it answers', async () => {
    const server = await started((response, _request, before) =>
      before < 2 ? response.writeHead(503, { 'retry-after': '0' }).end() : json(response, 'done'),
    );
    const replace = method<Loose>('PUT /x/{id}', { body: { write: jsonBody } });
    expect(await replace(clientOf(server), { id: 'a/b', body: { c: 'ä' } })).toBe('done');
    expect(server.received.map(({ url, body }) => [url, Buffer.from(body, 'latin1').toString()])).toEqual(
      Array.from({ length: 3 }, () => ['/x/a%2Fb', '{"c":"ä"}']),
    );
  });

  it('is asked again when it hangs up', async () => {
    const server = await started((response, _request, before) =>
      before === 0 ? response.destroy() : json(response, 'done'),
    );
    expect(await getUser(clientOf(server), { id: 1 })).toBe('done');
  });

  it('that is not there is a ConnectionError, which names the host and no more', async () => {
    const server = await serve(() => {});
    await server.close();
    const client = clientOf(server, { retry: false, auth: { key: 'hush' } });
    const call = method<Loose>('GET /users/{id}', { security: [['key']] });
    const error = await call(client, { id: 1 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      message: `GET /users/{id} got no answer from ${new URL(server.url).host}`,
      cause: expect.any(TypeError),
    });
  });

  it('is not asked what no request can hold: that is a TypeError, once', async () => {
    const server = await started((response) => json(response, 'done'));
    const retried: unknown[] = [];
    const client = clientOf(server);
    const watched = clientOf(server, { onRetry: (event: unknown) => void retried.push(event) });
    for (const one of [client, watched]) {
      const error = await getUser(one, { id: 1 }, { headers: { 'x-a': 'b\nc' } }).catch((reason) => reason);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).not.toHaveProperty('path');
    }
    expect([retried, server.received]).toEqual([[], []]);
  });

  it('is sent the same whether or not anybody looks at the request', async () => {
    const server = await started((response) => json(response, 'done'));
    const descriptor = { query: ['q'], header: ['X-Tag'], cookie: ['seen'], body: { write: jsonBody } };
    const security = [['basic'], ['key'], ['session'], ['header']];
    const auth = { basic: { username: 'a', password: 'b' }, key: 'k', session: 's', header: 'h' };
    const looking = [{}, { onRequest: () => {} }, { fetch: (request: Request) => fetch(request) }];
    for (const schemes of security) {
      const call = method<Loose>('POST /x/{id}', { ...descriptor, security: [schemes] });
      const params = { id: 'a/b', q: ['c', 'd&'], 'X-Tag': 'é', seen: 1, body: { e: 'ü' } };
      for (const options of looking) await call(clientOf(server, { auth, ...options }), params);
      const [plain, ...others] = server.received.slice(-looking.length);
      expect(others).toEqual([plain, plain]);
    }
  });

  it('that says nothing is a TimeoutError', async () => {
    const server = await started(() => {});
    const client = clientOf(server, { retry: false });
    await expect(getUser(client, { id: 1 }, { timeout: 20 })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(getUser(client, { id: 1 }, { totalTimeout: 20 })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('that stops in the middle is a TimeoutError or a ConnectionError', async () => {
    const server = await started((response, { url }) => {
      response.writeHead(200, { 'content-length': '10' }).write('[');
      if (url.endsWith('hang-up')) setTimeout(() => response.destroy(), 10);
    });
    const client = clientOf(server);
    await expect(getUser(client, { id: 'hang-up' })).rejects.toMatchObject({ name: 'ConnectionError' });
    await expect(getUser(client, { id: 1 }, { totalTimeout: 50 })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('notices that a call was aborted', async () => {
    let gone = () => {};
    const hungUp = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const server = await started((response) => void response.on('close', gone));
    const controller = new AbortController();
    const call = getUser(clientOf(server), { id: 1 }, { signal: controller.signal }).catch((error) => error);
    setTimeout(() => controller.abort(), 20);
    expect(await call).toMatchObject({ name: 'AbortError' });
    await hungUp;
  });

  it('pages', async () => {
    const server = await started((response, { url }) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('after') ?? 0);
      json(response, [page], 200, page < 3 ? { link: `</users?after=${page + 1}>; rel="next"` } : {});
    });
    const list = method<LoosePages>('GET /users', { page: { by: linkPages } });
    expect(await list(clientOf(server)).toArray()).toEqual([0, 1, 2, 3]);
  });

  it('reads each kind of body', async () => {
    const server = await started((response, { headers, body }) =>
      json(response, [headers['content-type'], body]),
    );
    const client = clientOf(server);
    const send = (type: string, write: typeof formBody, body: unknown) =>
      method<Loose>('POST /x', { body: { type, write } })(client, { body });
    expect(await send('application/x-www-form-urlencoded', formBody, { a: 'b c' })).toEqual([
      'application/x-www-form-urlencoded',
      'a=b+c',
    ]);
    expect(await send('text/plain', text, 'a')).toEqual(['text/plain', 'a']);
    expect(await send('image/png', binary, new Uint8Array([65, 66]))).toEqual(['image/png', 'AB']);
    expect(await send('image/png', binary, new Blob(['stream']).stream())).toEqual(['image/png', 'stream']);
    const [type, parts] = (await send('multipart/form-data', multipart, {
      file: new File(['x'], 'a.txt'),
    })) as string[];
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(parts).toContain('filename="a.txt"');
  });

  it('answers in each way', async () => {
    const server = await started((response, { url }) => {
      if (url === '/none') return response.writeHead(204).end();
      if (url === '/lines') return response.end('{"a":1}\n{"a":2}\n');
      if (url === '/events') return response.end('event: e\ndata: 1\n\n');
      return response.writeHead(url === '/error' ? 500 : 200).end(url === '/bytes' ? 'AB' : '');
    });
    const client = clientOf(server);
    const get = (path: string, descriptor = {}) => method<Loose>(`GET ${path}`, descriptor)(client);
    expect(await get('/none', { decode: decodeBlob })).toBeUndefined();
    expect(await get('/empty')).toBeUndefined();
    expect(await get('/bytes', { decode: decodeNothing })).toBeUndefined();
    expect(await ((await get('/bytes', { decode: decodeBlob })) as Blob).text()).toBe('AB');
    expect(await method<Loose>('HEAD /bytes')(client)).toBeUndefined();
    const error = await get('/error').catch((reason) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).body).toBeUndefined();
    const seen: unknown[] = [];
    for await (const line of (await get('/lines', { decode: decodeJsonLines })) as AsyncIterable<unknown>)
      seen.push(line);
    for await (const event of (await get('/events', { decode: decodeEvents })) as AsyncIterable<unknown>)
      seen.push(event);
    expect(seen).toEqual([{ a: 1 }, { a: 2 }, { event: 'e', data: '1' }]);
  });

  it('can be asked by plain openapi-fetch, which retries too', async () => {
    const server = await started((response, _request, before) =>
      before === 0 ? response.writeHead(429, { 'retry-after': '0' }).end() : json(response, [1]),
    );
    const { http } = assemble<ClientCore & { http: { GET(path: string): Promise<{ data: unknown }> } }>(
      clientOf(server),
      {},
    );
    expect((await http.GET('/x')).data).toEqual([1]);
  });
});

describe('credentials never leave the origin', () => {
  const all = {
    oauth2: 'hush1',
    session: 'hush2',
    key: 'hush3',
    basic: { username: 'hush4', password: 'hush5' },
  };

  it.each(Object.keys(all).map((key) => [key]))('on a redirect: %s', async (key) => {
    const other = await started((response) => json(response, 'elsewhere'));
    const server = await started((response) => response.writeHead(307, { location: `${other.url}/x` }).end());
    const guarded = method<Loose>('GET /x', { security: [[key]] });
    expect(await guarded(clientOf(server, { auth: all }))).toBe('elsewhere');
    expect(JSON.stringify(server.received)).toMatch(/hush|aHVzaD/);
    expect(JSON.stringify(other.received)).not.toMatch(/hush|aHVzaD/);
  });

  it('on a redirect, which is not followed where a key stands in a header of its own', async () => {
    const other = await started((response) => json(response, 'elsewhere'));
    const server = await started((response) => response.writeHead(307, { location: `${other.url}/x` }).end());
    const guarded = method<Loose>('GET /x', { security: [['header']] });
    const call = Promise.resolve(guarded(clientOf(server, { auth: { header: 'hush' } })));
    await expect(call).rejects.toMatchObject({
      status: 307,
      headers: expect.toSatisfy((headers: Headers) => headers.get('location') === `${other.url}/x`),
    });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers['x-api-key']).toBe('hush');
    expect(other.received).toEqual([]);
  });

  it('on a next page', async () => {
    const other = await started((response) => json(response, ['elsewhere']));
    const server = await started((response) =>
      json(response, [1], 200, { link: `<${other.url}/users>; rel="next"` }),
    );
    const list = method<LoosePages>('GET /users', { page: { by: linkPages } });
    await expect(list(clientOf(server, { auth: { oauth2: 'hush' } })).toArray()).rejects.toThrow(
      `a next page of ${other.url}`,
    );
    expect(other.received).toEqual([]);
  });

  it('on a page behind a redirect to another origin', async () => {
    const other = await started((response, _request, before) =>
      json(response, [1], 200, before === 0 ? { link: '</users?after=1>; rel="next"' } : {}),
    );
    const server = await started((response) =>
      response.writeHead(307, { location: `${other.url}/users` }).end(),
    );
    const list = method<LoosePages>('GET /users', { page: { by: linkPages } });
    await expect(list(clientOf(server, { auth: { oauth2: 'hush' } })).toArray()).rejects.toThrow(
      'a next page of',
    );
    expect(JSON.stringify(other.received)).not.toContain('hush');
  });
});
