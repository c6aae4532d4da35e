import type { CatalogueParam } from '@plumbline/client-runtime';
import type { Condition, Expression, Query, Span } from '@plumbline/sql';
import { conjuncts, type Given, hasQuery, type Known, namesOf, ownerOf } from '../plan/bindings.ts';
import { fromItem, queryOf } from '../plan/built-query.ts';
import type { BoundParam, QueryPlan, TablePlan } from '../plan/plan-query.ts';
import { rewriteQuery } from '../plan/rewrite.ts';
import type { Source } from '../plan/scopes.ts';
import { type StoredTable, storedNameOf } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import { type SqlValue, toSql } from '../values.ts';
import { constantsOf, listOf } from './constants.ts';
import type { RunContext } from './context.ts';
import { refusedBySqlite } from './sqlite-refusal.ts';

/** The values of parameters that belong together, such as two columns of one row. */
interface Choice {
  readonly bound: readonly BoundParam[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** One value for each bound parameter. */
export type ArgumentSet = ReadonlyMap<CatalogueParam, SqlValue>;

/** With what arguments a resource is asked for its rows. */
export interface ArgumentSets {
  /** How many there are. */
  readonly count: number;
  readonly sets: () => Iterable<ArgumentSet>;
}

export interface Reading {
  readonly plan: QueryPlan;
  readonly tables: ReadonlyMap<Source, StoredTable>;
}

/** Finds the arguments of a resource: all combinations of what its parameters are bound to. */
export function argumentSets(
  { bound }: Pick<TablePlan, 'bound'>,
  reading: Reading,
  context: RunContext,
): ArgumentSets {
  const choices = choicesOf(bound, reading, context);
  return {
    count: choices.reduce((product, { rows }) => product * rows.length, 1),
    *sets() {
      const at = choices.map(() => 0);
      if (choices.some(({ rows }) => rows.length === 0)) return;
      for (;;) {
        yield new Map(
          choices.flatMap(({ bound: params, rows }, i) =>
            params.map(({ param }, j) => [param, rows[at[i] ?? 0]?.[j] ?? null] as const),
          ),
        );
        // As a counter counts: the last choice turns fastest.
        let place = choices.length - 1;
        while (place >= 0 && (at[place] ?? 0) + 1 >= (choices[place]?.rows.length ?? 0)) at[place--] = 0;
        if (place < 0) return;
        at[place] = (at[place] ?? 0) + 1;
      }
    },
  };
}

function choicesOf(bound: readonly BoundParam[], reading: Reading, context: RunContext): readonly Choice[] {
  return together(bound).map((group): Choice => {
    const [{ binding }] = group;
    const { given } = binding;
    if (given.kind === 'constants') return { bound: group, rows: distinct(constantRows(group, context)) };
    const rows =
      given.kind === 'query'
        ? queriedRows(group, binding.at, { given, reading }, context)
        : rowsOf(
            feedingQuery(given.from, group.flatMap(expressionsOf), reading),
            reading,
            context,
            binding.at,
          );
    return { bound: group, rows: addressing(group, distinct(rows)) };
  });
}

type Group = readonly [BoundParam, ...BoundParam[]];

/** Those whose values are of one row: of a source, a query, or a list of tuples. */
function together(bound: readonly BoundParam[]): readonly Group[] {
  const groups = new Map<unknown, [BoundParam, ...BoundParam[]]>();
  for (const one of bound) {
    const { given } = one.binding;
    const home =
      given.kind === 'rows' ? given.from : given.kind === 'query' ? given.query : (given.rows ?? one);
    const group = groups.get(home);
    if (group === undefined) groups.set(home, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function expressionsOf({ binding: { given } }: BoundParam): readonly Expression[] {
  if (given.kind === 'constants') return given.expressions;
  return given.kind === 'rows' ? [given.expression] : [];
}

function constantRows(group: Group, context: RunContext): readonly (readonly SqlValue[])[] {
  const columns = group.map((one) => {
    const { given } = one.binding;
    const isList = given.kind === 'constants' && given.isList && given.rows === undefined;
    return (isList ? listOf : constantsOf)(expressionsOf(one), context);
  });
  const [first = []] = columns;
  return first.map((_, i) => columns.map((values) => values[i] ?? null));
}

/** The columns of a query that stand in the places which the parameters have in the condition. */
function queriedRows(
  group: Group,
  at: Span,
  {
    given,
    reading,
  }: { readonly given: Extract<Given, { readonly kind: 'query' }>; readonly reading: Reading },
  context: RunContext,
): readonly (readonly SqlValue[])[] {
  const [{ binding }] = group;
  const star: Expression = { kind: 'star', qualifier: [], ...at };
  const query = queryOf({
    columns: [star],
    from: [fromItem({ kind: 'derived-table', query: given.query, ...at })],
    with: tablesAround(binding.source),
    recursive: true,
  });
  const rows = rowsOf(query, reading, context, at);
  const columns = rows[0]?.length ?? given.width;
  if (columns !== given.width) {
    throw new Refusal('query', {
      message: `The query has ${columns} columns, and is compared with ${given.width}.`,
      hint: 'Select as many columns as stand before it.',
      at,
    });
  }
  const places = group.flatMap((one) => (one.binding.given.kind === 'query' ? one.binding.given.place : []));
  const taken = given.isScalar ? rows.slice(0, 1) : rows;
  return taken.map((row) => places.map((place) => row[place] ?? null));
}

/** Those that can stand in a path: nothing is addressed by an empty text. */
function addressing(
  bound: readonly BoundParam[],
  rows: readonly (readonly SqlValue[])[],
): readonly (readonly SqlValue[])[] {
  return rows.filter((row) => bound.every(({ param }, i) => param.in !== 'path' || row[i] !== ''));
}

/** The values that a source's rows have; of those alone that the conditions on it leave. */
function feedingQuery(from: Source, expressions: readonly Expression[], reading: Reading): Query {
  const { core } = from.scope;
  const items =
    from.item.source.kind === 'table-function'
      ? core.from.slice(0, from.place + 1)
      : [{ ...from.item, join: null, on: [], using: [] }];
  return queryOf({
    distinct: true,
    columns: expressions,
    from: items,
    where: ownConditions(from, reading),
    with: tablesAround(from),
    recursive: true,
  });
}

/** The common tables that a source may read; the innermost of a name. */
function tablesAround({ scope }: Source): Query['with'] {
  return [...new Map(scope.tables.map((table) => [table.name.name.toLowerCase(), table])).values()];
}

/** The conditions of the `WHERE` that name nothing but one source. */
function ownConditions(from: Source, { plan, tables }: Reading): readonly Condition[] {
  const known: Known = {
    isParam: () => false,
    isColumn: (source, name) => {
      const table = tables.get(source);
      return table !== undefined && storedNameOf(table, name) !== undefined;
    },
  };
  return conjuncts(from.scope.core.where).flatMap((expression) => {
    const names = namesOf(expression);
    const isOwn =
      names.length > 0 &&
      !hasQuery(expression) &&
      names.every((name) => {
        const scope = plan.scopes.columns.get(name);
        return scope !== undefined && ownerOf(name, scope, known).source === from;
      });
    if (!isOwn) return [];
    const { start, end } = expression;
    return { kind: 'condition' as const, expression, required: null, comments: [], start, end };
  });
}

function rowsOf(
  query: Query,
  { plan, tables }: Reading,
  { store, text, values }: RunContext,
  at: { readonly start: number; readonly end: number },
): readonly (readonly SqlValue[])[] {
  const { sql, values: bound } = rewriteQuery(query, { text, values, scopes: plan.scopes, tables });
  try {
    return store
      .query(sql, bound)
      .all()
      .map((row) => row.map(toSql));
  } catch (cause) {
    throw refusedBySqlite(cause, at);
  }
}

/** Each row once; none of those in which something is missing, for nothing equals NULL. */
function distinct(rows: readonly (readonly SqlValue[])[]): readonly (readonly SqlValue[])[] {
  const seen = new Map<string, readonly SqlValue[]>();
  for (const row of rows) {
    if (row.includes(null)) continue;
    // `5` and `'5'` are asked for alike.
    seen.set(JSON.stringify(row.map(String)), row);
  }
  return [...seen.values()];
}
