import { toJson } from '../serialize/json.ts';
import { PagedCall, type Pager, type PageSource } from './paged-call.ts';

/** The next page begins after as many items as were there before it; an empty one is the last. */
export const offsetPages: Pager = (source) => counted(source, 0, (items) => items.length);

/** The next page has the next number, where the first has 1 unless asked for otherwise; an empty one is the last. */
export const numberedPages: Pager = (source) => counted(source, 1, () => 1);

/** The same, where the first has 0. */
export const zeroBasedPages: Pager = (source) => counted(source, 0, () => 1);

/**
 * Only an empty page is the last, at the cost of one request: a short page is none, since servers lower limits at will,
 * and leave out of full pages what the caller may not see. A server that does not know the parameter answers with the
 * same page for ever: its first and last item mark it.
 */
function counted(
  source: PageSource,
  first: number,
  step: (items: readonly unknown[]) => number,
): PagedCall<unknown, unknown> {
  const { param = '' } = source.descriptor.page ?? {};
  return new PagedCall(source, (_page, items, params) => {
    if (items.length === 0) return undefined;
    const next = Number(params[param] ?? first) + step(items);
    const mark = toJson([items.length, items[0], items.at(-1)]);
    return { mark, params: { ...params, [param]: next } };
  });
}
