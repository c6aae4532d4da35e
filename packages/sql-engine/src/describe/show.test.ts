import { describe, expect, it } from 'vitest';
import { testProvider } from '../testing/provider.ts';

describe('SHOW and DESCRIBE', () => {
  const table: [string, { given: string; want: readonly object[] }][] = [
    ['services', { given: 'SHOW SERVICES IN acme', want: [{ name: 'people', id: 'acme.people' }] }],
    [
      'resources by name',
      {
        given: "SHOW RESOURCES IN acme.people LIKE 'g%'",
        want: [{ name: 'groups', id: 'acme.people.groups' }],
      },
    ],
    [
      'methods',
      {
        given: 'SHOW METHODS IN acme.people.tokens',
        want: [{ name: 'list_tokens', sqlVerb: 'SELECT', requiredParams: 'userId' }],
      },
    ],
    [
      'columns',
      {
        given: 'DESCRIBE acme.people.tokens',
        want: [
          { name: 'id', type: 'string' },
          { name: 'userId', type: 'string' },
          { name: 'scopes', type: 'array' },
        ],
      },
    ],
    [
      'what a method takes, and what it answers',
      {
        given: 'DESCRIBE METHOD acme.people.users.reset_user',
        want: [
          { name: 'id', type: 'string', use: 'path parameter', isRequired: true },
          { name: 'sendEmail', type: 'boolean', use: 'query parameter', isRequired: false },
          { name: 'org', type: 'string', use: 'server parameter', isRequired: false },
          { name: 'reason', type: 'string', use: 'body', isRequired: false },
          { name: 'id', type: 'string', use: 'column', isRequired: null },
        ],
      },
    ],
    [
      'what the methods of a resource take',
      {
        given: 'DESC EXTENDED acme.people.tokens',
        want: [
          { name: 'id', type: 'string', use: 'column' },
          { name: 'userId', type: 'string', use: 'column' },
          { name: 'scopes', type: 'array', use: 'column' },
          { name: 'userId', type: 'string', use: 'path parameter' },
          { name: 'expand', type: 'string', use: 'query parameter' },
          { name: 'org', type: 'string', use: 'server parameter' },
        ],
      },
    ],
    [
      'the resources of all services, narrowed',
      {
        given: "SHOW RESOURCES FROM acme WHERE name IN ('groups', '<y>')",
        want: [{ name: 'groups', id: 'acme.people.groups' }],
      },
    ],
    [
      'methods by what is told of them',
      {
        given:
          "SHOW EXTENDED METHODS IN acme.people.users WHERE isdeprecated OR operation LIKE 'DELETE %/{id}'",
        want: [
          {
            name: 'delete_user',
            sqlVerb: 'DELETE',
            requiredParams: 'id',
            optionalParams: 'sendEmail, org',
            operation: 'DELETE /users/{id}',
            isDeprecated: false,
          },
        ],
      },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want }) => {
    const { rows, requests } = testProvider({});
    expect(await rows(given)).toEqual(want);
    expect(requests()).toEqual([]);
  });

  it('INSERT INTO writes a statement to be filled in', async () => {
    const { sql, rows, received } = testProvider();
    const [template] = await rows('SHOW INSERT INTO acme.people.users');
    expect(template).toEqual({
      method: 'create_user',
      statement: [
        'INSERT INTO acme.people.users (',
        'login,\nactivate,\nactive,\nage,\nprofile,\ntags',
        ')',
        'SELECT',
        "'{{ login }}' /* required */,\n{{ activate }},\n{{ active }},\n{{ age }},\n'{{ profile }}',\n'{{ tags }}'",
        ';',
      ].join('\n'),
    });
    const body = { login: 'a', active: true, age: 7, profile: { a: 1 }, tags: [] };
    const { statement } = template as { readonly statement: string };
    await sql.run(statement, { values: { ...body, activate: false } }).toArray();
    expect(received).toEqual([{ request: 'POST /users?activate=false', body }]);
  });

  it.each([
    ['SHOW METHODS', 'SHOW METHODS needs the name of a resource.', 1],
    ["SHOW SERVICES WHERE title = 'x'", 'Nothing that is selected from has a column `title`.', 21],
    ['SHOW INSERT INTO acme.people.tokens', '`acme.people.tokens` has no method for INSERT.', 18],
  ])('%s is refused', async (text, message, column) => {
    await expect(testProvider().rows(text)).rejects.toMatchObject({ message, line: 1, column });
  });
});
