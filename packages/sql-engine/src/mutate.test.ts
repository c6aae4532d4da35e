import { describe, expect, it } from 'vitest';
import { testProvider } from './testing/provider.ts';

const users = ['a', 'b', 'c'].map((id, i) => ({ id, login: `${id}@x.test`, age: 20 + i, status: 'ACTIVE' }));
const provider = () => testProvider({ users, groups: [{ id: 'g', name: 'G', ownerId: 'a' }] });

describe('what is sent', () => {
  const table: [
    string,
    { given: string; want: readonly object[]; values?: object; rows?: readonly object[] },
  ][] = [
    [
      'INSERT of values',
      {
        given: `INSERT INTO acme.people.users (login, active, age, profile, tags, activate)
                VALUES ('x', true, 5, '{ "n": 1 }', 'one', 'false')`,
        want: [
          {
            request: 'POST /users?activate=false',
            body: { login: 'x', active: true, age: 5, profile: { n: 1 }, tags: ['one'] },
          },
        ],
        rows: [],
      },
    ],
    [
      'INSERT of several rows, one call each',
      {
        given: "INSERT INTO acme.people.users (login, age) VALUES ('x', NULL), (lower('Y'), 1 + 1)",
        want: [
          { request: 'POST /users', body: { login: 'x', age: null } },
          { request: 'POST /users', body: { login: 'y', age: 2 } },
        ],
      },
    ],
    [
      'INSERT of a SELECT without a table, as the pages write it',
      {
        given:
          "INSERT INTO acme.people.users (data__login, data__active, org) SELECT '{{ login }}', {{ active }}, 'acme' RETURNING id, upper(login) AS name",
        values: { login: 'x"y', active: false },
        want: [{ request: 'POST /users', body: { login: 'x"y', active: false } }],
        rows: [{ id: 'new', name: 'X"Y' }],
      },
    ],
    [
      'INSERT of the rows of a query',
      {
        given:
          "INSERT INTO acme.people.users (login, age) SELECT 'copy-' || login, age FROM acme.people.users WHERE age > 20",
        want: [
          { request: 'GET /users', body: null },
          { request: 'GET /users?page=2', body: null },
          { request: 'POST /users', body: { login: 'copy-b@x.test', age: 21 } },
          { request: 'POST /users', body: { login: 'copy-c@x.test', age: 22 } },
        ],
      },
    ],
    [
      'UPDATE by what its rows have',
      {
        given:
          "UPDATE acme.people.users SET login = 'x', age = age + 1, tags = json_array(status) WHERE id IN ('a', 'b', 'z')",
        want: [
          { request: 'GET /users/a', body: null },
          { request: 'GET /users/b', body: null },
          { request: 'GET /users/z', body: null },
          { request: 'PATCH /users/a', body: { login: 'x', age: 21, tags: ['ACTIVE'] } },
          { request: 'PATCH /users/b', body: { login: 'x', age: 22, tags: ['ACTIVE'] } },
        ],
      },
    ],
    [
      'UPDATE by a query, by its method',
      {
        given:
          "UPDATE acme.people.users.update_user SET login = (SELECT name FROM acme.people.groups) WHERE id = 'a'",
        want: [
          { request: 'GET /users/a', body: null },
          { request: 'GET /groups', body: null },
          { request: 'PATCH /users/a', body: { login: 'G' } },
        ],
      },
    ],
    [
      'a member of an object',
      {
        given: "INSERT INTO acme.people.users (login, profile.name.first) VALUES ('x', 'Ada')",
        want: [{ request: 'POST /users', body: { login: 'x', profile: { name: { first: 'Ada' } } } }],
      },
    ],
    [
      'UPDATE',
      {
        given:
          "UPDATE acme.people.users SET age = 3, data__login = 'z' WHERE id = 'a' AND org = 'acme' RETURNING login, org",
        want: [{ request: 'PATCH /users/a', body: { age: 3, login: 'z' } }],
        rows: [{ login: 'z', org: 'acme' }],
      },
    ],
    [
      'REPLACE',
      {
        given: "REPLACE acme.people.users SET login = 'z' WHERE id = 'a'",
        want: [{ request: 'PUT /users/a', body: { login: 'z' } }],
      },
    ],
    [
      'DELETE of several',
      {
        given: "DELETE FROM acme.people.users WHERE id IN ('a', 'b') AND sendEmail = true",
        want: [
          { request: 'DELETE /users/a?sendEmail=true', body: null },
          { request: 'DELETE /users/b?sendEmail=true', body: null },
        ],
      },
    ],
    [
      'DELETE of what a query finds',
      {
        given: 'DELETE FROM acme.people.users WHERE id IN (SELECT id FROM acme.people.users WHERE age = 21)',
        want: [
          { request: 'GET /users', body: null },
          { request: 'GET /users?page=2', body: null },
          { request: 'DELETE /users/b', body: null },
        ],
      },
    ],
    [
      'EXEC with a body',
      {
        given: `EXEC acme.people.users.reset_user @id='a', @sendEmail='true', @@json='{ "reason": "{{ why }}", "n": {{ n }}, "list": "{{ list }}" }'`,
        values: { why: `it's "so"`, n: 1, list: ['x'] },
        want: [
          {
            request: 'POST /users/a/reset?sendEmail=true',
            body: { reason: `it's "so"`, n: 1, list: ['x'] },
          },
        ],
        rows: [{ id: 'a' }],
      },
    ],
    [
      'EXEC with members of the body as arguments',
      {
        given: "EXEC acme.people.users.reset_user @id='a', @reason='lost'",
        want: [{ request: 'POST /users/a/reset', body: { reason: 'lost' } }],
      },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want, values, rows }) => {
    const { rows: run, received } = provider();
    const got = await run(given, { values: { ...values } });
    expect(received).toEqual(want);
    if (rows) expect(got).toEqual(rows);
  });
});

describe('what is refused, nothing being sent', () => {
  const table: [string, { given: string; code: string; message: string; at: string }][] = [
    [
      'a type that the spec does not allow',
      {
        given: "INSERT INTO acme.people.users (login, age) VALUES ('x', 'old')",
        code: 'wrong-type',
        message: '`age` takes an integer, not "old".',
        at: '1:57',
      },
    ],
    [
      'a name that nothing has',
      {
        given: "INSERT INTO acme.people.users (logn) VALUES ('x')",
        code: 'unknown-column',
        message: 'INSERT of `acme.people.users` takes no `logn`.',
        at: '1:32',
      },
    ],
    [
      'rows of another length',
      {
        given: "INSERT INTO acme.people.users (login, age) VALUES ('x')",
        code: 'wrong-type',
        message: '2 columns are named, and a row has 1 values.',
        at: '1:44',
      },
    ],
    [
      'a pair of which only one is addressed',
      {
        given: "DELETE FROM acme.people.users WHERE (id, age) IN (('a', 1))",
        code: 'not-supported',
        message: 'The WHERE of DELETE binds parameters, by = or IN; this condition does not.',
        at: '1:37',
      },
    ],
    [
      'values that are no pair',
      {
        given: "DELETE FROM acme.people.users WHERE id IN (('a', 'b'))",
        code: 'query',
        message: 'Row value misused.',
        at: '1:44',
      },
    ],
    [
      'another in place of what is addressed',
      {
        given: "UPDATE acme.people.users SET id = 'b', age = 1 WHERE id = 'a'",
        code: 'not-supported',
        message: '`id` is given twice.',
        at: '1:35',
      },
    ],
    [
      'a path parameter that nothing binds',
      {
        given: 'DELETE FROM acme.people.users WHERE sendEmail = true',
        code: 'missing-parameter',
        message: '`acme.people.users` needs `id`.',
        at: '1:13',
      },
    ],
    [
      'a condition that no request can ask',
      {
        given: "UPDATE acme.people.users SET age = 1 WHERE id = 'a' AND age > 3",
        code: 'not-supported',
        message: 'The WHERE of UPDATE binds parameters, by = or IN; this condition does not.',
        at: '1:57',
      },
    ],
    [
      'a verb that the resource has no method for',
      {
        given: "DELETE FROM acme.people.groups WHERE id = 'a'",
        code: 'unknown-method',
        message: '`acme.people.groups` has no method for DELETE.',
        at: '1:13',
      },
    ],
    [
      'a SELECT by a method that changes something',
      {
        given: "SELECT * FROM acme.people.users.delete_user WHERE id = 'a'",
        code: 'unknown-method',
        message: '`acme.people.users` has no method `delete_user` for SELECT.',
        at: '1:15',
      },
    ],
    [
      'a value made of a column',
      {
        given: "INSERT INTO acme.people.users (login, age) VALUES ('a', age + 1)",
        code: 'not-supported',
        message: 'A value cannot be made of `age` here.',
        at: '1:57',
      },
    ],
    [
      'a member of the body that is given twice',
      {
        given: "UPDATE acme.people.users SET login = 'x', age = 1, data__age = 2 WHERE id = 'a'",
        code: 'not-supported',
        message: '`data__age` is given twice.',
        at: '1:64',
      },
    ],
    [
      'a member of @@json of another type',
      {
        given: `EXEC acme.people.users.reset_user @id='a', @@json='{ "other": 1, "reason": 5 }'`,
        code: 'wrong-type',
        message: '`reason` takes a string, not 5.',
        at: '1:76',
      },
    ],
    [
      'a value of a column that there is not',
      {
        given: "UPDATE acme.people.users SET login = 'x', age = aeg + 1 WHERE id = 'a'",
        code: 'unknown-column',
        message: '`acme.people.users` has no column `aeg`.',
        at: '1:49',
      },
    ],
    [
      'a body that is no JSON',
      {
        given: "EXEC acme.people.users.reset_user @id='a', @@json='{ x }'",
        code: 'wrong-type',
        message: '',
        at: '1:44',
      },
    ],
  ];
  it.each(table)('%s', async (name, { given, code, message, at }) => {
    const { rows, requests } = provider();
    const error = await rows(given).then(
      () => null,
      (cause) => cause,
    );
    expect(error).toMatchObject({ name: 'SqlError', code });
    if (!name.includes('JSON') && at !== '') expect(error.message).toBe(message);
    if (at !== '') expect(`${error.line}:${error.column}`).toBe(at);
    expect(requests()).toEqual([]);
  });

  it('anything that changes, where only reading is allowed', async () => {
    const { rows, requests } = provider();
    await expect(
      rows("DELETE FROM acme.people.users WHERE id = 'a'", { isReadOnly: true }),
    ).rejects.toMatchObject({ code: 'not-writable' });
    expect(requests()).toEqual([]);
  });
});

it('changes nothing by a query of more columns than are compared with it', async () => {
  const { rows, requests } = testProvider({ users: [{ id: 'a' }] });
  const text = 'DELETE FROM acme.people.users WHERE id IN (SELECT id, age FROM acme.people.users)';
  await expect(rows(text)).rejects.toMatchObject({
    message: 'The query has 2 columns, and is compared with 1.',
  });
  expect(requests()).toEqual(['GET /users']);
});
