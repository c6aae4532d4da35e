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
      'a method',
      {
        given: 'DESCRIBE METHOD acme.people.users.reset_user',
        want: [
          { name: 'id', type: 'string', use: 'column' },
          { name: 'id', type: 'string', use: 'path parameter' },
          { name: 'sendEmail', type: 'boolean', use: 'query parameter' },
          { name: 'org', type: 'string', use: 'server parameter' },
          { name: 'reason', type: 'string', use: 'body' },
        ],
      },
    ],
  ];
  it.each(table)('%s', async (_name, { given, want }) => {
    const { rows, requests } = testProvider({});
    expect(await rows(given)).toEqual(want);
    expect(requests()).toEqual([]);
  });
});
