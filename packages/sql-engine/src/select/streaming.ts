import { type Expression, type FromItem, type Query, walk } from '@plumbline/sql';
import { conjuncts, hasQuery, isSaidBy } from '../plan/bindings.ts';
import type { Rewritten } from '../plan/rewrite.ts';
import type { StoredTable } from '../plan/stored-table.ts';
import type { Store } from '../store/store.ts';
import { isSettledBy } from './read-table.ts';

/** A query whose rows do not depend on one another: each page of the resource gives its part of the result. */
export function isRowByRow(query: Query, tables: readonly StoredTable[]): boolean {
  const { compound, distinct, from, groupBy, having, orderBy } = query;
  const [item, ...others] = from;
  const expressions = [...query.columns, ...query.where].map(({ expression }) => expression);
  return (
    tables.length === 1 &&
    item?.source.kind === 'resource' &&
    others.every(isOfRow) &&
    query.with.length + compound.length + groupBy.length + having.length + orderBy.length === 0 &&
    !distinct &&
    !expressions.some((expression) => hasQuery(expression) || hasWindow(expression))
  );
}

/** `json_each(tags)`: made of each row. */
function isOfRow({ source, join, on }: FromItem): boolean {
  return (
    source.kind === 'table-function' &&
    !/RIGHT|FULL|NATURAL/.test(join ?? '') &&
    !on.some(({ expression }) => hasQuery(expression)) &&
    !source.arguments.some(hasQuery)
  );
}

function hasWindow(expression: Expression): boolean {
  let has = false;
  walk(expression, (node) => {
    if (node.kind === 'window') has = true;
  });
  return has;
}

/** Whether SQLite would compute something over all rows: it knows its aggregates best. */
export function hasAggregate({ sql, values }: Rewritten, store: Store): boolean {
  const program = store.query(`EXPLAIN ${sql}`, values).all();
  return program.some((step) => /^Agg|^Count$|^OpenPseudo|^Sorter/.test(String(step[1])));
}

/** Whether the requests alone decide which rows are in the result. */
export function isAllAsked({ from, where }: Query, table: StoredTable): boolean {
  if (from.length > 1) return false;
  const settled = table.plan.bound.flatMap(({ param, binding }) =>
    isSettledBy(table, param) ? binding : [],
  );
  return conjuncts(where).every((condition) => isSaidBy(condition, settled));
}
