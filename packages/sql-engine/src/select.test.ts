import { describe, expect, it } from 'vitest';
import { testProvider } from './testing/provider.ts';

const users = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({
  id,
  login: `${id}@x.test`,
  status: i % 2 === 0 ? 'ACTIVE' : 'STAGED',
  active: i % 2 === 0,
  age: 20 + i,
  score: i / 2,
  profile: { email: `${id}@x.test`, deep: { n: i } },
  tags: ['all', id],
  limit: i,
  order: `o${i}`,
  'x5t#S256': `h${i}`,
}));
const tokens = users.flatMap(({ id }) => [1, 2].map((n) => ({ id: `${id}${n}`, userId: id, scopes: ['s'] })));
const provider = () => testProvider({ users, tokens, groups: [{ id: 'g', name: 'G', ownerId: 'b' }] });

describe('requests', () => {
  const table: [string, { given: string; want: readonly string[]; rows?: readonly object[] }][] = [
    [
      'all pages',
      {
        given: 'SELECT id FROM acme.people.users',
        want: ['GET /users', 'GET /users?page=2', 'GET /users?page=3'],
        rows: users.map(({ id }) => ({ id })),
      },
    ],
    [
      'no page more than a LIMIT needs',
      {
        given: 'SELECT id FROM acme.people.users LIMIT 3',
        want: ['GET /users?size=3'],
        rows: ['a', 'b', 'c'].map((id) => ({ id })),
      },
    ],
    [
      'OFFSET counts too',
      {
        given: 'SELECT id FROM acme.people.users LIMIT 1 OFFSET 1',
        want: ['GET /users?size=2'],
        rows: [{ id: 'b' }],
      },
    ],
    [
      'a condition that SQLite asks',
      {
        given: 'SELECT id FROM acme.people.users WHERE age > 21 LIMIT 1',
        want: ['GET /users', 'GET /users?page=2'],
        rows: [{ id: 'c' }],
      },
    ],
    [
      'the most specific method',
      {
        given: "SELECT id, login FROM acme.people.users WHERE id = 'b@x.test'",
        want: ['GET /users/b%40x.test'],
        rows: [{ id: 'b', login: 'b@x.test' }],
      },
    ],
    [
      'IN asks for each',
      {
        given: "SELECT login FROM acme.people.users WHERE id IN ('a', 'c', 'a')",
        want: ['GET /users/a', 'GET /users/c'],
      },
    ],
    [
      'an optional parameter',
      {
        given: "SELECT id FROM acme.people.users WHERE status = 'ACTIVE' AND size = '2'",
        want: ['GET /users?status=ACTIVE&size=2', 'GET /users?status=ACTIVE&size=2&page=2'],
      },
    ],
    [
      'a server variable of the client',
      { given: "SELECT name FROM acme.people.groups WHERE org = 'acme'", want: ['GET /groups'] },
    ],
    [
      'a join feeds a parameter',
      {
        given:
          "SELECT u.id, t.id AS token FROM acme.people.users u JOIN acme.people.tokens t ON t.userId = u.id WHERE u.status = 'STAGED'",
        want: ['GET /users?status=STAGED', 'GET /users/b/tokens', 'GET /users/d/tokens'],
        rows: ['b1', 'b2', 'd1', 'd2'].map((token) => ({ id: token.charAt(0), token })),
      },
    ],
    [
      'a subquery feeds a parameter',
      {
        given:
          'SELECT id FROM acme.people.tokens WHERE userId IN (SELECT id FROM acme.people.users WHERE age < 22)',
        want: [
          'GET /users',
          'GET /users?page=2',
          'GET /users?page=3',
          'GET /users/a/tokens',
          'GET /users/b/tokens',
        ],
      },
    ],
    [
      'a common table feeds a parameter',
      {
        given:
          "WITH staged AS (SELECT id FROM acme.people.users WHERE status = 'STAGED') SELECT t.id FROM staged s JOIN acme.people.tokens t ON t.userId = s.id",
        want: ['GET /users?status=STAGED', 'GET /users/b/tokens', 'GET /users/d/tokens'],
      },
    ],
    [
      'a correlated subquery',
      {
        given:
          'SELECT id, (SELECT count(*) FROM acme.people.tokens t WHERE t.userId = u.id) AS n FROM acme.people.users u WHERE age = 20',
        want: ['GET /users', 'GET /users?page=2', 'GET /users?page=3', 'GET /users/a/tokens'],
        rows: [{ id: 'a', n: 2 }],
      },
    ],
    [
      'a resource that is joined by its own id is asked for one by one',
      {
        given:
          'SELECT g.name, u.login FROM acme.people.groups g JOIN acme.people.users u ON u.id = g.ownerId',
        want: ['GET /groups', 'GET /users/b'],
        rows: [{ name: 'G', login: 'b@x.test' }],
      },
    ],
    [
      'a method by its name',
      { given: 'SELECT id FROM acme.people.memberships.by_owner', want: ['GET /groups'] },
    ],
    [
      'a method by a hint',
      { given: 'SELECT /*+ METHOD(by_member) */ id FROM acme.people.memberships', want: ['GET /groups'] },
    ],
    [
      'nothing for NULL',
      { given: 'SELECT id FROM acme.people.tokens WHERE userId = (SELECT NULL)', want: [], rows: [] },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want, rows }) => {
    const { rows: run, requests } = provider();
    const got = await run(given);
    expect(requests()).toEqual(want);
    if (rows) expect(got).toEqual(rows);
  });
});

describe('values', () => {
  const table: [string, { given: string; want: object }][] = [
    ['booleans', { given: 'SELECT active, NOT active AS off', want: { active: true, off: 0 } }],
    [
      'objects and lists',
      { given: 'SELECT profile, tags', want: { profile: users[0]?.profile, tags: ['all', 'a'] } },
    ],
    [
      'JSON',
      {
        given: "SELECT JSON_EXTRACT(profile, '$.deep.n') AS n, profile->>'$.email' AS e",
        want: { n: 0, e: 'a@x.test' },
      },
    ],
    [
      'keywords and odd names',
      { given: 'SELECT limit, order, "x5t#S256"', want: { limit: 0, order: 'o0', 'x5t#S256': 'h0' } },
    ],
    ['one name twice', { given: 'SELECT id, id', want: { id: 'a', 'id:1': 'a' } }],
    ['an expression under its own text', { given: 'SELECT age  + 1', want: { 'age + 1': 21 } }],
    ['a parameter', { given: 'SELECT id, org, page', want: { id: 'a', org: null, page: null } }],
  ];
  it.each(table)('%s', async (_name, { given, want }) => {
    expect(await provider().rows(`${given} FROM acme.people.users LIMIT 1`)).toEqual([want]);
  });
});

describe('templates', () => {
  it('are values, whatever they hold', async () => {
    const { sql, requests } = provider();
    const id = "x' OR '1'='1";
    await sql`SELECT id FROM acme.people.tokens WHERE userId = ${id}`.toArray();
    expect(requests()).toEqual(["GET /users/x'%20OR%20'1'%3D'1/tokens"]);
  });
});

describe('refusals', () => {
  const table: [string, { given: string; code: string; message: string; at: string }][] = [
    [
      'a parameter that nothing binds',
      {
        given: 'SELECT id FROM acme.people.tokens',
        code: 'missing-parameter',
        message: '`acme.people.tokens` needs `userId`.',
        at: '1:16',
      },
    ],
    [
      'an unknown resource',
      {
        given: 'SELECT 1 FROM acme.people.user',
        code: 'unknown-resource',
        message: 'The service `people` has no resource `user`.',
        at: '1:15',
      },
    ],
    [
      'an unknown column',
      {
        given: 'SELECT id,\n  logn FROM acme.people.users',
        code: 'unknown-column',
        message: '`acme.people.users` has no column `logn`.',
        at: '2:3',
      },
    ],
    [
      'several methods alike',
      {
        given: 'SELECT id FROM acme.people.memberships',
        code: 'ambiguous-method',
        message: '`acme.people.memberships` can be selected by `by_owner` and `by_member` alike.',
        at: '1:16',
      },
    ],
    [
      'a value of another type',
      {
        given: "SELECT id FROM acme.people.users WHERE size = 'x'",
        code: 'wrong-type',
        message: '`size` takes an integer, not "x".',
        at: '1:40',
      },
    ],
    [
      'another server',
      {
        given: "SELECT id FROM acme.people.users WHERE org = 'evil'",
        code: 'other-server',
        message: 'The statement is for org `evil`, and the client for `acme`.',
        at: '1:1',
      },
    ],
    [
      'a template without a value',
      {
        given: "SELECT id FROM acme.people.tokens WHERE userId = '{{ u }}'",
        code: 'missing-value',
        message: 'The template `{{ u }}` has no value.',
        at: '1:51',
      },
    ],
    [
      'what SQLite does not know',
      {
        given: 'SELECT nope(id) FROM acme.people.users',
        code: 'query',
        message: 'There is no function `nope`.',
        at: '1:8',
      },
    ],
    ['syntax', { given: 'SELEC id', code: 'syntax', message: '`SELEC` begins no statement.', at: '1:1' }],
  ];
  it.each(table)('%s', async (_name, { given, code, message, at }) => {
    const { rows, requests } = provider();
    const error = await rows(given).then(
      () => null,
      (cause) => cause,
    );
    expect({ code: error?.code, message: error?.message }).toEqual({ code, message });
    expect(`${error.line}:${error.column}`).toBe(at);
    expect(requests()).toEqual([]);
  });
});

it('stops at the cap', async () => {
  const { rows, requests } = provider();
  await expect(rows('SELECT id FROM acme.people.users', { maxRequests: 2 })).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  expect(requests().length).toBe(2);
});
