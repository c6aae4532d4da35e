import type { CatalogueMethod, ClientCore, Method } from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { statusOf } from '../refusal.ts';
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
  { method, run, client, params }: RowCall,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  const call = run(client, params as never, { signal });
  if (!method.isPaged) {
    yield rowsOf(await call, method);
    return;
  }
  // A method of the catalogue that is paged gives a `PagedCall`.
  const paged = call as unknown as { readonly pages: () => AsyncIterable<unknown> };
  for await (const page of paged.pages()) yield rowsOf(page, method);
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

/**
 * The batches of many sources one after another, in order. The first batches of up to `concurrency` sources are asked
 * for at once; further ones of a source come when they are taken. Where not all are taken, `abandon` is to end what is
 * still on its way.
 */
export async function* inOrder<Source, T>(
  sources: Iterable<Source>,
  open: (source: Source) => AsyncGenerator<T>,
  { concurrency, abandon }: { readonly concurrency: number; readonly abandon: () => void },
): AsyncGenerator<{ readonly source: Source; readonly batch: T }> {
  const ahead: { source: Source; batches: AsyncGenerator<T>; first: Promise<IteratorResult<T>> }[] = [];
  const rest = sources[Symbol.iterator]();
  const start = (): void => {
    while (ahead.length < concurrency) {
      const next = rest.next();
      if (next.done) return;
      const batches = open(next.value);
      const first = batches.next();
      // It is awaited in its turn; until then nobody hears of its failure.
      first.catch(() => {});
      ahead.push({ source: next.value, batches, first });
    }
  };
  try {
    start();
    for (let one = ahead[0]; one !== undefined; one = ahead[0]) {
      const { source, batches, first } = one;
      for (let next = await first; !next.done; next = await batches.next()) {
        yield { source, batch: next.value };
      }
      ahead.shift();
      start();
    }
  } finally {
    if (ahead.length > 0) abandon();
    await Promise.all(ahead.map(({ batches }) => batches.return(undefined).catch(() => {})));
  }
}
