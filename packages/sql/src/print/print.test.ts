import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { anyStatement } from '../testing/generated-statements.ts';
import { meaning } from '../testing/meaning.ts';
import { print } from './print.ts';
import { quoteIdentifier, quoteString } from './quote.ts';

/** What a page says, however it is laid out, and how it is printed. */
const layouts: [string, { given: string; want: string }][] = [
  [
    'SELECT',
    {
      given:
        "select id, _links from okta.users.users where subdomain = '{{ subdomain }}' /*required*/ and limit = 5",
      want: `SELECT
id,
_links
FROM okta.users.users
WHERE subdomain = '{{ subdomain }}' -- required
AND "limit" = 5
;`,
    },
  ],
  [
    'INSERT',
    {
      given:
        "INSERT INTO okta.groups.groups(profile,type) SELECT '{{ profile }}' -- required,\n,{{type}} RETURNING id, profile",
      want: `INSERT INTO okta.groups.groups (
profile,
type
)
SELECT
'{{ profile }}' /* required */,
{{ type }}
RETURNING
id,
profile
;`,
    },
  ],
  [
    'INSERT of rows',
    {
      given: "INSERT INTO a.b.c (x, y) VALUES (1, 'a'), (2, NULL)",
      want: `INSERT INTO a.b.c (
x,
y
)
VALUES (
1,
'a'
), (
2,
NULL
)
;`,
    },
  ],
  [
    'INSERT of nothing',
    {
      given: 'INSERT INTO a.b.c () SELECT ;',
      want: 'INSERT INTO a.b.c (\n)\nSELECT\n;',
    },
  ],
  [
    'UPDATE',
    {
      given: "UPDATE a.b.c SET x='{{ x }}', y = {{ y }} WHERE id = '{{ id }}' -- required\nRETURNING id",
      want: `UPDATE a.b.c
SET
x = '{{ x }}',
y = {{ y }}
WHERE
id = '{{ id }}' --required
RETURNING
id
;`,
    },
  ],
  [
    'REPLACE with nothing to set',
    {
      given: "REPLACE a.b.c SET WHERE id = '{{ id }}'",
      want: `REPLACE a.b.c
SET
-- No updatable properties
WHERE
id = '{{ id }}'
;`,
    },
  ],
  [
    'DELETE',
    {
      given: "DELETE FROM a.b.c WHERE id = '{{ id }}' --required\nAND If-Match = '{{ If-Match }}';",
      want: `DELETE FROM a.b.c
WHERE id = '{{ id }}' --required
AND "If-Match" = '{{ If-Match }}'
;`,
    },
  ],
  [
    'EXEC',
    {
      given: "EXEC a.b.c.d @x='{{ x }}' --required,\n@limit={{ y }} --required\n@@json='{ \"a\": {{ a }} }'",
      want: `EXEC a.b.c.d
@x='{{ x }}', --required
@limit={{ y }} --required
@@json=
'{ "a": {{ a }} }'
;`,
    },
  ],
  [
    'hints and comments',
    {
      given: '-- first\n/*+ create */ EXEC /*+ AWAIT */ a.b.c.d\n-- who\n@x=1 /* one\ntwo */',
      want: `/*+ create */
-- first
EXEC /*+ AWAIT */ a.b.c.d
-- who
@x=1 /* one
two */
;`,
    },
  ],
];

it('quotes every name where the engine has other keywords', () => {
  const given = 'WITH primary AS (SELECT t.id AS transaction FROM a.b.c t) SELECT transaction FROM primary';
  const [statement] = parse(given).statements;
  expect(statement && print(statement, { quoteNames: true }).replaceAll('\n', ' ')).toBe(
    'WITH "primary" AS (SELECT "t"."id" AS "transaction" FROM "a".b.c AS "t") SELECT "transaction" FROM "primary" ;',
  );
});

describe('print', () => {
  it.each(layouts)('lays %s out as the pages do', (_name, { given, want }) => {
    const { statements, problems } = parse(given);
    expect(problems).toEqual([]);
    expect(statements.map((statement) => print(statement))).toEqual([want]);
    expect(print(parse(want).statements[0] ?? expect.fail())).toBe(want);
  });

  it('leaves marks and comments out when told', () => {
    const [statement] = parse("DELETE FROM t -- all\nWHERE a = '1' --required\n-- b\nAND b = 2;").statements;
    expect(print(statement ?? expect.fail(), { marks: false, comments: false })).toBe(
      "DELETE FROM t\nWHERE a = '1'\nAND b = 2\n;",
    );
  });

  it('writes what reads back as the same statement, whatever it holds', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const text = print(statement);
        const { statements, problems } = parse(text);
        expect({ text, problems, statements: meaning(statements) }).toEqual({
          text,
          problems: [],
          statements: [meaning(statement)],
        });
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

const hostile = [
  "'",
  '"',
  "'; DROP --",
  '";--',
  '\n;',
  '*/',
  '}}',
  '{{',
  '--',
  '/*',
  '\\',
  '',
  '\0',
  '\u2028',
];

describe('quotes', () => {
  it.each(hostile)('keep %j inside', (text) => {
    const { statements, problems } = parse(`SELECT ${quoteString(text)} AS ${quoteIdentifier(text)}`);
    expect(problems).toEqual([]);
    expect(statements).toMatchObject([
      { query: { columns: [{ expression: { kind: 'string', value: text }, alias: { name: text } }] } },
    ]);
  });
});
