import { looseName, type Operation, type Parameter } from '@plumbline/model';

/** How many items a page has at most. Of several parameters the earlier in this list counts. */
const LIMIT_NAMES = [
  'limit',
  'perpage',
  'pagesize',
  'maxresults',
  'pagelimit',
  'maxitems',
  'count',
  'size',
  'top',
];
/** An opaque place in the list. */
const CURSOR_NAMES = [
  'after',
  'cursor',
  'pagecursor',
  'nextcursor',
  'pageafter',
  'startingafter',
  'pagetoken',
  'nextpagetoken',
  'nexttoken',
  'continuationtoken',
  'continuation',
  'marker',
  'scrollid',
];
const OFFSET_NAMES = ['offset', 'skip', 'pageoffset'];
const PAGE_NAMES = ['page', 'pagenumber', 'pageno', 'pagenum'];

export const limitParam = finder(LIMIT_NAMES);
export const cursorParam = finder(CURSOR_NAMES);
export const offsetParam = finder(OFFSET_NAMES);
export const pageParam = finder(PAGE_NAMES);

/** Finds the optional query parameter whose name stands first in a list of names. */
function finder(names: readonly string[]): (operation: Operation) => Parameter | null {
  return ({ parameters }) => {
    const query = parameters.filter((parameter) => parameter.in === 'query' && !parameter.required);
    for (const name of names) {
      const found = query.find((parameter) => looseName(parameter.name) === name);
      if (found !== undefined) return found;
    }
    return null;
  };
}
