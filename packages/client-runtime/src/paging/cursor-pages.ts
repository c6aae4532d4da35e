import { at, PagedCall, type Pager } from './paged-call.ts';

/**
 * The next page is asked for with the cursor that the body of the one before holds; the last page's holds none, or 0. So does,
 * in effect, a page without items whose cursor is the one that it was asked for with.
 */
export const cursorPages: Pager = (source) => {
  const { param = '', next = [] } = source.descriptor.page ?? {};
  return new PagedCall(source, ({ data }, items, params) => {
    const cursor = at(data, next);
    const isEnd = !cursor || (items.length === 0 && cursor === params[param]);
    const isCursor = !isEnd && /string|number|bigint/.test(typeof cursor);
    return isCursor ? { mark: String(cursor), params: { ...params, [param]: cursor } } : undefined;
  });
};
