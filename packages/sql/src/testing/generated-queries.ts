import fc from 'fast-check';
import { buildString, NOWHERE } from '../build/value.ts';
import { BINARY } from '../operators.ts';
import type { BinaryOperator, Expression, Window } from '../tree/expression.ts';
import type { Condition, FromItem, Join, OrderTerm, Query, SelectItem } from '../tree/query.ts';
import { anyColumn, anyIdentifier, anyNotes, anyResource, anyText } from './generated-names.ts';

const JOINS: readonly Join[] = [
  ...([',', 'JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'CROSS JOIN', 'NATURAL LEFT JOIN'] as const),
];
const BINARIES = Object.keys(BINARY) as BinaryOperator[];

const placed = <T extends object>(node: T): T & typeof NOWHERE => ({ ...node, ...NOWHERE });

/** A record that is a node. */
function node<T extends object>(
  shape: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<T & typeof NOWHERE> {
  return fc.record<T>(shape).map((record) => placed(record as T));
}

/** At least so many, and at most two more. */
export function few<T>(one: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength, maxLength: minLength + 2 });
}

const kind = <K extends string>(name: K): fc.Arbitrary<K> => fc.constant(name);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  anyText.map(buildString),
  node({ kind: kind('number'), text: fc.constantFrom('0', '7', '1.5', '.5', '2e10') }),
  node({ kind: kind('constant'), value: fc.constantFrom(true, false, null) }),
  anyText.map((text) => {
    return placed({
      kind: 'template' as const,
      form: 'braces' as const,
      name: text.replaceAll(/[{}]/g, '').trim(),
    });
  }),
  anyColumn,
);

function window(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Window> {
  return node({
    kind: kind('window'),
    base: fc.option(anyIdentifier),
    partitionBy: few(inner),
    orderBy: few(orderTerm(inner)),
    frame: fc.constantFrom(null, 'ROWS BETWEEN 1 PRECEDING AND CURRENT ROW'),
  });
}

/** Expressions that nest no deeper than `depth`. */
function expression(depth: number): fc.Arbitrary<Expression> {
  if (depth === 0) return leaf;
  const inner = expression(depth - 1);
  const inside = query(depth - 1);
  return fc.oneof(
    leaf,
    node({ kind: kind('unary'), operator: fc.constantFrom('NOT', '-', '+', '~'), operand: inner }),
    node({ kind: kind('binary'), operator: fc.constantFrom(...BINARIES), left: inner, right: inner }),
    node({ kind: kind('logical'), operator: fc.constantFrom('AND', 'OR'), operands: few(inner, 2) }),
    node({ kind: kind('between'), negated: fc.boolean(), operand: inner, low: inner, high: inner }),
    node({ kind: kind('in'), negated: fc.boolean(), operand: inner, choice: fc.oneof(few(inner), inside) }),
    node({
      kind: kind('case'),
      operand: fc.option(inner),
      branches: few(fc.record({ when: inner, result: inner }), 1),
      otherwise: fc.option(inner),
    }),
    node({
      kind: kind('cast'),
      operand: inner,
      type: fc.oneof(fc.constantFrom('INTEGER', 'DOUBLE PRECISION', 'DECIMAL(10, 2)'), anyText),
    }),
    node({
      kind: kind('call'),
      name: fc.oneof(fc.constantFrom('JSON_EXTRACT', 'COUNT', 'REPLACE', 'if', 'a.b'), anyText),
      distinct: fc.boolean(),
      arguments: few(inner, 1),
      orderBy: few(orderTerm(inner)),
      filter: fc.option(inner, { freq: 6 }),
      over: fc.option(window(inner), { freq: 6 }),
    }),
    node({
      kind: kind('collate'),
      operand: inner,
      collation: fc.constantFrom('BINARY', 'NOCASE', 'RTRIM'),
    }),
    node({ kind: kind('tuple'), items: fc.oneof(fc.constant([]), few(inner, 2)) }),
    node({ kind: fc.constantFrom('subquery', 'exists'), query: inside }),
  ) as fc.Arbitrary<Expression>;
}

function core(inner: fc.Arbitrary<Expression>, from: fc.Arbitrary<readonly FromItem[]>) {
  return {
    distinct: fc.boolean(),
    columns: few(selectItem(inner), 1),
    from,
    where: few(condition(inner)),
    groupBy: few(inner),
    having: few(condition(inner)),
    windows: few(node({ kind: kind('named-window'), name: anyIdentifier, window: window(inner) })),
  };
}

/** Queries whose expressions and subqueries nest no deeper than `depth`. */
function query(depth: number): fc.Arbitrary<Query> {
  const inner = expression(Math.max(0, depth - 1));
  const inside = depth === 0 ? null : query(depth - 1);
  const from = fc.oneof(fc.constant([]), tables(inner, inside));
  const table = (nested: fc.Arbitrary<Query>) =>
    node({ kind: kind('common-table'), name: anyIdentifier, columns: few(anyIdentifier), query: nested });
  const part = node({
    kind: kind('compound-part'),
    operator: fc.constantFrom('UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT'),
    ...core(inner, from),
  });
  return node({
    kind: kind('query'),
    with: inside === null ? fc.constant([]) : few(table(inside)),
    recursive: fc.boolean(),
    ...core(inner, from),
    compound: inside === null ? fc.constant([]) : few(part),
    orderBy: few(orderTerm(inner)),
    limit: fc.option(inner),
    offset: fc.option(inner),
  }).map((whole) => ({ ...whole, recursive: whole.recursive && whole.with.length > 0 }));
}

function selectItem(inner: fc.Arbitrary<Expression>): fc.Arbitrary<SelectItem> {
  const star = node({ kind: kind('star'), qualifier: fc.array(anyIdentifier, { maxLength: 2 }) });
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: inner }, star), fc.option(anyIdentifier), anyNotes)
    .map(([value, alias, notes]) => ({ kind: 'select-item', expression: value, alias, ...notes }));
}

function condition(inner: fc.Arbitrary<Expression>): fc.Arbitrary<Condition> {
  return fc
    .tuple(inner, anyNotes)
    .map(([value, notes]) => ({ kind: 'condition', expression: value, ...notes }));
}

function orderTerm(inner: fc.Arbitrary<Expression>): fc.Arbitrary<OrderTerm> {
  return node({
    kind: kind('order-term'),
    expression: inner,
    direction: fc.constantFrom(null, 'ASC', 'DESC'),
    nulls: fc.constantFrom(null, 'FIRST', 'LAST'),
  });
}

function tables(
  inner: fc.Arbitrary<Expression>,
  inside: fc.Arbitrary<Query> | null,
): fc.Arbitrary<readonly FromItem[]> {
  const called = node({ kind: kind('table-function'), name: anyText, arguments: few(inner) });
  const derived = inside === null ? [] : [node({ kind: kind('derived-table'), query: inside })];
  const item: fc.Arbitrary<FromItem> = node({
    kind: kind('from-item'),
    join: fc.constantFrom<Join | null>(...JOINS),
    source: fc.oneof(anyResource, called, ...derived),
    alias: fc.option(anyIdentifier),
    on: few(condition(inner)),
    using: few(anyIdentifier),
  });
  return few(item, 1).map((items) => items.map((each, i) => (i === 0 ? { ...each, join: null } : each)));
}

export const anyExpression = expression(2);
export const anyQuery = query(2);
export const anySelectItem = selectItem(anyExpression);
export const anyCondition = condition(anyExpression);
