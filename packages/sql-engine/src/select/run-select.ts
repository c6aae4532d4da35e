import type { Expression, Query } from '@plumbline/sql';
import { planQuery, type QueryPlan } from '../plan/plan-query.ts';
import { type Rewritten, rewriteQuery } from '../plan/rewrite.ts';
import { type StoredTable, storedTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import type { ResultColumn } from '../store/store.ts';
import type { Reading } from './argument-sets.ts';
import { constantsOf, refusedBySqlite } from './constants.ts';
import type { RunContext } from './context.ts';
import { readTable } from './read-table.ts';
import { hasAggregate, isAllAsked, isRowByRow } from './streaming.ts';

/** A result as it comes: its columns first, then its rows. */
export interface Selection {
  readonly columns: readonly ResultColumn[];
  readonly rows: AsyncIterable<readonly unknown[]>;
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
      throw located(cause, plan);
    }
  };
  // Without its bounds, which count over all pages.
  const page = isSimple ? rewritten({ ...query, limit: null, offset: null }) : null;
  const isStream = page !== null && !asked(() => hasAggregate(page, context.store));
  const { sql, values, used } = isStream ? page : rewritten(query);
  const ask = () => asked(() => context.store.query(sql, values));
  const { columns } = ask();

  async function* streamed(table: StoredTable): AsyncGenerator<readonly unknown[]> {
    let [skip, left] = [Math.max(0, offset ?? 0), limit ?? Infinity];
    const isBounded = limit !== null && limit !== undefined && limit >= 0;
    if (!isBounded) left = Infinity;
    if (left === 0) return;
    const need = isBounded && isAllAsked(query, table) ? skip + left : null;
    // One after another where there is a bound: no page is asked for that is not needed.
    const concurrency = isBounded ? 1 : context.concurrency;
    for await (const batch of readTable(table, { reading, need, concurrency }, context)) {
      context.store.clear(table);
      context.store.insert(table, batch, used);
      for (const row of ask().rows()) {
        if (skip > 0) skip -= 1;
        else {
          yield row;
          left -= 1;
          if (left === 0) return;
        }
      }
    }
  }

  async function* whole(): AsyncGenerator<readonly unknown[]> {
    const { concurrency } = context;
    for (const table of tables) {
      for await (const batch of readTable(table, { reading, need: null, concurrency }, context)) {
        context.store.insert(table, batch);
      }
    }
    try {
      let count = 0;
      for (const row of ask().rows()) {
        yield row;
        count += 1;
        // Else nothing is heard meanwhile: neither a timer nor what would abort the signal.
        if (count % 1000 === 0) {
          await new Promise(setImmediate);
          context.signal?.throwIfAborted();
        }
      }
    } catch (cause) {
      throw located(cause, plan);
    }
  }

  return { columns, rows: isStream && only !== undefined ? streamed(only) : whole() };
}

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

/** SQLite names what it does not know, not where it is. */
function located(cause: unknown, { query, scopes }: QueryPlan): unknown {
  const unknown = cause instanceof Error ? /no such column: (.*)$/s.exec(cause.message)?.[1] : undefined;
  const name = unknown?.replace(/^.*\./s, '').toLowerCase();
  const column = [...scopes.columns.keys()].find((one) => one.parts.at(-1)?.name.toLowerCase() === name);
  if (unknown === undefined || column === undefined) return refusedBySqlite(cause, query);
  return new Refusal('unknown-column', {
    message: `Nothing that is selected from has a column \`${column.name}\`.`,
    hint: 'DESCRIBE and the resource lists its columns; a string stands in single quotes.',
    at: column,
  });
}
