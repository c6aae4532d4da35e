import { describe, expect, it } from 'vitest';
import {
  cursorPages,
  ForbiddenError,
  linkPages,
  method,
  numberedPages,
  offsetPages,
  type Page,
  zeroBasedPages,
} from '../index.ts';
import { clientWith, type LoosePages } from '../testing/client.ts';
import { nextTarget } from './link-pages.ts';

const list = (page: Page) =>
  method<LoosePages>('GET /users', { query: ['after', 'limit', 'offset', 'page'], page });

/** A client whose server answers by the query. */
function clientOf(answer: (query: URLSearchParams) => Response, options = {}) {
  return clientWith(({ url }) => answer(new URL(url).searchParams), options);
}

const letters = ['a', 'b', 'c', 'd', 'e'];

/** Pages of two letters, by `Link`. */
const linked = (query: URLSearchParams) => {
  const start = Number(query.get('after') ?? 0);
  const next = `<https://acme.example.com/users?after=${start + 2}&limit=2>; rel="next"`;
  return Response.json(letters.slice(start, start + 2), {
    headers: { link: `<https://acme.example.com/users>; rel="self"${start + 2 < 5 ? `, ${next}` : ''}` },
  });
};

describe('a list', () => {
  const users = list({ by: linkPages });

  it('is iterated over item by item, each page asked for when it is needed', async () => {
    const { client, requests } = clientOf(linked);
    const seen: unknown[] = [];
    for await (const item of users(client)) {
      seen.push(item);
      expect(requests).toHaveLength(Math.ceil(seen.length / 2));
    }
    expect(seen).toEqual(letters);
  });

  it('is its first page where it is awaited', async () => {
    const { client, requests } = clientOf(linked);
    const call = users(client);
    expect(await call).toEqual(['a', 'b']);
    expect((await call.withResponse()).headers.get('link')).toContain('next');
    expect(requests).toHaveLength(1);
    expect(await call.toArray()).toEqual(letters);
    expect(requests).toHaveLength(3);
  });

  it('comes by pages', async () => {
    const pages: unknown[] = [];
    for await (const page of users(clientOf(linked).client).pages()) pages.push(page);
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it.each([
    [2, ['a', 'b'], 1],
    [3, ['a', 'b', 'c'], 2],
    [99, letters, 3],
  ])('comes as an array of at most %i', async (limit, want, asked) => {
    const { client, requests } = clientOf(linked);
    expect(await users(client).toArray({ limit })).toEqual(want);
    expect(requests).toHaveLength(asked);
  });

  it('comes as no items at all where none are wanted', async () => {
    expect(await users(clientOf(linked).client).toArray({ limit: 0 })).toEqual([]);
  });

  it('ends with its first error', async () => {
    const { client } = clientOf((query) =>
      query.has('after') ? new Response(null, { status: 403 }) : linked(query),
    );
    await expect(users(client).toArray()).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('carries credentials and headers on every page', async () => {
    const { client, requests } = clientOf(linked, { auth: { apiToken: 't' } });
    await users(client, {}, { headers: { 'x-a': 'b' } }).toArray();
    expect(requests.map(({ headers }) => [headers.get('authorization'), headers.get('x-a')])).toEqual(
      Array.from({ length: 3 }, () => ['SSWS t', 'b']),
    );
  });

  it.each([
    ['another host', 'https://evil.example/users'],
    ['another port', 'https://acme.example.com:444/users'],
    ['another scheme', 'http://acme.example.com/users'],
    ['no scheme', '//evil.example/users'],
    ['no server at all', 'data:text/plain,x'],
  ])('does not go on at %s', async (_name, target) => {
    const { client, requests } = clientOf(() =>
      Response.json([1], { headers: { link: `<${target}>; rel="next"` } }),
    );
    await expect(users(client).toArray()).rejects.toMatchObject({
      name: 'DecodeError',
      message: expect.stringContaining('GET /users answered 200 with a next page of '),
    });
    expect(requests).toHaveLength(1);
  });

  it.each([1, 2, 7])('does not go round in circles of %i', async (length) => {
    const { client, requests } = clientOf((query) => {
      const next = (Number(query.get('after') ?? 0) % length) + 1;
      return Response.json([next], { headers: { link: `</users?after=${next}>; rel=next` } });
    });
    await expect(users(client).toArray()).rejects.toThrow('an earlier page again');
    expect(requests.length).toBeLessThanOrEqual(length + 1);
  });

  it('is where its keys lead', async () => {
    const inner = list({ by: linkPages, items: ['a/b', '0', '~'] });
    const { client } = clientOf(() => Response.json({ 'a/b': [{ '~': letters }] }));
    expect(await inner(client).toArray()).toEqual(letters);
    const empty = clientOf(() => Response.json({}));
    expect(await inner(empty.client).toArray()).toEqual([]);
    const wrong = clientOf(() => Response.json({ 'a/b': [{ '~': 'text' }] }));
    await expect(inner(wrong.client).toArray()).rejects.toThrow('no list');
  });
});

describe('the next page', () => {
  it('is told by a cursor', async () => {
    const users = list({ by: cursorPages, items: ['data'], next: ['meta', 'next'], param: 'after' });
    const { client, requests } = clientOf((query) => {
      const start = Number(query.get('after') ?? 0);
      return Response.json({
        data: letters.slice(start, start + 2),
        meta: { next: start < 4 ? start + 2 : null },
      });
    });
    expect(await users(client, { limit: 2 }).toArray()).toEqual(letters);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      '?limit=2',
      '?after=2&limit=2',
      '?after=4&limit=2',
    ]);
  });

  it.each([
    ['a cursor of 0', () => ({ data: ['a'], next: 0 }), ['a']],
    ['no cursor', () => ({ data: ['a'], next: '' }), ['a']],
    [
      'the cursor that it was asked for with, and no items',
      (after: string | null) => ({ data: after === 'x' ? [] : ['a'], next: 'x' }),
      ['a'],
    ],
  ])('is not told by %s', async (_name, page, want) => {
    const users = list({ by: cursorPages, items: ['data'], next: ['next'], param: 'after' });
    const { client } = clientOf((query) => Response.json(page(query.get('after'))));
    expect(await users(client).toArray()).toEqual(want);
  });

  it('is not told by the same cursor twice', async () => {
    const users = list({ by: cursorPages, items: ['data'], next: ['next'], param: 'after' });
    const { client } = clientOf(() => Response.json({ data: ['a'], next: 'x' }));
    await expect(users(client).toArray()).rejects.toThrow('an earlier page again');
  });

  it('begins after as many items as there were', async () => {
    const users = list({ by: offsetPages, param: 'offset', limit: 'limit' });
    const { client, requests } = clientOf((query) => {
      const start = Number(query.get('offset') ?? 0);
      // A server that gives less than it is asked for.
      return Response.json(letters.slice(start, start + 2));
    });
    expect(await users(client, { limit: 3, offset: 1 }).toArray()).toEqual(['b', 'c', 'd', 'e']);
    expect(requests.map(({ url }) => new URL(url).searchParams.get('offset'))).toEqual(['1', '3', '5']);
  });

  it('has the next number', async () => {
    const users = list({ by: numberedPages, param: 'page' });
    const { client, requests } = clientOf((query) => {
      const number = Number(query.get('page') ?? 1);
      return Response.json(letters.slice(number * 2 - 2, number * 2));
    });
    expect(await users(client).toArray()).toEqual(letters);
    expect(requests.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual([null, '2', '3', '4']);
  });

  it('has the next number, where the first is 0', async () => {
    const users = list({ by: zeroBasedPages, param: 'page' });
    const { client, requests } = clientOf((query) => {
      const number = Number(query.get('page') ?? 0);
      return Response.json(letters.slice(number * 2, number * 2 + 2));
    });
    expect(await users(client).toArray()).toEqual(letters);
    expect(requests.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual([null, '1', '2', '3']);
  });

  it('is not asked for for ever of a server that does not know the parameter', async () => {
    const { client, requests } = clientOf(() => Response.json(letters));
    await expect(list({ by: numberedPages, param: 'page' })(client).toArray()).rejects.toThrow(
      'an earlier page again',
    );
    expect(requests).toHaveLength(2);
  });
});

describe('a Link header', () => {
  it.each([
    ['</a?b=1>; rel="next"', '/a?b=1'],
    ['</a>; rel=next', '/a'],
    ['</a>; rel="prev", </b>; rel="next"', '/b'],
    ['</a,b;c>; title="x, y; z"; rel="last next"', '/a,b;c'],
    ['</a>; title="<x>; rel=next"; rel=prev', undefined],
    ['</a>; REL=NEXT; x=y', '/a'],
    ['</a>; rel="nextish"', undefined],
    ['</a>; rel=next-archive', undefined],
    ['</a>; xrel=next', undefined],
    ['</a>', undefined],
    ['', undefined],
  ])('%s leads to %s', (header, want) => {
    expect(nextTarget(header)).toBe(want);
  });

  it('takes no time that grows with the square of its length', () => {
    const start = process.cpuUsage().user;
    for (const part of ['<', '<a>;', '<a>"', '<a>; rel="', '; rel=', '<a>; rel="next '])
      nextTarget(part.repeat(20_000));
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });
});
