import type { Expression } from '@plumbline/sql';
import { queryOf } from '../plan/built-query.ts';
import { itemsOf } from '../plan/long-lists.ts';
import { rewriteQuery } from '../plan/rewrite.ts';
import type { Scopes } from '../plan/scopes.ts';
import { type SqlValue, stringOf, templateValue, toSql } from '../values.ts';
import type { RunContext } from './context.ts';
import { refusedBySqlite } from './sqlite-refusal.ts';

const NO_SCOPES: Scopes = { scopes: [], columns: new Map(), queries: new Map() };

/** What expressions without columns come to, as SQLite computes them. */
export function constantsOf(
  expressions: readonly Expression[],
  context: Pick<RunContext, 'store' | 'text' | 'values'>,
): readonly SqlValue[] {
  const { store, text, values } = context;
  return expressions.flatMap((expression) => {
    const plain = plainValue(expression, context);
    if (plain !== undefined) return [plain];
    const query = queryOf({ columns: [expression] });
    const { sql, values: bound } = rewriteQuery(query, {
      text,
      values,
      scopes: NO_SCOPES,
      tables: new Map(),
    });
    try {
      return store
        .query(sql, bound)
        .all()
        .map(([value]) => toSql(value));
    } catch (cause) {
      throw refusedBySqlite(cause, expression);
    }
  });
}

/** What needs no SQLite to tell; undefined: it does. */
function plainValue(
  expression: Expression,
  { text, values }: Pick<RunContext, 'text' | 'values'>,
): SqlValue | undefined {
  switch (expression.kind) {
    case 'string':
      return toSql(stringOf(expression, text, values));
    case 'template':
      return toSql(templateValue(expression, values));
    case 'number':
      return /^\d{1,15}$/.test(expression.text) ? BigInt(expression.text) : undefined;
    default:
      return undefined;
  }
}

/** What the items of an `IN` come to: a template that is given a list stands for its items. */
export function listOf(
  expressions: readonly Expression[],
  context: Pick<RunContext, 'store' | 'text' | 'values'>,
): readonly SqlValue[] {
  return itemsOf(expressions, context.values).flatMap((item) =>
    item.kind === 'value' ? toSql(item.value) : constantsOf([item.expression], context),
  );
}
