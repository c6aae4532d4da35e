import { describe, expect, it } from 'vitest';
import { print, printExpression } from '../print/print.ts';
import { only } from '../testing/only.ts';

const names = (text: string): string[] =>
  only(text, 'select').query.columns.map(({ expression }) =>
    expression.kind === 'column' ? expression.name : expression.kind,
  );

const columns: [string, { given: string; want: string[] }][] = [
  ['a star', { given: 'SELECT\n*\nFROM a.b.c\n;', want: ['star'] }],
  [
    'names with odd characters',
    { given: 'SELECT $schema, x5t#S256, If-Match FROM t', want: ['$schema', 'x5t#S256', 'If-Match'] },
  ],
  [
    'names with dots',
    { given: 'SELECT @odata.type, data__kafka.api.key FROM t', want: ['@odata.type', 'data__kafka.api.key'] },
  ],
  [
    'keywords as names',
    { given: 'SELECT\norder,\nall,\ndefault,\nlimit\nFROM t', want: ['order', 'all', 'default', 'limit'] },
  ],
  [
    'clause words as names',
    { given: 'SELECT from, where, select, to FROM t', want: ['from', 'where', 'select', 'to'] },
  ],
  ['a first column that is a modifier elsewhere', { given: 'SELECT all FROM t', want: ['all'] }],
  [
    'words of later clauses as names',
    {
      given: 'SELECT filter, collate, values, materialized FROM t',
      want: ['filter', 'collate', 'values', 'materialized'],
    },
  ],
  [
    'clause words where a modifier or an operator stands beside them',
    {
      given:
        "SELECT DISTINCT limit, order * 2, all - 1, count(DISTINCT order), to GLOB 'x', order COLLATE NOCASE FROM t",
      want: ['limit', 'binary', 'binary', 'call', 'binary', 'collate'],
    },
  ],
  [
    'operator words as names',
    { given: 'SELECT not, case, is, in, end FROM t', want: ['not', 'case', 'is', 'in', 'end'] },
  ],
  [
    'quoted names',
    { given: 'SELECT "anthropic-version", `a``b`, "x y" FROM t', want: ['anthropic-version', 'a`b', 'x y'] },
  ],
];

/** A statement on the left, printed, comes out as on the right. */
const whole: [string, { given: string; want: string }][] = [
  [
    'aliases with and without AS',
    {
      given: 'SELECT u.id x, a as "y z" FROM a.b.c u',
      want: 'SELECT\nu.id AS x,\na AS "y z"\nFROM a.b.c AS u\n;',
    },
  ],
  [
    'a LIMIT behind its offset',
    { given: 'SELECT a FROM b LIMIT 10, 5', want: 'SELECT\na\nFROM b\nLIMIT 5\nOFFSET 10\n;' },
  ],
  [
    'rows of values',
    {
      given: 'SELECT column1 FROM (VALUES (1), (2))',
      want: 'SELECT\ncolumn1\nFROM (SELECT 1 AS column1 UNION ALL SELECT 2 AS column1)\n;',
    },
  ],
  [
    'joins',
    {
      given:
        'select * from a.b.c x inner join a.b.d y on x.i = y.i and y.k = 1 left outer join e using (i, j), json_each(x.tags)',
      want: 'SELECT\n*\nFROM a.b.c AS x\nJOIN a.b.d AS y\nON x.i = y.i\nAND y.k = 1\nLEFT JOIN e USING (i, j),\njson_each(x.tags)\n;',
    },
  ],
  [
    'grouping, ordering, limits',
    {
      given:
        'SELECT status, count(*) n FROM t GROUP BY status HAVING n > 1 ORDER BY n DESC NULLS LAST, 1 LIMIT 5 OFFSET 10',
      want: 'SELECT\nstatus,\ncount(*) AS n\nFROM t\nGROUP BY status\nHAVING n > 1\nORDER BY n DESC NULLS LAST, 1\nLIMIT 5\nOFFSET 10\n;',
    },
  ],
  [
    'subqueries and common tables',
    {
      given:
        'WITH t (i) AS (SELECT id FROM a.b.c WHERE d = 1) SELECT DISTINCT i FROM (SELECT i FROM t) s WHERE i IN (SELECT 1)',
      want: 'WITH t (i) AS (SELECT id FROM a.b.c WHERE d = 1)\nSELECT DISTINCT\ni\nFROM (SELECT i FROM t) AS s\nWHERE i IN (SELECT 1)\n;',
    },
  ],
  [
    'unions',
    {
      given: 'SELECT a FROM t UNION ALL SELECT b FROM u EXCEPT SELECT 1 ORDER BY 1',
      want: 'SELECT\na\nFROM t\nUNION ALL\nSELECT\nb\nFROM u\nEXCEPT\nSELECT\n1\nORDER BY 1\n;',
    },
  ],
  [
    'windows by name',
    {
      given:
        'select sum(a) over w, sum(a) over (w rows 1 preceding), window from t window where b group by c having d window w as (order by b), v as (w)',
      want: 'SELECT\nsum(a) OVER w,\nsum(a) OVER (w ROWS 1 PRECEDING),\nwindow\nFROM t AS window\nWHERE b\nGROUP BY c\nHAVING d\nWINDOW w AS (ORDER BY b), v AS (w)\n;',
    },
  ],
  [
    'the order of an aggregate',
    {
      given:
        'select group_concat(distinct a, \',\' order by b desc, c) filter (where d) over "order" from t window "order" as ("rows")',
      want: 'SELECT\ngroup_concat(DISTINCT a, \',\' ORDER BY b DESC, c) FILTER (WHERE d) OVER "order"\nFROM t\nWINDOW "order" AS ("rows")\n;',
    },
  ],
  [
    'a window function',
    {
      given:
        'SELECT rank() over (partition by a order by sum(b) desc rows between 1 preceding and current row) r FROM t',
      want: 'SELECT\nrank() OVER (PARTITION BY a ORDER BY sum(b) DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS r\nFROM t\n;',
    },
  ],
];

describe('SELECT', () => {
  it.each(columns)('reads %s', (_name, { given, want }) => {
    expect(names(given)).toEqual(want);
  });

  it.each(whole)('reads %s', (_name, { given, want }) => {
    expect(print(only(given, 'select'))).toBe(want);
  });

  it('reads a resource with quoted parts', () => {
    const { from } = only('SELECT * FROM google.container.`projects.zones` z', 'select').query;
    expect(from[0]?.source).toMatchObject({ kind: 'resource', name: 'google.container.projects.zones' });
    expect(from[0]?.alias?.name).toBe('z');
  });

  it('takes the topmost AND of a WHERE apart', () => {
    const { where } = only(
      "SELECT * FROM t WHERE a = 'x' AND limit = 5 AND (b = 1 OR c = 2)",
      'select',
    ).query;
    expect(where.map(({ expression }) => printExpression(expression))).toEqual([
      "a = 'x'",
      '"limit" = 5',
      'b = 1 OR c = 2',
    ]);
  });

  it('leaves a WHERE whole where its top is an OR', () => {
    const { where } = only('SELECT * FROM t WHERE a = 1 AND b = 2 OR c = 3', 'select').query;
    expect(where.map(({ expression }) => printExpression(expression))).toEqual(['a = 1 AND b = 2 OR c = 3']);
  });
});
