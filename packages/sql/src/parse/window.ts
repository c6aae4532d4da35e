import type { Window } from '../tree/expression.ts';
import type { Cursor } from './cursor.ts';
import { parseSeries } from './list.ts';
import { parseOrderBy } from './order.ts';

const FRAME_STARTS: ReadonlySet<string> = new Set(['ROWS', 'RANGE', 'GROUPS']);

/** `OVER (PARTITION BY … ORDER BY … ROWS …)`. */
export function parseWindow(cursor: Cursor): Window {
  const { start } = cursor.next();
  cursor.next();
  const isPartitioned = cursor.acceptWords('PARTITION', 'BY');
  const partitionBy = isPartitioned ? parseSeries(cursor, () => cursor.rules.expression(cursor)) : [];
  const orderBy = parseOrderBy(cursor);
  const frame = FRAME_STARTS.has(cursor.peek().upper) ? parseFrame(cursor) : null;
  cursor.expectSymbol(')');
  return { kind: 'window', partitionBy, orderBy, frame, ...cursor.from(start) };
}

function parseFrame(cursor: Cursor): string {
  const words: string[] = [];
  for (let token = cursor.peek(); token.upper !== '' || token.kind === 'number'; token = cursor.peek()) {
    words.push(token.kind === 'number' ? token.text : token.upper);
    cursor.next();
  }
  return words.join(' ');
}
