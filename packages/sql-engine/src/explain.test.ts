import { describe, expect, it } from 'vitest';
import { testProvider } from './testing/provider.ts';

/** `GET /users`, the number of calls, and what is noted. */
type Step = readonly [request: string | null, calls: number | null, note: string, body?: string];

const PAGES = 'a call for each page';

const cases: readonly [statement: string, want: readonly Step[]][] = [
  ['SELECT id FROM people.users', [['GET /users', null, PAGES]]],
  ['SELECT id FROM people.users LIMIT 1 OFFSET 2', [['GET /users?size=3', null, `${PAGES}, up to LIMIT`]]],
  [
    "SELECT id FROM people.users WHERE status = 'A' ORDER BY id LIMIT 3",
    [['GET /users?status=A', null, PAGES]],
  ],
  [
    "SELECT id FROM people.users WHERE id IN ('a b', lower('C'))",
    [
      ['GET /users/a%20b', 1, ''],
      ['GET /users/c', 1, ''],
    ],
  ],
  [
    "SELECT t.id FROM people.users u JOIN people.tokens t ON t.userId = u.id AND t.expand = 'x' WHERE u.status = '{userId}'",
    [
      ['GET /users?status=%7BuserId%7D', null, PAGES],
      ['GET /users/{userId}/tokens?expand=x', null, 'once for each distinct u.id'],
    ],
  ],
  [
    "WITH ids(id) AS (SELECT 'a' UNION ALL SELECT 'b') SELECT t.id FROM ids JOIN people.tokens t ON t.userId = ids.id",
    [
      ['GET /users/a/tokens', 1, ''],
      ['GET /users/b/tokens', 1, ''],
    ],
  ],
  [
    'SELECT id FROM people.tokens WHERE userId = (SELECT count(*) FROM people.groups)',
    [
      ['GET /groups', null, PAGES],
      ['GET /users/{userId}/tokens', null, 'once'],
    ],
  ],
  [
    "UPDATE people.users SET login = 'x', age = age + 1 WHERE id = 'a'",
    [
      ['GET /users/a', 1, ''],
      ['PATCH /users/a', null, 'once for each row, which gives `age`', '{"age":"{age}","login":"x"}'],
    ],
  ],
  ['SELECT 1', [[null, 0, 'Nothing is sent.']]],
  ['SHOW SERVICES', [[null, 0, 'Nothing is sent.']]],
  [
    "INSERT INTO people.users (login, active, activate) VALUES ('a', true, false), ('b', false, false)",
    [
      ['POST /users?activate=false', 1, '', '{"login":"a","active":true}'],
      ['POST /users?activate=false', 1, '', '{"login":"b","active":false}'],
    ],
  ],
  [
    'INSERT INTO people.users (login) SELECT name FROM people.groups',
    [
      ['GET /groups', null, PAGES],
      ['POST /users', null, 'once for each row of the query', '{"login":"{login}"}'],
    ],
  ],
  [
    "UPDATE people.users SET age = 5, login = 'l' WHERE id = 'a'",
    [['PATCH /users/a', 1, '', '{"age":5,"login":"l"}']],
  ],
  [
    "DELETE FROM people.users WHERE sendEmail = true AND id IN (SELECT id FROM people.users WHERE status = 'OLD')",
    [
      ['GET /users?status=OLD', null, PAGES],
      ['DELETE /users/{id}?sendEmail=true', null, 'once for each distinct value of the query for id'],
    ],
  ],
  [
    "EXEC people.users.reset_user @id = 'a', @reason = 'lost'",
    [['POST /users/a/reset', 1, '', '{"reason":"lost"}']],
  ],
];

describe('EXPLAIN', () => {
  it.each(cases)('%s', async (statement, want) => {
    const { rows, received } = testProvider();
    const steps = await rows(`-- why\nexplain ${statement}`, { isReadOnly: true });
    expect(steps).toEqual(
      want.map(([request, calls, note, body = null], i) =>
        expect.objectContaining({ step: i + 1, request, calls, note, body }),
      ),
    );
    expect(received).toEqual([]);
  });

  it('lists as many calls as anybody reads, and counts the others', async () => {
    const ids = Array.from({ length: 50 }, (_, i) => `'${i}'`).join(', ');
    const steps = await testProvider().rows(`EXPLAIN SELECT id FROM people.users WHERE id IN (${ids})`);
    expect(steps).toHaveLength(21);
    expect(steps.at(-1)).toMatchObject({ request: 'GET /users/{id}', calls: 30, note: '30 more of them' });
  });

  it('refuses what the statement itself would be refused for, at its place', async () => {
    const { rows } = testProvider();
    await expect(rows('EXPLAIN SELECT nope FROM people.users')).rejects.toMatchObject({
      code: 'unknown-column',
      start: 15,
    });
    await expect(rows('EXPLAIN SELECT id FROM people.tokens')).rejects.toMatchObject({
      code: 'missing-parameter',
    });
  });
});
