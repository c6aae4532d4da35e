import type { Params } from '../request/parameters.ts';
import { Call, type CallParts } from '../response/call.ts';
import { DecodeError } from '../response/errors.ts';
import type { Outcome, Success } from '../response/outcome.ts';
import { type MethodOrder, send } from '../send.ts';

/** How the answers of a method hang together as pages. */
export interface Page {
  readonly by: Pager;
  /** Where the list is in the body, key by key; absent: the body is the list. */
  readonly items?: readonly string[];
  /** The parameter, as in the parameter object, that says which page is wanted. */
  readonly param?: string;
  /** The parameter that limits a page's items. */
  readonly limit?: string;
  /** Where in the body the next page's `param` is. */
  readonly next?: readonly string[];
}

/** A kind of paging; one that no method names is not bundled. */
export type Pager = (source: PageSource) => Call<unknown>;

export interface PageSource extends CallParts, MethodOrder {}

export type AnyPage = Success<number | string, unknown>;

/** Where the next page is. */
export interface Turn {
  /** What no two pages of one list share. */
  readonly mark: string;
  readonly params: Params;
  readonly url?: string;
}

/** Finds the next page by one page, its items and the parameters that it was asked for with; undefined after the last. */
export type TurnPage = (page: AnyPage, items: readonly unknown[], params: Params) => Turn | undefined;

/**
 * A call whose answer is one page of a list. Awaiting it gives the first page; iterating over it, all items of all
 * pages, each page asked for when it is needed. Pages that lead back to an earlier one, or to another origin, are
 * refused by a `DecodeError`.
 */
export class PagedCall<Item, Data, Result = Outcome<Data>>
  extends Call<Data, Result>
  implements AsyncIterable<Item>
{
  readonly #walk: <Part extends keyof PageOfItems>(part: Part) => AsyncGenerator<PageOfItems[Part]>;

  constructor(source: PageSource, turn: TurnPage) {
    super(source);
    this.#walk = (part) => walk(source, turn, part);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const items of this.#walk('items')) yield* items as readonly Item[];
  }

  /** The pages, decoded, from the first. */
  pages(): AsyncGenerator<Data, void, undefined> {
    return this.#walk('data') as AsyncGenerator<Data, void, undefined>;
  }

  /** The items of all pages; no more than `limit`, and no more pages than that takes. */
  async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}): Promise<Item[]> {
    const items: Item[] = [];
    if (limit > 0) {
      for await (const item of this) if (items.push(item) >= limit) break;
    }
    return items;
  }
}

interface PageOfItems {
  readonly data: unknown;
  readonly items: readonly unknown[];
}

/** One part of each page. */
async function* walk<Part extends keyof PageOfItems>(
  source: PageSource,
  turn: TurnPage,
  part: Part,
): AsyncGenerator<PageOfItems[Part], void, undefined> {
  const { answer, descriptor, facts } = source;
  const seen = new Set<string>();
  let { params } = source;
  let current: AnyPage = await answer;
  for (;;) {
    const { data, response } = current;
    const items = at(data, descriptor.page?.items) ?? [];
    if (!Array.isArray(items)) throw new DecodeError(facts, response, 'no list');
    yield { data, items }[part];
    const next = turn(current, items, params);
    if (!next) return;
    if (seen.has(next.mark)) throw new DecodeError(facts, response, 'an earlier page again');
    seen.add(next.mark);
    params = next.params;
    current = await send({ ...source, ...next });
  }
}

/** The value that these keys lead to; undefined where there is none. */
export function at(data: unknown, keys: readonly string[] = []): unknown {
  return keys.reduce(
    (value, key) => (value as { readonly [key: string]: unknown } | null | undefined)?.[key],
    data,
  );
}
