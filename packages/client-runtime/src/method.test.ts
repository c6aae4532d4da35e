import { describe, expect, it, vi } from 'vitest';
import {
  binary,
  DecodeError,
  decodeBlob,
  decodeByType,
  decodeNothing,
  decodeText,
  formBody,
  jsonBody,
  method,
  multipart,
  type RequestOptions,
} from './index.ts';
import { clientWith, getUser, type Loose } from './testing/client.ts';

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
      'user-agent': 'acme-client/1.2.3',
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
    ['JSON', { body: { write: jsonBody } } as const, { a: 1 }, 'application/json', '{"a":1}'],
    [
      'JSON of another type',
      { body: { write: jsonBody, type: 'application/merge-patch+json' } },
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
    await method<Loose>('POST /x', { body: { write: jsonBody, optional: true } })(client, {});
    expect(last().headers.get('content-type')).toBeNull();
    expect(last().body).toBeNull();
  });

  it('takes headers of the client and of the call, the latter over the former', async () => {
    const { client, last } = clientWith(undefined, { headers: { 'x-a': 'client', 'x-b': 'client' } });
    await getUser(client, { id: 1 }, { headers: { 'X-A': 'call', accept: 'text/html', 'x-b': null } });
    expect(Object.fromEntries(last().headers)).toEqual({
      accept: 'text/html',
      'user-agent': 'acme-client/1.2.3',
      'x-a': 'call',
    });
  });

  it('is refused before it is sent where a path value or an option is wrong', async () => {
    const { client, requests } = clientWith();
    await expect(getUser(client, { id: '..' })).rejects.toThrow('The parameter `id` cannot be');
    await expect(getUser(client, { id: 1, expnad: 1 })).rejects.toThrow(
      '`expnad` is not among the parameters of GET /users/{id}: `id`, `expand`',
    );
    await expect(getUser(client, { id: 1, body: {} })).rejects.toThrow('`body` is not among');
    await expect(getUser(client, { id: 1 }, { sginal: null } as RequestOptions)).rejects.toThrow(
      '`sginal` is not among the request options',
    );
    expect(requests).toEqual([]);
  });

  it.each([
    ['a parameter', {}, 'The parameter `q` cannot be undefined in POST /x.'],
    ['a parameter, null', { q: null }, 'The parameter `q` cannot be undefined in POST /x.'],
    ['a header', { q: 1 }, 'The parameter `tag` cannot be undefined in POST /x.'],
    ['the body', { q: 1, tag: 'a' }, 'The `body` of POST /x is missing.'],
    [
      'a field of the body',
      { q: 1, tag: 'a', body: { name: 'Ada' } },
      'The `body.login` of POST /x is missing.',
    ],
    ['all fields of the body', { q: 1, tag: 'a', body: null }, 'The `body.name` of POST /x is missing.'],
  ])('is refused before it is sent where it lacks %s', async (_name, params, message) => {
    const { client, requests } = clientWith();
    const create = method<Loose>('POST /x', {
      query: [{ name: 'q', required: true }],
      header: [{ name: 'X-Tag', key: 'tag', required: true }],
      body: { write: jsonBody, fields: ['name', 'login'] },
    });
    await expect(create(client, params)).rejects.toThrow(new TypeError(message));
    expect(requests).toEqual([]);
    await create(client, { q: '', tag: 0, body: { name: null, login: false } });
    expect(requests).toHaveLength(1);
  });

  it('has no body where its method takes none: the platform refuses it', async () => {
    const { client, requests } = clientWith();
    const error = await method<Loose>('GET /x', { body: { write: jsonBody } })(client, { body: {} }).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(requests).toEqual([]);
  });

  it('names its client as the options say', async () => {
    const { client, last } = clientWith(undefined, { userAgent: 'mine/1' });
    await getUser(client, { id: 1 });
    expect(last().headers.get('user-agent')).toBe('mine/1');
  });

  it('leaves the user agent alone in browsers', async () => {
    vi.stubGlobal('process', undefined);
    const { client, last } = clientWith();
    vi.unstubAllGlobals();
    await getUser(client, { id: 1 });
    expect(last().headers.get('user-agent')).toBeNull();
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
