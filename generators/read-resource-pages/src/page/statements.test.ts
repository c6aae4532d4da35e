import { DIALECTS, type PageStatement } from '@plumbline/model';
import { parse } from '@plumbline/sql';
import { describe, expect, it } from 'vitest';
import { pageStatements } from './statements.ts';

/** The facts of a statement that are there, names alone; `!` marks what is required, `data__` what bore the prefix. */
function shown(sql: string, { bodyPrefix = true } = {}): readonly object[] {
  const at = (index: number) => ({ file: 'page.md', line: 1, column: index + 1 });
  const statements = pageStatements(parse(sql).statements, {
    at,
    abilities: { ...DIALECTS.N1, bodyPrefix },
  });
  return statements.map((statement) => {
    const parameters = (list: PageStatement['parameters']) =>
      list.map(
        ({ name, required, prefixed }) => `${prefixed ? 'data__' : ''}${name.value}${required ? '!' : ''}`,
      );
    const names = (list: PageStatement['columns']) => list.map(({ value }) => value);
    const lists = {
      columns: names(statement.columns),
      parameters: parameters(statement.parameters),
      bodyFields: parameters(statement.bodyFields),
      undecided: parameters(statement.undecided),
      jsonKeys: names(statement.jsonKeys),
      returning: names(statement.returning),
    };
    return {
      [statement.verb]: statement.resource.value,
      ...(statement.method === null ? {} : { method: statement.method.value }),
      ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    };
  });
}

const cases: [string, { given: string; want: readonly object[]; bodyPrefix?: boolean }][] = [
  [
    'a SELECT',
    {
      given: "SELECT id, limit FROM a.b.c WHERE x = '{{ x }}' -- required\nAND \"If-Match\" = '{{ y }}';",
      want: [{ select: 'a.b.c', columns: ['id', 'limit'], parameters: ['x!', 'If-Match'] }],
    },
  ],
  [
    'a SELECT of everything',
    { given: 'SELECT *, JSON_EXTRACT(a, "$.b") FROM a.b.c', want: [{ select: 'a.b.c' }] },
  ],
  [
    'conditions of every kind',
    {
      given:
        "SELECT a FROM a.b.c WHERE (d = 1 OR e IN ('x')) AND f BETWEEN 1 AND 2 AND 3 = g AND data__h = '<H>'",
      want: [{ select: 'a.b.c', columns: ['a'], parameters: ['d', 'e', 'f'], bodyFields: ['data__h'] }],
    },
  ],
  [
    'an INSERT with the prefix',
    {
      given:
        "INSERT INTO a.b.c (data__d, data__e, f) SELECT '{{ d }}' /* required */, '{{ e }}', '{{ f }}' RETURNING id",
      want: [{ insert: 'a.b.c', parameters: ['f'], bodyFields: ['data__d!', 'data__e'], returning: ['id'] }],
    },
  ],
  [
    'an INSERT where nothing bears the prefix',
    {
      given: "INSERT INTO a.b.c (d, f) SELECT '{{ d }}' /* required */, {{ f }};",
      want: [{ insert: 'a.b.c', undecided: ['d!', 'f'] }],
      bodyPrefix: false,
    },
  ],
  [
    'an UPDATE',
    {
      given: "UPDATE a.b.c SET data__d = '{{ d }}', e = {{ e }} WHERE f = '{{ f }}' --required;",
      want: [{ update: 'a.b.c', parameters: ['f!'], bodyFields: ['data__d', 'e'] }],
    },
  ],
  [
    'a REPLACE of nothing',
    {
      given: "REPLACE a.b.c\nSET\n-- No updatable properties\nWHERE f = '{{ f }}' --required\nRETURNING g;",
      want: [{ replace: 'a.b.c', parameters: ['f!'], returning: ['g'] }],
    },
  ],
  [
    'a DELETE',
    {
      given: "DELETE FROM a.b.c WHERE d = '{{ d }}' --required;",
      want: [{ delete: 'a.b.c', parameters: ['d!'] }],
    },
  ],
  [
    'an EXEC',
    {
      given: 'EXEC a.b.c.d @e=\'{{ e }}\' --required\n@@json=\'{ "f": "{{ f }}", "g": {{ g }} }\';',
      want: [{ exec: 'a.b.c', method: 'd', parameters: ['e!'], jsonKeys: ['f', 'g'] }],
    },
  ],
  ['statements about no resource', { given: 'SHOW PROVIDERS; SELECT 1; DESCRIBE a.b.c;', want: [] }],
];

describe('pageStatements', () => {
  it.each(cases)('tells of %s', (_name, { given, want, bodyPrefix = true }) => {
    expect(shown(given, { bodyPrefix })).toEqual(want);
  });

  it('places names at their first letter, behind quote, `@` and prefix', () => {
    const sql = `EXEC a.b.c.d @data__e='1' @"f"='2' @@json='{ "g": 1 }'`;
    const at = (index: number) => ({ file: 'page.md', line: 1, column: index + 1 });
    const [statement] = pageStatements(parse(sql).statements, { at, abilities: DIALECTS.N1 });
    const names = [
      statement?.resource,
      statement?.method,
      ...(statement?.parameters ?? []).map(({ name }) => name),
      ...(statement?.bodyFields ?? []).map(({ name }) => name),
      ...(statement?.jsonKeys ?? []),
    ];
    expect(names.map((name) => name?.value)).toEqual(['a.b.c', 'd', 'f', 'e', 'g']);
    for (const name of names)
      expect(sql.slice((name?.source.column ?? 0) - 1)).toMatch(new RegExp(`^${name?.value}`));
  });
});
