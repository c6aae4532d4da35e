import type { Cursor } from './cursor.ts';

/** The type of a cast, `VARCHAR(10)` or `DOUBLE PRECISION`, its blanks normalized. */
export function parseType(cursor: Cursor): string {
  const words: string[] = [];
  while (cursor.peek().kind === 'word' || cursor.peek().kind === 'quoted') {
    const isSecond = words.length > 0 && cursor.peek().upper !== 'PRECISION';
    if (isSecond) break;
    words.push(cursor.next().text);
  }
  if (words.length === 0) cursor.fail('a type');
  if (!cursor.acceptSymbol('(')) return words.join(' ');
  const sizes: string[] = [];
  do {
    if (cursor.peek().kind === 'number') sizes.push(cursor.next().text);
    else cursor.fail('a size');
  } while (cursor.acceptComma());
  cursor.expectSymbol(')');
  return `${words.join(' ')}(${sizes.join(', ')})`;
}
