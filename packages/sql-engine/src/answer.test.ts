import { describe, expect, it, vi } from 'vitest';
import type { SqlError } from './index.ts';
import { oddProvider } from './testing/odd-provider.ts';

const get = (...paths: readonly string[]): readonly string[] => paths.map((path) => `GET /${path}`);
const LABELS = get('labels', 'labels?page=2', 'labels?page=3', 'labels?page=4');

describe('a request that fails', () => {
  it.each([
    ["SELECT id FROM core.accounts WHERE accountId = 'e401'", 'answered 401', 401, '1:16'],
    [
      "SELECT id FROM core.accounts WHERE accountId IN ('a1', 'broken')",
      'answered 200 with no JSON',
      200,
      '1:16',
    ],
    [
      "SELECT 1 FROM core.labels l\nJOIN core.entries e ON e.boxNo = 1 AND e.account_id = replace(l.value, 'b', 'e401')",
      'answered 401',
      401,
      '2:6',
    ],
  ])('%s', async (given, what, status, at) => {
    const error: SqlError = await oddProvider()
      .sql.run(given)
      .toArray()
      .then(
        () => null,
        (cause) => cause,
      );
    expect(error).toMatchObject({ name: 'SqlError', code: 'request', status, cause: { status } });
    expect(error.message).toMatch(new RegExp(`^GET /accounts/.* ${what} \\(account_?[iI]d = '\\w+'`));
    expect(`${error.line}:${error.column}`).toBe(at);
  });

  it('is an outcome of its row', async () => {
    const { sql } = oddProvider();
    const text = "DELETE FROM core.accounts WHERE accountId IN ('a1', 'e401', 'a2')";
    const answer = sql.run(text, { onFailure: 'continue' });
    await answer.toArray();
    expect(answer.outcomes.map((one) => (one.ok ? one.row : String(one.error)))).toEqual([
      0,
      "SqlError: DELETE /accounts/{accountId} answered 401 (accountId = 'e401')",
      2,
    ]);
  });
});

describe('lists', () => {
  it('of more values than SQLite binds', async () => {
    const { sql, requests } = oddProvider();
    const texts = Array.from({ length: 40_000 }, (_, i) => `'v${i}'`).join(', ');
    expect(
      await sql.run(`SELECT value FROM core.labels WHERE value IN (${texts}, 'zz')`).toArray(),
    ).toHaveLength(1);
    await expect(
      sql.run(`SELECT id FROM core.accounts WHERE accountId IN (${texts})`).toArray(),
    ).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(requests).toEqual(LABELS);
  });

  it('in place of a template', async () => {
    const { sql, requests } = oddProvider();
    const rows = await sql`SELECT id FROM core.accounts WHERE accountId IN (${['a1', 'a2']})`.toArray();
    expect(rows).toEqual([{ id: 'a1' }, { id: 'a2' }]);
    expect(await sql`SELECT 1 FROM core.accounts WHERE accountId IN (${[]})`.toArray()).toEqual([]);
    expect(requests).toEqual(get('accounts/a1', 'accounts/a2'));
  });
});

it('sends the digits of an integer that no number holds', async () => {
  const { sql, requests } = oddProvider();
  await sql`INSERT INTO core.accounts (name, big) VALUES ('n', 9007199254740993), ('m', ${-(2n ** 62n)})`.toArray();
  await sql`SELECT id FROM core.accounts WHERE since = 9007199254740993 LIMIT 1`.toArray();
  expect(requests).toEqual([
    'POST /accounts {"name":"n","big":9007199254740993}',
    'POST /accounts {"name":"m","big":-4611686018427387904}',
    'GET /accounts?limit=1&since=9007199254740993',
  ]);
});

describe('an integer that no number holds', () => {
  const big = 9007199254740993n;
  const account =
    '{"id": "a1", "big": 9007199254740993, "nested": {"a": {"b": [-9223372036854775808]}}, "free": 9007199254740993}';
  const page = `{"data": {"items": [${account}]}}`;
  const NO_ITEMS = '{"data": {"items": []}}';
  const text = (json: string) => new Response(json, { headers: { 'content-type': 'application/json' } });
  const withBig = () =>
    oddProvider((respond, { method, url }) =>
      method === 'GET' ? text(url.includes('offset=') ? NO_ITEMS : page) : respond(),
    );
  const all = [{ id: 'a1', big, nested: { a: { b: [-(2n ** 63n)] } }, free: big }];

  it.each([
    ['as it comes', 'SELECT id, big, nested, free FROM core.accounts LIMIT 1', all],
    ['through SQLite', 'SELECT id, big, nested, free FROM core.accounts WHERE big > 5 ORDER BY big', all],
    ['told from its neighbours', 'SELECT id FROM core.accounts WHERE big = 9007199254740992', []],
    [
      'computed with',
      "SELECT big - 1 AS b, nested->>'$.a.b[0]' AS n, typeof(free) AS t FROM core.accounts",
      [{ b: 2n ** 53n, n: -(2n ** 63n), t: 'integer' }],
    ],
  ])('is exact in an answer, %s', async (_name, statement, want) => {
    expect(await withBig().sql.run(statement).toArray()).toEqual(want);
  });

  it('is one that comes from a row, and one within a body', async () => {
    const { sql, requests } = withBig();
    await sql`INSERT INTO core.accounts (name, big) SELECT id, big FROM core.accounts`.toArray();
    await sql`INSERT INTO core.accounts (body) SELECT nested FROM core.accounts`.toArray();
    await sql`INSERT INTO core.accounts (body) VALUES ('{"big": [9007199254740993]}'), (${{ big: [big] }})`.toArray();
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([
      'POST /accounts {"name":"a1","big":9007199254740993}',
      'POST /accounts {"a":{"b":[-9223372036854775808]}}',
      'POST /accounts {"big":[9007199254740993]}',
      'POST /accounts {"big":[9007199254740993]}',
    ]);
  });

  it('leads to the next page', async () => {
    const { sql, requests } = oddProvider((_, { url }) =>
      text(
        `{"entries": [{"id": "e"}], "next": ${url.includes('cursor') ? null : '{"cursor": 9007199254740993}'}}`,
      ),
    );
    expect(
      await sql`SELECT id FROM core.entries WHERE account_id = 'a' AND boxNo = 1`.toArray(),
    ).toHaveLength(2);
    expect(requests.at(-1)).toBe('GET /accounts/a/boxes/1/entries?cursor=9007199254740993');
  });
});

it('holds a cell of 10 MB, in SQLite and beside it', async () => {
  const text = 'é'.repeat(5_000_000);
  const { sql } = oddProvider(() => Response.json([text, 'b']));
  const [row] = await sql`SELECT value FROM core.labels LIMIT 1`.toArray();
  expect(row?.value === text).toBe(true);
  const [long] =
    await sql`SELECT value, length(value) AS n FROM core.labels WHERE value > 'c' LIMIT 1`.toArray();
  expect([long?.value === text, long?.n]).toEqual([true, 5_000_000]);
});

it('refuses a value that no text of JSON holds', async () => {
  const deep = `[${'['.repeat(50_000)}${']'.repeat(50_000)}]`;
  const { sql } = oddProvider(() => new Response(deep, { headers: { 'content-type': 'application/json' } }));
  await expect(sql`SELECT value FROM core.labels ORDER BY value`.toArray()).rejects.toMatchObject({
    code: 'query',
    message: 'A value of a row is nested too deeply.',
  });
});

describe('rows that are left', () => {
  const text = "SELECT id FROM core.entries WHERE boxNo = 1 AND account_id IN ('first', 'b', 'c', 'd')";
  /** All but the first are answered when the test is long over. */
  const slow = () => {
    // A request that nobody holds would be collected, and its signal would not be heard.
    const asked: Request[] = [];
    const aborted: string[] = [];
    const { sql } = oddProvider((respond, request) => {
      const { url, signal } = request;
      if (url.includes('first')) return respond();
      return new Promise((_, reject) => {
        asked.push(request);
        signal.addEventListener('abort', () => {
          aborted.push(new URL(url).pathname);
          reject(signal.reason);
        });
      });
    });
    return { sql, asked, aborted };
  };

  it('end the requests that are on their way', async () => {
    const { sql, aborted } = slow();
    for await (const row of sql.run(text)) {
      expect(row).toEqual({ id: 'first/1/0' });
      break;
    }
    expect(aborted).toHaveLength(3);
  });

  it('by a signal too, which is no failure of the server', async () => {
    const { sql, asked, aborted } = slow();
    const controller = new AbortController();
    const all = sql.run(text, { signal: controller.signal }).toArray();
    all.catch(() => {});
    await vi.waitUntil(() => asked.length === 3);
    controller.abort();
    await expect(all).rejects.toMatchObject({ name: 'AbortError' });
    expect(aborted).toHaveLength(3);
  });

  it('can be taken once', async () => {
    const { sql } = oddProvider();
    const answer = sql.run('SELECT value FROM core.counts');
    expect(await answer.toArray()).toHaveLength(5);
    await expect(answer.toArray()).rejects.toThrow(
      'The rows of an answer can be taken once; run the statement again.',
    );
  });
});

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'is not run with a concurrency of %s',
  async (concurrency) => {
    const { sql } = oddProvider();
    const answer = sql.run('SELECT value FROM core.counts', { concurrency });
    await expect(answer.toArray()).rejects.toThrow('`concurrency` is a whole number from 1');
  },
);

it('knows all of a change before the first request of it is sent', async () => {
  const { sql, requests } = oddProvider();
  const text = "INSERT INTO core.accounts (name, big) VALUES ('a', 1), ('b', 'many')";
  await expect(sql.run(text).toArray()).rejects.toMatchObject({ code: 'wrong-type' });
  const copies = sql.run('INSERT INTO core.accounts (name) SELECT value FROM core.labels', {
    maxRequests: 4,
  });
  await expect(copies.toArray()).rejects.toMatchObject({ code: 'too-many-requests' });
  expect(requests).toEqual(LABELS.slice(0, 3));
});
