import { CLAUSE_WORDS, WINDOW_WORDS } from '../lex/keywords.ts';
import type { NamedWindow, Window } from '../tree/expression.ts';
import type { Cursor } from './cursor.ts';
import { parseSeries } from './list.ts';
import { parseIdentifier, startsWindows } from './name.ts';
import { parseOrderBy } from './order.ts';

const FRAME_STARTS: ReadonlySet<string> = new Set(['ROWS', 'RANGE', 'GROUPS']);

/** `OVER (PARTITION BY … ORDER BY … ROWS …)` or `OVER w`; null: something else stands here. */
export function parseOver(cursor: Cursor): Window | null {
  if (!cursor.isWord('OVER')) return null;
  const { kind, upper, start } = cursor.peek(1);
  if (cursor.isSymbol('(', 1)) {
    cursor.next();
    return parseWindow(cursor);
  }
  if (kind !== 'quoted' && (kind !== 'word' || CLAUSE_WORDS.has(upper))) return null;
  cursor.next();
  const base = parseIdentifier(cursor);
  return { kind: 'window', base, partitionBy: [], orderBy: [], frame: null, ...cursor.from(start) };
}

/** `WINDOW w AS (…), v AS (w ROWS …)`; empty where there is none. */
export function parseWindows(cursor: Cursor): readonly NamedWindow[] {
  if (!startsWindows(cursor)) return [];
  cursor.next();
  return parseSeries(cursor, () => {
    const { start } = cursor.peek();
    const name = parseIdentifier(cursor, 'the name of a window');
    cursor.expectWord('AS');
    const window = parseWindow(cursor);
    return { kind: 'named-window', name, window, ...cursor.from(start) };
  });
}

function parseWindow(cursor: Cursor): Window {
  const { start } = cursor.peek();
  cursor.expectSymbol('(');
  const { kind, upper } = cursor.peek();
  const isNamed = kind === 'quoted' || (kind === 'word' && !WINDOW_WORDS.has(upper));
  const base = isNamed ? parseIdentifier(cursor) : null;
  const isPartitioned = cursor.acceptWords('PARTITION', 'BY');
  const partitionBy = isPartitioned ? parseSeries(cursor, () => cursor.rules.expression(cursor)) : [];
  const orderBy = parseOrderBy(cursor);
  const frame = FRAME_STARTS.has(cursor.peek().upper) ? parseFrame(cursor) : null;
  cursor.expectSymbol(')');
  return { kind: 'window', base, partitionBy, orderBy, frame, ...cursor.from(start) };
}

function parseFrame(cursor: Cursor): string {
  const words: string[] = [];
  for (let token = cursor.peek(); token.upper !== '' || token.kind === 'number'; token = cursor.peek()) {
    words.push(token.kind === 'number' ? token.text : token.upper);
    cursor.next();
  }
  return words.join(' ');
}
