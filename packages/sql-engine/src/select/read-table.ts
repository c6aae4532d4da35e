import type { CatalogueParam } from '@plumbline/client-runtime';
import type { StoredTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import { argumentOf } from '../requests/arguments.ts';
import { inOrder, pagesOf, type RowCall } from '../requests/batches.ts';
import type { Batch } from '../store/store.ts';
import { type ArgumentSet, argumentSets, type Reading } from './argument-sets.ts';
import type { RunContext } from './context.ts';

/** How many rows are needed at most; null: all. */
export type Need = number | null;

/** The rows of a resource, page by page, each with what it was asked for with. */
export async function* readTable(
  table: StoredTable,
  {
    reading,
    need,
    concurrency,
  }: { readonly reading: Reading; readonly need: Need; readonly concurrency: number },
  context: RunContext,
): AsyncGenerator<Batch> {
  const { count, sets } = argumentSets(table.plan, reading, context);
  const { source, found, method, bound } = table.plan;
  const at = source.resource ?? source.item;
  if (count > context.maxRequests) {
    throw new Refusal('too-many-requests', {
      message: `\`${found.id}\` would be asked ${count} times, which is more than ${context.maxRequests}.`,
      hint: 'Bind fewer values, or raise `maxRequests`.',
      at,
    });
  }
  const run = await context.functionOf(found.resource, method.call);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const open = (set: ArgumentSet): AsyncGenerator<readonly unknown[]> => pagesOf(callOf(set), signal);
  const bounds = { concurrency, abandon: () => stop.abort() };

  for await (const { source: set, batch: rows } of inOrder(sets(), open, bounds)) {
    context.onRows(rows.length);
    yield { rows, asked: table.params.map(({ param }) => set.get(param) ?? null) };
  }

  function callOf(set: ArgumentSet): RowCall {
    const variables = new Map<string, unknown>();
    const params: { [key: string]: unknown } = Object.create(null);
    for (const { param, binding } of bound) {
      const value = argumentOf(set.get(param), param, binding.at);
      if (param.in === 'server') variables.set(param.key ?? param.name, value);
      else params[param.key ?? param.name] = value;
    }
    const limit = pageSize(params, need);
    if (limit !== null) params[limit.key] = limit.size;
    return { method, run, client: context.clientFor(variables), params, at };
  }

  /** As many rows as are needed, where that is less than a page may have. */
  function pageSize(
    params: { readonly [key: string]: unknown },
    rows: Need,
  ): { readonly key: string; readonly size: number } | null {
    const { limit } = method;
    if (limit === undefined || rows === null || rows < 1 || params[limit.key] !== undefined) return null;
    // What the spec does not say a server may refuse.
    const { key, maximum = 100 } = limit;
    if (rows > maximum && limit.maximum === undefined) return null;
    return { key, size: Math.min(rows, maximum) };
  }
}

/** Whether a parameter that is bound says all that its condition says: no column of the rows has the name. */
export function isSettledBy(table: StoredTable, param: CatalogueParam): boolean {
  const stored = table.params.find((one) => one.param === param);
  return stored?.isOwn === true;
}
