import { describe, expect, it } from 'vitest';
import { print } from '../print/print.ts';
import { parse } from './parse.ts';

const statements: [string, { given: string; want: string }][] = [
  ['SHOW', { given: 'show providers', want: 'SHOW PROVIDERS;' }],
  [
    'SHOW with a scope',
    { given: 'SHOW EXTENDED METHODS FROM a.b.c', want: 'SHOW EXTENDED METHODS IN a.b.c;' },
  ],
  [
    'SHOW with a pattern',
    { given: "SHOW SERVICES IN okta LIKE '%user%'", want: "SHOW SERVICES IN okta LIKE '%user%';" },
  ],
  [
    'SHOW with conditions',
    {
      given: "SHOW METHODS IN a.b.c WHERE SQLVerb = 'EXEC'",
      want: "SHOW METHODS IN a.b.c\nWHERE SQLVerb = 'EXEC'\n;",
    },
  ],
  ['SHOW INSERT', { given: 'SHOW INSERT INTO a.b.c', want: 'SHOW INSERT INTO a.b.c;' }],
  ['DESCRIBE', { given: 'DESC EXTENDED a.b.c', want: 'DESCRIBE EXTENDED a.b.c;' }],
  [
    'DESCRIBE of a method',
    { given: 'DESCRIBE METHOD EXTENDED a.b.c.get', want: 'DESCRIBE METHOD EXTENDED a.b.c.get;' },
  ],
  [
    'DESCRIBE of a resource named like a modifier',
    { given: 'DESCRIBE extended', want: 'DESCRIBE extended;' },
  ],
  ['REGISTRY PULL', { given: 'REGISTRY PULL okta;', want: 'REGISTRY PULL okta;' }],
  [
    'REGISTRY PULL of a version',
    { given: 'registry pull okta v24.09.00264', want: 'REGISTRY PULL okta v24.09.00264;' },
  ],
  ['REGISTRY LIST', { given: 'REGISTRY LIST', want: 'REGISTRY LIST;' }],
  ['REGISTRY LIST of a provider', { given: 'REGISTRY LIST okta', want: 'REGISTRY LIST okta;' }],
];

describe('statements about providers', () => {
  it.each(statements)('reads %s', (_name, { given, want }) => {
    const result = parse(given);
    expect(result.problems).toEqual([]);
    expect(result.statements.map((statement) => print(statement))).toEqual([want]);
  });
});
