import type { Item } from '../tree/node.ts';
import type { Cursor } from './cursor.ts';

type Bare<T extends Item> = Omit<T, 'required' | 'comments'>;

/** Items with commas between, each with its marks and comments. At least one. */
export function parseItems<T extends Item>(
  cursor: Cursor,
  parseItem: () => Bare<T>,
): (Bare<T> & Pick<Item, 'required' | 'comments'>)[] {
  const items: (Bare<T> & Pick<Item, 'required' | 'comments'>)[] = [];
  let more = true;
  while (more) {
    if (skipEllipsis(cursor)) more = cursor.acceptComma();
    else {
      const item = parseItem();
      const comma = cursor.peek();
      more = cursor.acceptComma() && !(comma.swallowed && endsList(cursor));
      items.push({ ...item, ...cursor.notes(item.start) });
    }
  }
  return items;
}

/** Things with commas between that bear no comments of their own. At least one. */
export function parseSeries<T>(cursor: Cursor, parseOne: () => T): T[] {
  const all = [parseOne()];
  while (cursor.acceptComma()) all.push(parseOne());
  return all;
}

/** `…, ...` for "and so on": reported, and gone over. */
function skipEllipsis(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (!cursor.acceptSymbol('...')) return false;
  cursor.report('ellipsis', token, 'An ellipsis is no SQL.', ['an item']);
  return true;
}

/** After a comma inside a comment there need not come another item. */
function endsList(cursor: Cursor): boolean {
  const { kind, text, upper } = cursor.peek();
  if (kind === 'symbol') return text === ';' || text === ')';
  return kind === 'end' || ((upper === 'WHERE' || upper === 'RETURNING') && !cursor.isSymbol('=', 1));
}
