import { describe, expect, it } from 'vitest';
import type { SqlError } from './index.ts';
import { oddProvider } from './testing/odd-provider.ts';

const get = (...paths: readonly string[]): readonly string[] => paths.map((path) => `GET /${path}`);
const LABELS = get('labels', 'labels?page=2', 'labels?page=3', 'labels?page=4');

describe('a provider with names, pages and rows of all kinds', () => {
  const table: [string, { given: string; want: readonly string[]; rows: readonly unknown[][] }][] = [
    [
      'offsets, and rows within two envelopes',
      {
        given: 'SELECT id, "order", "a.b", __proto__, "x5t#S256" FROM core.accounts WHERE "order" > 3',
        want: get('accounts', 'accounts?offset=2', 'accounts?offset=4', 'accounts?offset=5'),
        rows: [['a4', 4, 'dot4', 'p4', 'h4']],
      },
    ],
    [
      'a LIMIT over offsets',
      {
        given: 'SELECT id FROM core.accounts LIMIT 2 OFFSET 1',
        want: get('accounts?limit=3'),
        rows: [['a1'], ['a2']],
      },
    ],
    [
      'a path of two parameters, and cursors',
      {
        given: "SELECT id, account_id, boxNo FROM core.entries WHERE account_id = 'x/y' AND boxNo = 7",
        want: ['', '?cursor=1', '?cursor=2'].map((page) => `GET /accounts/x%2Fy/boxes/7/entries${page}`),
        rows: ['0', '1', '2'].map((n) => [`x/y/7/${n}`, 'x/y', 7]),
      },
    ],
    [
      'a LIMIT over the items of lists',
      {
        given: "SELECT id, t.value FROM core.accounts, json_each(tags) t WHERE t.value <> 'x' LIMIT 2",
        want: get('accounts'),
        rows: [
          ['a0', 't0'],
          ['a1', 't1'],
        ],
      },
    ],
    [
      'rows without items',
      {
        given:
          'SELECT id FROM core.accounts LEFT JOIN json_each(tags) t ON TRUE WHERE t.value IS NULL LIMIT 1',
        want: get('accounts', 'accounts?offset=2'),
        rows: [['a3']],
      },
    ],
    [
      'rows that are texts',
      {
        given: "SELECT value, upper(value) AS upper FROM core.labels WHERE value <> ''",
        want: LABELS,
        rows: ['a1', 'b', 'a1', 'zz'].map((label) => [label, label.toUpperCase()]),
      },
    ],
    [
      'rows that are numbers',
      {
        given: 'SELECT value, typeof(value) AS type FROM core.counts',
        want: get('counts'),
        rows: [
          [1, 'integer'],
          [-5, 'integer'],
          [1.5, 'real'],
          [null, 'null'],
          [9007199254740993n, 'integer'],
        ],
      },
    ],
    [
      'one row that nobody describes',
      {
        given: "SELECT value, value->>'$.b.c[0]' AS c FROM core.settings",
        want: get('settings'),
        rows: [[{ a: '1', b: { c: [2] } }, 2]],
      },
    ],
    [
      'a column and a parameter that differ in case, each as it is written',
      {
        given: `SELECT id, accountid, accountId FROM core.accounts WHERE accountId = 'a3' AND "accountid" = 'low3'`,
        want: get('accounts/a3'),
        rows: [['a3', 'low3', 'a3']],
      },
    ],
    [
      'what is of no type stays what it is',
      {
        given: 'SELECT free FROM core.accounts WHERE "order" > 0',
        want: get('accounts', 'accounts?offset=2', 'accounts?offset=4', 'accounts?offset=5'),
        rows: [['[1]'], [[1, { x: null }]], [{ n: 1 }], [1.5]],
      },
    ],
    [
      'NULLs within objects, big integers, booleans, dates',
      {
        given: `SELECT nested->>'$.a.b' AS b, nested, big, active, date("when") AS day FROM core.accounts
                WHERE accountId IN ('a0', 'a1', 'a2')`,
        want: get('accounts/a0', 'accounts/a1', 'accounts/a2'),
        rows: [
          [0, { a: { b: 0 } }, 0, true, '2026-01-01'],
          [null, { a: null }, 1152921504606847000n, false, '2026-01-02'],
          [null, null, 2, true, '2026-01-03'],
        ],
      },
    ],
    [
      'a parameter that the provider takes for something else, value by value',
      {
        given: 'SELECT id FROM core.accounts WHERE "order" IN (1, 3, \'3\') AND "limit" = 100',
        want: get(
          'accounts?limit=100&order=1',
          'accounts?limit=100&order=3',
          'accounts?offset=5&limit=100&order=1',
          'accounts?offset=5&limit=100&order=3',
        ),
        rows: [['a1'], ['a3']],
      },
    ],
    [
      'an item of a list, by which the provider finds rows',
      {
        given: "SELECT id, tags FROM core.accounts WHERE tags = 't1' AND active = FALSE",
        want: get('accounts?tags=t1', 'accounts?offset=1&tags=t1'),
        rows: [['a1', ['x', 't1']]],
      },
    ],
    [
      'booleans that are written as text',
      {
        given:
          "SELECT id FROM core.accounts WHERE accountId IN ('a0', 'a1') AND active IN ('TRUE') AND 'false' <> active",
        want: get('accounts/a0', 'accounts/a1'),
        rows: [['a0']],
      },
    ],
    [
      'alternatives of one parameter',
      {
        given:
          "SELECT id FROM core.accounts WHERE accountId = 'a0' OR accountId IN ('a1') OR 'a0' = accountId",
        want: get('accounts/a0', 'accounts/a1'),
        rows: [['a0'], ['a1']],
      },
    ],
    [
      'values that are given together, each pair once',
      {
        given:
          "SELECT id FROM core.entries WHERE (account_id, boxNo) IN (('a', 1), ('b', 2), ('a', 1)) AND (kind, 1) = ('odd', 1)",
        want: ['?', '?cursor=1&', '?cursor=2&'].flatMap((page) =>
          ['a/boxes/1', 'b/boxes/2'].map((box) => `GET /accounts/${box}/entries${page}kind=odd`),
        ),
        rows: [['a/1/1'], ['b/2/1']],
      },
    ],
    [
      'values of one row of a query',
      {
        given:
          "SELECT id FROM core.entries WHERE (account_id, boxNo) IN (SELECT value, length(value) FROM core.labels) AND kind = 'odd'",
        want: [
          ...LABELS,
          ...['?', '?cursor=1&', '?cursor=2&'].flatMap((page) =>
            ['a1/boxes/2', 'b/boxes/1', 'zz/boxes/2'].map(
              (box) => `GET /accounts/${box}/entries${page}kind=odd`,
            ),
          ),
        ],
        rows: [['a1/2/1'], ['b/1/1'], ['zz/2/1']],
      },
    ],
    [
      'a pair of which one is a column alone',
      {
        given:
          "SELECT id FROM core.accounts WHERE (accountId, active) IN (VALUES ('a0', TRUE), ('a1', TRUE), ('a0', 1))",
        want: get('accounts/a0', 'accounts/a1'),
        rows: [['a0']],
      },
    ],
    [
      'an outer join by texts: each once, the empty one and those that are not found unmatched',
      {
        given: 'SELECT l.value, a.id FROM core.labels l LEFT JOIN core.accounts a ON a.accountId = l.value',
        want: [...LABELS, ...get('accounts/a1', 'accounts/b', 'accounts/zz')],
        rows: [
          ['a1', 'a1'],
          ['b', null],
          ['', null],
          ['a1', 'a1'],
          ['zz', null],
        ],
      },
    ],
    [
      'a parameter that is no column, by the rows of another resource',
      {
        given:
          "SELECT l.value, count(*) AS n FROM core.labels l JOIN core.counts c ON c.q = l.value WHERE l.value LIKE 'b' GROUP BY 1",
        want: [...LABELS, ...get('counts?q=b')],
        rows: [['b', 5]],
      },
    ],
    [
      'the same within a query, where the resource stands first',
      {
        given:
          "SELECT count(*) AS n FROM core.counts WHERE q IN (SELECT DISTINCT upper(value) FROM core.labels WHERE value > 'c')",
        want: [...LABELS, ...get('counts?q=ZZ')],
        rows: [[5]],
      },
    ],
    [
      'a column of the result by the name of a parameter',
      {
        given: 'SELECT value AS q, count(*) AS page FROM core.labels GROUP BY value HAVING page > 1',
        want: LABELS,
        rows: [['a1', 2]],
      },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want, rows }) => {
    const { sql, requests } = oddProvider();
    const got = await sql.run(given).toArray();
    expect(got.map((row) => Object.values(row))).toEqual(rows);
    expect(requests).toEqual(want);
  });
});

/** What a statement is refused with, and how much was sent. */
async function refusalOf(text: string) {
  const { sql, requests } = oddProvider();
  const error: SqlError = await sql
    .run(text)
    .toArray()
    .then(
      () => null,
      (cause) => cause,
    );
  return { error, requests };
}

describe('a condition on what no row has', () => {
  const none = 'is a parameter of `odd.core.counts`, which no row has: nothing binds it here.';
  it.each([
    ["SELECT value FROM core.counts WHERE q LIKE 'x'", '1:37', `\`q\` ${none}`],
    ["SELECT value FROM core.counts WHERE q <> 'x' AND value = 1", '1:37', `\`q\` ${none}`],
    ['SELECT value FROM core.counts WHERE value = 1 OR q IS NULL', '1:50', `\`q\` ${none}`],
    ['SELECT value FROM core.counts WHERE page BETWEEN 1 AND 2', '1:37', `\`page\` ${none}`],
    ["SELECT value FROM core.counts WHERE NOT upper(q) = 'X'", '1:47', `\`q\` ${none}`],
    ["SELECT value FROM core.counts WHERE q = 'x' OR page = 1", '1:37', `\`q\` ${none}`],
    ["SELECT value FROM core.counts c WHERE c.region > 'a'", '1:39', `\`region\` ${none}`],
    ["SELECT * FROM (SELECT value, q FROM core.counts) WHERE q = 'x'", '1:30', `\`q\` ${none}`],
    ["WITH c AS (SELECT q AS k FROM core.counts) SELECT * FROM c WHERE k > ''", '1:19', `\`q\` ${none}`],
    ['SELECT 1 FROM core.counts a JOIN core.counts b USING (q)', '1:55', `\`q\` ${none}`],
    ['SELECT 1 FROM core.counts a JOIN core.counts b ON a.q = b.q', '1:51', `\`q\` ${none}`],
    [
      "SELECT id FROM core.entries WHERE account_id = 'a' AND boxNo > 3",
      '1:56',
      '`odd.core.entries` needs `boxNo`, and `boxNo` does not bind it here.',
    ],
    [
      "SELECT id FROM core.accounts WHERE ACCOUNTID = 'a'",
      '1:36',
      '`ACCOUNTID` may be the column `accountid` of `odd.core.accounts`, or its parameter `accountId`.',
    ],
    [
      "SELECT id FROM core.accounts WHERE accountId = ''",
      '1:16',
      'The parameter `accountId` cannot be "" in GET /accounts/{accountId}.',
    ],
  ])('%s', async (given, at, message) => {
    const { error, requests } = await refusalOf(given);
    expect([error.message, `${error.line}:${error.column}`]).toEqual([message, at]);
    expect(error.name).toBe('SqlError');
    expect(requests).toEqual([]);
  });
});
