import { describe, expect, it } from 'vitest';
import { testProvider } from './testing/provider.ts';

const users = [{ id: 'a', profile: { email: 'a@x.test' } }];
const EXEC_FORM = 'Write EXEC provider.service.resource.method @name = ….';
const VERBS =
  'A statement begins with `SELECT`, `WITH`, `INSERT`, `UPDATE`, `REPLACE`, `DELETE`, `EXEC`, `SHOW`, `DESCRIBE`, `DESC` or `REGISTRY`.';

describe('the hint of a statement that is refused', () => {
  it.each([
    ['SELEC id', 'Did you mean `SELECT`?'],
    ['y', VERBS],
    ['gibberish id', VERBS],
    [
      'DROP TABLE users',
      'The tables are what the provider has: INSERT, UPDATE and DELETE change what is in them.',
    ],
    ['USE acme', 'Name the service with each resource: service.resource.'],
    [
      "SELECT JSON_EXTRACT(profile, 'email') FROM acme.people.users",
      "A path begins with $, each name with a dot: '$.email'.",
    ],
    ["SELECT id FROM acme.people.users WHERE status = 'A", "A quote within a text is doubled: 'it''s'."],
    ['SELECT id, FROM acme.people.users', 'Leave out the comma in front of it.'],
    ['SELECT id FORM acme.people.users', 'Did you mean `FROM`?'],
    ['SELECT id FROM acme.people.users WEHRE id = 1', 'Did you mean `WHERE`?'],
    ["SELECT id FROM acme.people.users WHERE login ILIKE 'a%'", 'Write LIKE: it takes a and A for the same.'],
    ['SELECT TOP 5 id FROM acme.people.users', 'Write LIMIT 5 at the end of the statement.'],
    [
      'SELECT id FROM acme.people.users WHERE age > NOW() - INTERVAL 1 DAY',
      "Write datetime('now', '-1 day').",
    ],
    ['SELECT id FROM acme.people.users)', 'No parenthesis is open there.'],
    ["SELECT id FROM 'acme.people.users'", 'Write it without quotes: acme.people.users.'],
    ['SELECT id FROM "acme.people.users"', 'Quotes stand around each name, or none: acme.people.users.'],
    ['SELECT id FROM acme/people/users', 'Names have dots between: provider.service.resource.'],
    ["CALL acme.people.users.reset_user('u1')", EXEC_FORM],
    ["EXEC acme.people.users.reset_user id = 'u1'", EXEC_FORM],
    ['WITH a (SELECT 1) SELECT * FROM a', 'Write WITH name AS (SELECT …).'],
    [
      'SELECT id FROM acme.people.users WHERE count(*) > 1',
      'Write HAVING behind GROUP BY, or a query in parentheses.',
    ],
    ['SELECT * WHERE id = 1', 'Write SELECT * FROM and a resource.'],
    ['SHOW TABLES', 'SHOW RESOURCES IN a service lists the tables there are.'],
    ['SHOW RESOURCES', 'SHOW RESOURCES IN acme.people; SHOW SERVICES lists them.'],
    [
      'SELECT u.profile.email FROM acme.people.users u',
      "What is within `profile` is told by `profile ->> '$.email'`.",
    ],
    ['SELECT x.id FROM acme.people.users u', 'Nothing in the FROM is called `x`.'],
    [
      'SELECT id FROM acme.people.users WHERE status = quux',
      "DESCRIBE acme.people.users lists its columns. A text stands in single quotes: 'quux'.",
    ],
    ['SELECT NOW() FROM acme.people.users', "Write datetime('now')."],
    ["SELECT id FROM acme.people.users WHERE id MATCH 'a'", 'Write REGEXP, LIKE or GLOB.'],
    [
      'SELECT id FROM acme.people.users a JOIN acme.people.users b ON a.id = b.id',
      'Say of which it is, by its alias: `a.id`.',
    ],
    [
      'DELETE FROM acme.people.users',
      'Bind it: WHERE id = …. Or find it: WHERE id IN (SELECT … FROM … WHERE …).',
    ],
    ['SELECT 1 FROM users', 'Did you mean `acme.people.users`?'],
    ['SELECT 1 FROM acme.Users', 'Did you mean `acme.people.users`?'],
    ['SELECT 1 FROM acme.people', 'SHOW RESOURCES IN acme.people lists those of the service.'],
    ['SELECT 1 FROM acme.tokens.users', 'Did you mean `acme.people.tokens`?'],
    ['SELECT 1 FROM nobody', 'A resource is named `acme.service.resource`.'],
    ['SELECT 1 FROM a.b.c.d.e', 'A resource is named `acme.service.resource`.'],
    ['BEGIN', 'Each request stands once it is answered: leave it out.'],
    ['AUTH LOGIN acme', 'The client has its credentials from the environment.'],
    ['EXPLAIN QUERY PLAN SELECT 1', 'EXPLAIN alone stands in front of a statement.'],
    ['SELECT [id] FROM acme.people.users', 'Names stand in double quotes: "name".'],
    ['SELECT status FROM acme.people.users GROUP status', 'Write GROUP BY.'],
    ['SELECT id FROM acme.people.users ORDER', 'Write ORDER BY.'],
    [
      "REPLACE INTO acme.people.users (id) VALUES ('a')",
      'Write REPLACE provider.service.resource SET … WHERE …, or INSERT INTO.',
    ],
    [
      "WITH a AS (SELECT 'a' AS id) DELETE FROM acme.people.users WHERE id IN (SELECT id FROM a)",
      'Write WITH within its query: DELETE … WHERE id IN (WITH … SELECT …).',
    ],
    [
      "DELETE FROM acme.people.users u WHERE u.id = 'a'",
      'What is changed has no other name: its columns are named alone.',
    ],
    [
      'SELECT id FROM acme.people.users UNION SELECT id, login FROM acme.people.users',
      'Select as many columns in each, NULL in place of those that one has not.',
    ],
    [
      "SELECT id->>'$.b' FROM acme.people.users",
      "CASE WHEN json_valid(a) THEN json_extract(a, '$.b') END leaves out what is none.",
    ],
  ])('%s', async (given, hint) => {
    await expect(testProvider({ users }).rows(given)).rejects.toMatchObject({ hint });
  });
});
