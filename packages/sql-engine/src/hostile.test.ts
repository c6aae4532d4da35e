import { describe, expect, it } from 'vitest';
import { sqlFor } from './index.ts';
import { testProvider } from './testing/provider.ts';

// As render's: what ends a string, a comment, a template or a line in one of the languages around.
const HOSTILE: readonly string[] = [
  "'",
  "''",
  "' OR 1=1 --",
  "'; DROP TABLE t0; --",
  '"',
  '\\',
  "\\'",
  '`',
  '*/',
  '/* x',
  '-- x',
  '${1}',
  '{{ other }}',
  '<other>',
  '?1',
  ':0',
  '@x',
  '%',
  '</script>',
  '../..',
  'a/b?c#d&e=f',
  '\u0000',
  'a\u0000b',
  '\r\nx: y',
  '\u2028',
  '\u202e',
  'é'.normalize('NFD'),
  '😀',
  '__proto__',
  'constructor',
  'NULL',
  'true',
  '1e3',
  '0x10',
  ' ',
];

const users = [{ id: 'a', login: 'a', age: 1, status: 'ACTIVE' }];
const provider = () => testProvider({ users, tokens: [{ id: 't', userId: 'a', scopes: [] }] });

describe.each(HOSTILE)('%j', (value) => {
  it('is sent as it is: by template, by literal, as a member of @@json', async () => {
    const { sql, requests, received, rows } = provider();
    await sql`SELECT id FROM acme.people.users WHERE status = ${value}`.toArray();
    await rows("SELECT id FROM acme.people.users WHERE status = '{{ v }}'", { values: { v: value } });
    if (!value.includes('{{') && !value.includes('\0')) {
      await rows(`SELECT id FROM acme.people.users WHERE status = '${value.replaceAll("'", "''")}'`);
    }
    const asked = requests().map((request) => new URL(request.slice(4), 'https://x.test').searchParams);
    for (const params of asked) expect([...params]).toEqual([['status', value]]);
    expect(asked.length).toBeGreaterThan(1);

    await rows(
      `EXEC acme.people.users.reset_user @id='a', @@json='{ "reason": "{{ v }}", "in": "<{{ v }}>", "n": {{ v }} }'`,
      {
        values: { v: value },
      },
    );
    expect(received.at(-1)).toEqual({
      request: 'POST /users/a/reset',
      body: { reason: value, in: `<${value}>`, n: value },
    });
    await sql`INSERT INTO acme.people.users (login, profile) VALUES (${value}, ${{ [value]: value }})`.toArray();
    expect(received.at(-1)?.body).toEqual({ login: value, profile: { [value]: value } });
  });

  it('stays one segment of a path', async () => {
    const { sql, requests } = provider();
    await sql`SELECT id FROM acme.people.tokens WHERE userId = ${value}`.toArray();
    expect(requests()).toEqual([`GET /users/${encodeURIComponent(value)}/tokens`]);
  });

  it('comes back as it is, as a value and as the name of a column', async () => {
    const { client, catalogue } = testProvider({ users: [{ id: value, login: 'a' }] });
    const name = value.replaceAll('\0', '') || 'name';
    const rows = await sqlFor(client, catalogue)
      .run(`SELECT id, login AS "${name.replaceAll('"', '""')}" FROM acme.people.users`)
      .toArray();
    expect(rows.map((row) => Object.entries(row))).toEqual([
      [
        ['id', value],
        [name, 'a'],
      ],
    ]);
  });
});

describe('what a server may answer', () => {
  const circular = 'x'.repeat(1_000_000);
  const table: [string, { given: readonly unknown[]; want: readonly unknown[] }][] = [
    [
      'strings for numbers and booleans',
      {
        given: [{ id: 'a', age: 'old', active: 'yes', score: '1.5' }],
        want: [['a', 'old', 'yes', 1.5, null]],
      },
    ],
    [
      'numbers for strings and objects',
      { given: [{ id: 5, active: 2, profile: 7 }], want: [['5', null, 2, null, 7]] },
    ],
    [
      'objects for strings',
      { given: [{ id: { x: [1] }, age: [1] }], want: [['{"x":[1]}', '[1]', null, null, null]] },
    ],
    [
      'text that is no JSON for an object',
      { given: [{ id: 'a', profile: '{' }], want: [['a', null, null, null, '{']] },
    ],
    ['a row that is null', { given: [null], want: [[null, null, null, null, null]] }],
    ['members of a prototype', { given: [{ constructor: 1 }], want: [[null, null, null, null, null]] }],
    [
      'a number beyond what JSON may say',
      { given: [{ id: 'a', age: 1e300, score: -0 }], want: [['a', 1e300, null, 0, null]] },
    ],
    ['a long cell', { given: [{ id: circular }], want: [[circular, null, null, null, null]] }],
  ];
  it.each(table)('%s', async (_name, { given, want }) => {
    const { sql } = testProvider({ users: given as never });
    const answer = sql.run('SELECT id, age, active, score, profile FROM acme.people.users');
    const rows = (await answer.toArray()).map((row) => Object.values(row));
    expect(rows).toEqual(want);
  });

  it.each([
    [
      'a row that is no object',
      { given: [{ id: 'a' }, 'b'], want: 'GET /users answered with a row that is no object.' },
    ],
    [
      'a list in a list',
      { given: [[{ id: 'a' }]], want: 'GET /users answered with a row that is no object.' },
    ],
  ])('%s is refused', async (_name, { given, want }) => {
    const { sql } = testProvider({ users: given as never });
    await expect(sql.run('SELECT id, age FROM acme.people.users').toArray()).rejects.toMatchObject({
      name: 'SqlError',
      message: want,
      hint: 'The server does not answer GET /users as its spec says.',
    });
  });
});

describe('columns', () => {
  const withColumns = async (names: readonly string[], row: object) => {
    const { client, catalogue } = testProvider({ users: [row as never] });
    const [service] = catalogue.services;
    const [users] = (await service?.load())?.resources ?? [];
    if (service === undefined || users === undefined) throw new Error('The provider has users.');
    const columns = names.map((name) => ({ name, type: 'string' as const }));
    const methods = users.methods.map((method) => ({ ...method, columns }));
    const load = async () => ({ resources: [{ ...users, methods }] });
    return sqlFor(client, { ...catalogue, services: [{ ...service, load }] });
  };

  const names = [
    '__proto__',
    'constructor',
    'ID',
    'id',
    'Id',
    'a\0b',
    '',
    '"',
    '=id',
    't0',
    'rowid',
    'org',
    '*',
  ];
  const row = Object.fromEntries(names.map((name, i) => [name, `v${i}`]));

  it('of any name, also such as differ in case alone', async () => {
    const sql = await withColumns(names, row);
    const answer = sql.run('SELECT * FROM acme.people.users');
    const [got] = await answer.toArray();
    expect(Object.values(got ?? {})).toEqual(names.map((_, i) => `v${i}`));
    const few = sql.run(
      'SELECT "id", "ID", "__proto__", rowid, "*" FROM acme.people.users WHERE "=id" = \'v8\'',
    );
    expect((await few.toArray()).map((one) => Object.values(one))).toEqual([
      ['v3', 'v2', 'v0', 'v10', 'v12'],
    ]);
  });

  it('a thousand of them', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `c${i}`);
    const sql = await withColumns(many, Object.fromEntries(many.map((name) => [name, name])));
    const [got] = await sql`SELECT * FROM acme.people.users u`.toArray();
    expect(Object.values(got ?? {})).toEqual(many);
  });
});

describe('bombs', () => {
  const table: [string, { given: string; code: string }][] = [
    [
      'a recursion without end',
      {
        given: 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c',
        code: 'too-many-steps',
      },
    ],
    [
      'one that is streamed',
      {
        given: 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c',
        code: 'too-many-steps',
      },
    ],
    [
      'rows that double',
      {
        given: `WITH a AS (SELECT 1 AS x UNION ALL SELECT 1)${Array.from({ length: 30 }, (_, i) => `, a${i} AS (SELECT * FROM a${i === 0 ? '' : i - 1} UNION ALL SELECT * FROM a${i === 0 ? '' : i - 1})`).join('')} SELECT count(*) FROM a29`,
        code: 'too-many-steps',
      },
    ],
    ['all with all', { given: 'SELECT count(*) FROM n a, n b, n c, n d', code: 'too-many-steps' }],
    [
      'all with all, of which nothing is left',
      { given: 'SELECT count(*) FROM n a, n b, n c WHERE a.i + b.i + c.i < 0', code: 'too-many-steps' },
    ],
    [
      'kept by an outer join',
      {
        given: 'SELECT count(*) FROM n a LEFT JOIN n b ON a.i + b.i < 0 LEFT JOIN n c ON a.i + c.i < 0',
        code: 'too-many-steps',
      },
    ],
    [
      'within',
      {
        given: 'SELECT (SELECT count(*) FROM n b WHERE b.i <> a.i) AS x FROM n a, n c',
        code: 'too-many-steps',
      },
    ],
    [
      'queries without a name',
      {
        given:
          "SELECT count(*) FROM (SELECT i FROM n), (SELECT i + 1 FROM n), (SELECT * FROM n), json_each('[1,2,3]')",
        code: 'too-many-steps',
      },
    ],
    ['a blob', { given: 'SELECT length(zeroblob(2000000000))', code: 'query' }],
    ['a text', { given: "SELECT length(printf('%.*c', 2000000000, 'x'))", code: 'query' }],
    ['a pattern', { given: `SELECT 'a' LIKE '${'%a'.repeat(1000)}'`, code: 'query' }],
    [
      'hundreds of joins',
      {
        given: `SELECT 1 FROM n a0${Array.from({ length: 300 }, (_, i) => ` JOIN n a${i + 1} ON a${i}.i = a${i + 1}.i`).join('')}`,
        code: 'query',
      },
    ],
    ['parentheses', { given: `SELECT ${'('.repeat(5000)}1${')'.repeat(5000)}`, code: 'syntax' }],
    ['what SQLite tells of itself', { given: 'SELECT * FROM pragma_function_list()', code: 'not-supported' }],
  ];
  it.each(table)('%s', async (_name, { given, code }) => {
    const { rows, requests } = provider();
    const numbers = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) ';
    const text = given.startsWith('WITH') ? given : `${numbers}${given}`;
    await expect(rows(text, { maxSteps: 100_000 })).rejects.toMatchObject({ name: 'SqlError', code });
    expect(requests()).toEqual([]);
  });

  it('a signal is heard between the rows', async () => {
    const { sql } = provider();
    const answer = sql.run(
      'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c',
      {
        signal: AbortSignal.timeout(20),
      },
    );
    await expect(answer.toArray()).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
