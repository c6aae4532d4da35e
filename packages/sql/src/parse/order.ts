import type { OrderTerm } from '../tree/query.ts';
import type { Cursor } from './cursor.ts';
import { parseSeries } from './list.ts';

/** `ORDER BY …`; empty where there is none. */
export function parseOrderBy(cursor: Cursor): readonly OrderTerm[] {
  return cursor.acceptWords('ORDER', 'BY') ? parseSeries(cursor, () => parseTerm(cursor)) : [];
}

function parseTerm(cursor: Cursor): OrderTerm {
  const { start } = cursor.peek();
  const expression = cursor.rules.expression(cursor);
  const direction = cursor.acceptWord('ASC') ? 'ASC' : cursor.acceptWord('DESC') ? 'DESC' : null;
  return { kind: 'order-term', expression, direction, nulls: parseNulls(cursor), ...cursor.from(start) };
}

function parseNulls(cursor: Cursor): OrderTerm['nulls'] {
  if (!cursor.acceptWord('NULLS')) return null;
  if (cursor.acceptWord('FIRST')) return 'FIRST';
  cursor.expectWord('LAST');
  return 'LAST';
}
