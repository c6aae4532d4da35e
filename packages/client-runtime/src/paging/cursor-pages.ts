import { at, PagedCall, type Pager } from './paged-call.ts';

/** The next page is asked for with the cursor that the body of the one before holds; the last page's holds none. */
export const cursorPages: Pager = (source) => {
  const { param = '', next = [] } = source.descriptor.page ?? {};
  return new PagedCall(source, ({ data }, _items, params) => {
    const cursor = at(data, next);
    const isCursor = (typeof cursor === 'string' && cursor !== '') || /number|bigint/.test(typeof cursor);
    return isCursor ? { mark: String(cursor), params: { ...params, [param]: cursor } } : undefined;
  });
};
