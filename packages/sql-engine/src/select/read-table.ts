import type { CatalogueParam } from '@plumbline/client-runtime';
import type { StoredTable } from '../plan/stored-table.ts';
import { Refusal } from '../refusal.ts';
import { takeAll } from '../requests/all-at-once.ts';
import { argumentOf } from '../requests/arguments.ts';
import { pagesOf, type RowCall } from '../requests/batches.ts';
import { inOrder } from '../requests/in-order.ts';
import type { Batch } from '../store/store.ts';
import { type ArgumentSet, type ArgumentSets, argumentSets, type Reading } from './argument-sets.ts';
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
  const { sets, pages, abandon } = await callsOf(table, { reading, need }, context);
  for await (const { source: set, batch: rows } of inOrder(sets(), pages, { concurrency, abandon })) {
    yield { rows, asked: askedWith(table, set) };
  }
}

/** Lays all rows of a resource into its table: in the order of the requests, whichever is answered first. */
export async function fillTable(
  table: StoredTable,
  { reading, insert }: { readonly reading: Reading; readonly insert: (batch: Batch) => void },
  context: RunContext,
): Promise<void> {
  const { count, sets, pages, abandon } = await callsOf(table, { reading, need: null }, context);
  const concurrency = Math.min(context.concurrency, count);

  async function* batchesOf([place, set]: readonly [number, ArgumentSet]): AsyncGenerator<Batch> {
    let from = BigInt(place) << PLACES;
    const asked = askedWith(table, set);
    for await (const rows of pages(set)) {
      yield { rows, asked, from: count > 1 ? from : null };
      from += BigInt(rows.length);
    }
  }

  await takeAll(numbered(sets()), batchesOf, { concurrency, abandon, take: insert });
  context.store.settle(table);
}

/** So many bits count the rows of one request. */
const PLACES = 32n;

function* numbered<T>(all: Iterable<T>): Generator<readonly [number, T]> {
  let i = 0;
  for (const one of all) yield [i++, one];
}

/** Of the table's parameters, in their order. */
function askedWith({ params }: StoredTable, set: ArgumentSet): Batch['asked'] {
  return params.map(({ param }) => set.get(param) ?? null);
}

/** The calls that a table's rows come from. */
interface Calls extends ArgumentSets {
  readonly pages: (set: ArgumentSet) => AsyncGenerator<readonly unknown[]>;
  /** Ends those that are on their way. */
  readonly abandon: () => void;
}

async function callsOf(
  table: StoredTable,
  { reading, need }: { readonly reading: Reading; readonly need: Need },
  context: RunContext,
): Promise<Calls> {
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

  async function* pages(set: ArgumentSet): AsyncGenerator<readonly unknown[]> {
    for await (const rows of pagesOf(callOf(set), signal)) {
      context.onRows(rows.length);
      yield rows;
    }
  }

  return { count, sets, pages, abandon: () => stop.abort() };

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
