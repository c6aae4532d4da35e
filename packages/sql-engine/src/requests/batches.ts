import type { CatalogueMethod, ClientCore, Method } from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { Refusal, statusOf } from '../refusal.ts';
import { isObject } from '../store/cells.ts';
import { failureOf } from './failure.ts';

/** A call that rows come from. */
export interface RowCall {
  readonly method: CatalogueMethod;
  readonly run: Method;
  readonly client: ClientCore;
  readonly params: { readonly [key: string]: unknown };
  /** Where the statement asks for it. */
  readonly at: Span;
}

/**
 * The rows of a call, page by page; a page is asked for when the one before it has been taken. What a path parameter
 * addresses and the provider does not find (404) has no rows.
 */
export async function* pagesOf(call: RowCall, signal: AbortSignal): AsyncGenerator<readonly unknown[]> {
  try {
    yield* foundPages(call, signal);
  } catch (error) {
    const isAddressed = call.method.params.some((param) => param.in === 'path');
    if (!(isAddressed && statusOf(error) === 404)) throw failureOf(error, { ...call, signal });
  }
}

async function* foundPages(
  { method, run, client, params, at }: RowCall,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  const call = run(client, params as never, { signal });
  if (!method.isPaged) {
    yield checkedRows(await call, method, at);
    return;
  }
  // A method of the catalogue that is paged gives a `PagedCall`.
  const paged = call as unknown as { readonly pages: () => AsyncIterable<unknown> };
  for await (const page of paged.pages()) yield checkedRows(page, method, at);
}

/** The rows in an answer. Throws a Refusal where it holds its list elsewhere, or other things than rows of these columns. */
function checkedRows(answer: unknown, method: CatalogueMethod, at: Span): readonly unknown[] {
  const { operation, items = [], columns } = method;
  const isElsewhere = items.length > 0 && answer !== undefined && answer !== null && !isObject(answer);
  const rows = isElsewhere ? [] : rowsOf(answer, method);
  const isOther =
    columns.length > 1 && rows.some((row) => row !== null && row !== undefined && !isObject(row));
  if (!isElsewhere && !isOther) return rows;
  throw new Refusal('request', {
    message: `${operation} answered with ${isElsewhere ? `no \`${items.join('.')}\`` : 'a row that is no object'}.`,
    hint: `The server does not answer ${operation} as its spec says.`,
    at,
  });
}

/** The rows in an answer: its list, or itself where it is one row. */
export function rowsOf(answer: unknown, { items = [] }: CatalogueMethod): readonly unknown[] {
  const found = items.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as { readonly [key: string]: unknown })[key]
        : undefined,
    answer,
  );
  if (Array.isArray(found)) return found;
  return found === undefined || found === null ? [] : [found];
}
