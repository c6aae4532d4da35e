import type { Expression, Query } from '@plumbline/sql';
import { planQuery } from '../plan/plan-query.ts';
import { type Rewritten, rewriteQuery } from '../plan/rewrite.ts';
import { type StoredTable, storedTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import type { Batch, Cells, ResultColumn } from '../store/store.ts';
import type { Reading } from './argument-sets.ts';
import { constantsOf } from './constants.ts';
import type { RunContext } from './context.ts';
import { directRows } from './direct.ts';
import { fillTable, readTable } from './read-table.ts';
import { refusedBySqlite } from './sqlite-refusal.ts';
import { hasAggregate, isAllAsked, isRowByRow } from './streaming.ts';

/** A result as it comes: its columns first, then its rows. */
export interface Selection {
  readonly columns: readonly ResultColumn[];
  /** Its rows, some at a time. */
  readonly batches: AsyncIterable<readonly Cells[]>;
}

/**
 * Runs a query: asks the provider for what the resources in it need, and SQLite for the rest. Nothing is sent before the
 * rows are asked for, but for what other requests depend on.
 */
export async function runSelect(query: Query, context: RunContext): Promise<Selection> {
  const plan = await planQuery(query, context);
  const tables = plan.tables.map(storedTable);
  const reading: Reading = { plan, tables: new Map(tables.map((table) => [table.plan.source, table])) };
  for (const table of tables) context.store.create(table);
  const [only] = tables;
  const isSimple = only !== undefined && isRowByRow(query, tables);
  const [limit, offset] = [query.limit, query.offset].map((one) => countOf(one, context));
  const rewritten = (part: Query): Rewritten =>
    rewriteQuery(part, { ...context, scopes: plan.scopes, tables: reading.tables });
  const asked = <T>(ask: () => T): T => {
    try {
      return ask();
    } catch (cause) {
      throw refusedBySqlite(cause, query);
    }
  };
  // Without its bounds, which count over all pages.
  const page = isSimple ? rewritten({ ...query, limit: null, offset: null }) : null;
  const isStream = page !== null && !asked(() => hasAggregate(page, context.store));
  const { sql, values, used } = isStream ? page : rewritten(query);
  const result = asked(() => context.store.query(sql, values));

  async function* streamed(table: StoredTable): AsyncGenerator<readonly Cells[]> {
    let [skip, left] = [Math.max(0, offset ?? 0), limit ?? Infinity];
    const isBounded = limit !== null && limit !== undefined && limit >= 0;
    if (!isBounded) left = Infinity;
    if (left === 0) return;
    const isAll = isAllAsked(query, table);
    const need = isBounded && isAll ? skip + left : null;
    // One after another where there is a bound: no page is asked for that is not needed.
    const concurrency = isBounded ? 1 : context.concurrency;
    const direct = isAll ? directRows(result, table) : null;
    for await (const batch of readTable(table, { reading, need, concurrency }, context)) {
      const all = direct?.(batch) ?? asked(() => selected(table, batch));
      const rows = skip > 0 || left < all.length ? all.slice(skip, skip + left) : all;
      skip = Math.max(0, skip - all.length);
      left -= rows.length;
      if (rows.length > 0) yield rows;
      if (left === 0) return;
    }
  }

  /** What of a page is in the result. */
  function selected(table: StoredTable, batch: Batch): readonly Cells[] {
    context.store.clear(table);
    context.store.insert(table, batch, used);
    context.store.settle(table);
    return result.all();
  }

  async function* whole(): AsyncGenerator<readonly Cells[]> {
    for (const table of tables) {
      const insert = (batch: Batch): void => asked(() => context.store.insert(table, batch, used));
      await fillTable(table, { reading, insert }, context);
    }
    const cursor = asked(() => result.cursor());
    try {
      for (;;) {
        const some = asked(() => cursor.take(BATCH));
        if (some.length > 0) yield some;
        if (some.length < BATCH) return;
        // Else nothing is heard meanwhile: neither a timer nor what would abort the signal.
        await new Promise(setImmediate);
        context.signal.throwIfAborted();
      }
    } finally {
      cursor.close();
    }
  }

  return { columns: result.columns, batches: isStream && only !== undefined ? streamed(only) : whole() };
}

/** So many rows are taken of SQLite at once. */
const BATCH = 500;

/** What `LIMIT` and `OFFSET` say; null: nothing. */
function countOf(expression: Expression | null, context: RunContext): number | null {
  if (expression === null) return null;
  const [value] = constantsOf([expression], context);
  const count = typeof value === 'string' ? Number(value) : Number(value ?? Number.NaN);
  if (Number.isSafeInteger(count)) return count;
  throw new Refusal('wrong-type', {
    message: `LIMIT and OFFSET take a whole number.`,
    hint: 'Write it without quotes: LIMIT 10.',
    at: expression,
  });
}
