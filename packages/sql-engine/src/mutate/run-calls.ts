import type { CatalogueMethod } from '@plumbline/client-runtime';
import type { Resource, SelectItem } from '@plumbline/sql';
import type { Found } from '../catalogue/directory.ts';
import { paramsOf } from '../catalogue/resource-facts.ts';
import { fromItem, queryOf } from '../plan/built-query.ts';
import { rewriteQuery } from '../plan/rewrite.ts';
import { readScopes } from '../plan/scopes.ts';
import { storedTable } from '../plan/stored-table.ts';
import { locatedIn, Refusal } from '../refusal.ts';
import { rowsOf } from '../requests/batches.ts';
import { failureOf } from '../requests/failure.ts';
import type { RunContext } from '../select/context.ts';
import type { Selection } from '../select/run-select.ts';
import { refusedBySqlite } from '../select/sqlite-refusal.ts';
import type { Cells } from '../store/store.ts';
import { toSql } from '../values.ts';
import type { CallValues } from './call-values.ts';

/** A statement that calls a method, once for each row. */
export interface Mutation {
  readonly found: Found;
  readonly method: CatalogueMethod;
  readonly resource: Resource;
  readonly calls: AsyncIterable<CallValues> | Iterable<CallValues>;
  /** What becomes the result's rows; empty: nothing. */
  readonly returning: readonly SelectItem[];
}

/**
 * Calls the method for each row, one after another; the answers are the result's rows, where it is to have any. All calls
 * are known before the first is made: nothing is sent where one of them cannot be, or of what they change themselves.
 */
export async function runCalls(mutation: Mutation, context: RunContext): Promise<Selection> {
  const { found, method, resource } = mutation;
  const read = mutation.returning.length > 0 ? returned(mutation, context) : null;
  const run = await context.functionOf(found.resource, method.call);

  async function* answers(): AsyncGenerator<readonly Cells[]> {
    const calls = await callsOf(mutation, context);
    for (const [row, { params, variables }] of calls.entries()) {
      context.signal.throwIfAborted();
      let data: unknown;
      try {
        data = await run(context.clientFor(variables), params as never, { signal: context.signal });
      } catch (cause) {
        const error = failureOf(cause, { method, params, at: resource, signal: context.signal });
        context.onOutcome({ row, ok: false, error: locatedIn(error, context.text) });
        if (!context.goesOn || context.isFatal(error)) throw error;
        continue;
      }
      context.onOutcome({ row, ok: true, data });
      if (read !== null) yield read.rows(data, { params, variables });
    }
  }

  return { columns: read?.columns ?? [], batches: answers() };
}

async function callsOf(
  { calls, found, resource }: Mutation,
  { maxRequests }: RunContext,
): Promise<readonly CallValues[]> {
  const all: CallValues[] = [];
  for await (const call of calls) {
    all.push(call);
    if (all.length <= maxRequests) continue;
    throw new Refusal('too-many-requests', {
      message: `\`${found.id}\` would be changed more than ${maxRequests} times.`,
      hint: 'Change fewer rows at once, or raise `maxRequests`.',
      at: resource,
    });
  }
  return all;
}

/** `RETURNING`: a query over the rows of each answer. */
function returned({ found, method, resource, returning }: Mutation, context: RunContext) {
  const { store, text, values, directory } = context;
  const source = {
    kind: 'resource',
    parts: resource.parts,
    name: resource.name,
    start: -1,
    end: -1,
  } as const;
  const query = { ...queryOf({ columns: [], from: [fromItem(source)] }), columns: returning };
  const scopes = readScopes(query);
  const [home] = scopes.scopes.flatMap(({ sources }) => sources);
  const params = paramsOf(method, directory.catalogue.variables);
  if (home === undefined) throw new Error('A resource that is changed is a source of its answer.');
  const table = storedTable({ source: home, found, method, params, bound: [] }, 'returned');
  store.create(table);
  const { sql, values: bound } = rewriteQuery(query, {
    text,
    values,
    scopes,
    tables: new Map([[home, table]]),
  });
  const ask = () => {
    try {
      return store.query(sql, bound);
    } catch (cause) {
      throw refusedBySqlite(cause, returning[0] ?? resource);
    }
  };
  const result = ask();
  return {
    columns: result.columns,
    /** The rows of an answer, each with what was asked for. */
    rows(data: unknown, call: CallValues): readonly Cells[] {
      const asked = table.params.map(({ param }) => {
        const key = param.key ?? param.name;
        return toSql(param.in === 'server' ? call.variables.get(key) : call.params[key]);
      });
      store.clear(table);
      store.insert(table, { rows: rowsOf(data, method), asked });
      return result.all();
    },
  };
}
