import { describe, expect, it } from 'vitest';
import { printExpression } from '../print/print.ts';
import { only } from '../testing/only.ts';
import type { Item } from '../tree/node.ts';

const marks = (items: readonly Item[]): boolean[] => items.map(({ required }) => required !== null);

describe('INSERT', () => {
  const text = `INSERT INTO okta.email.servers (
data__alias,
data__kafka.api.key,
If-Match
)
SELECT 
'{{ alias }}' /* required */,
{{ port }},
'{{ If-Match }}'
RETURNING
id,
x5t#S256
;`;

  it('reads columns, values with their marks, and what is returned', () => {
    const { resource, columns, source, returning } = only(text, 'insert');
    expect(resource.name).toBe('okta.email.servers');
    expect(columns.map(({ column }) => column.name)).toEqual([
      'data__alias',
      'data__kafka.api.key',
      'If-Match',
    ]);
    expect(source.kind === 'query' && marks(source.columns)).toEqual([true, false, false]);
    expect(returning.map(({ expression }) => printExpression(expression))).toEqual(['id', '"x5t#S256"']);
  });

  it('reads rows of values', () => {
    const { source } = only("INSERT INTO a.b.c (x, y) VALUES (1, 'a'), (2, {{ b }})", 'insert');
    expect(source.kind === 'values' && source.rows.map(({ values }) => values.length)).toEqual([2, 2]);
  });

  it('reads a method that takes nothing', () => {
    expect(only('INSERT INTO a.b.c (\n\n)\nSELECT \n\n;', 'insert')).toMatchObject({
      columns: [],
      source: { columns: [] },
    });
  });

  it('reads a query as its source', () => {
    const { source } = only('INSERT IGNORE INTO a.b.c (x) SELECT id FROM a.b.d WHERE e = 1', 'insert');
    expect(source.kind === 'query' && source.from).toHaveLength(1);
  });
});

describe('UPDATE and REPLACE', () => {
  it('read assignments and conditions', () => {
    const { set, where } = only(
      "UPDATE a.b.c\nSET \ndata__x = '{{ x }}',\nlimit = {{ y}}\nWHERE \nid = '{{ id }}' --required\nAND strict = {{ strict}};",
      'update',
    );
    expect(set.assignments.map(({ column }) => column.name)).toEqual(['data__x', 'limit']);
    expect(marks(where)).toEqual([true, false]);
  });

  it('read a SET that says there is nothing to set', () => {
    const { set, where } = only(
      "REPLACE a.b.c\nSET \n-- No updatable properties\nWHERE \nid = '{{ id }}'",
      'replace',
    );
    expect(set).toMatchObject({ assignments: [], comments: [{ text: 'No updatable properties' }] });
    expect(where).toHaveLength(1);
  });

  it('read columns named like the clauses around', () => {
    const { set } = only('UPDATE a.b.c SET where = 1, returning = 2 WHERE set = 3 RETURNING where', 'update');
    expect(set.assignments.map(({ column }) => column.name)).toEqual(['where', 'returning']);
  });
});

describe('DELETE', () => {
  it('reads the conditions', () => {
    const { resource, where } = only(
      "DELETE FROM a.b.c\nWHERE x = '{{ x }}' --required\nAND If-Match = 'y'\n;",
      'delete',
    );
    expect(resource.name).toBe('a.b.c');
    expect(marks(where)).toEqual([true, false]);
  });

  it('reads what is returned', () => {
    expect(only('DELETE FROM a.b.c RETURNING id', 'delete').returning).toHaveLength(1);
  });
});
