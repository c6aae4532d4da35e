import type { Params } from '../request/parameters.ts';
import { Call, type CallParts } from '../response/call.ts';
import { DecodeError, type RequestFacts } from '../response/errors.ts';
import type { Outcome, Success } from '../response/outcome.ts';

/** How the answers of a method hang together as pages. */
export interface Page {
  readonly by: Pager;
  /** JSON Pointer (RFC 6901) to the list in the body; absent: the body is the list. */
  readonly items?: string;
  /** The parameter, as in the parameter object, that says which page is wanted. */
  readonly param?: string;
  /** The parameter that limits a page's items. */
  readonly limit?: string;
  /** JSON Pointer to what the next page's `param` is. */
  readonly next?: string;
}

/** A kind of paging; one that no method names is not bundled. */
export type Pager = (source: PageSource) => Call<unknown>;

export interface PageSource extends CallParts {
  readonly facts: RequestFacts;
  readonly page: Page;
  /** Of the first page. */
  readonly params: Params;
  /** The URL of the method's server. */
  readonly server: string;
  /** `url` stands in place of the one that the parameters make. */
  readonly load: (params: Params, url?: string) => Promise<AnyPage>;
}

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
  readonly #source: PageSource;
  readonly #turn: TurnPage;

  constructor(source: PageSource, turn: TurnPage) {
    super(source);
    this.#source = source;
    this.#turn = turn;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.#pages()) yield* this.#itemsOf(page) as readonly Item[];
  }

  /** The pages, decoded, from the first. */
  async *pages(): AsyncGenerator<Data, void, undefined> {
    for await (const { data } of this.#pages()) yield data as Data;
  }

  /** The items of all pages; no more than `limit`, and no more pages than that takes. */
  async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}): Promise<Item[]> {
    const items: Item[] = [];
    if (limit > 0) {
      for await (const item of this) if (items.push(item) >= limit) break;
    }
    return items;
  }

  async *#pages(): AsyncGenerator<AnyPage, void, undefined> {
    const { answer, facts, load, params } = this.#source;
    const seen = new Set<string>();
    let asked = params;
    let page: AnyPage = await answer;
    for (;;) {
      yield page;
      const next = this.#turn(page, this.#itemsOf(page), asked);
      if (next === undefined) return;
      if (seen.has(next.mark)) throw new DecodeError(facts, page.response, 'a next page that it had before');
      seen.add(next.mark);
      asked = next.params;
      page = await load(asked, next.url);
    }
  }

  #itemsOf({ data, response }: AnyPage): readonly unknown[] {
    const { facts, page } = this.#source;
    const list = (page.items === undefined ? data : at(data, page.items)) ?? [];
    if (!Array.isArray(list))
      throw new DecodeError(facts, response, `no list at ${page.items ?? 'its root'}`);
    return list;
  }
}

/** The value at a JSON Pointer (RFC 6901); undefined where there is none. */
export function at(data: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce(
    (value, key) =>
      (value as { readonly [key: string]: unknown } | null | undefined)?.[
        key.replaceAll('~1', '/').replaceAll('~0', '~')
      ],
    data,
  );
}
