import { CLAUSE_WORDS } from '../lex/keywords.ts';
import type { Column, Identifier, Resource } from '../tree/name.ts';
import type { Cursor } from './cursor.ts';

/** One name, be it spelt like a keyword. */
export function parseIdentifier(cursor: Cursor, what = 'a name'): Identifier {
  const token = cursor.peek();
  const { kind, text, start, end } = token;
  if (kind === 'word' || kind === 'quoted') cursor.next();
  else cursor.fail(what);
  return { kind: 'identifier', name: text, quoted: kind === 'quoted', start, end };
}

/** Names with dots between; `data__tls.1.2` may end in numbers. */
export function parseNameParts(cursor: Cursor, what: string): readonly Identifier[] {
  const parts = [parseIdentifier(cursor, what)];
  while (cursor.isSymbol('.')) {
    const { kind, text, start, end } = cursor.peek(1);
    if (kind === 'word' || kind === 'quoted') {
      cursor.next();
      parts.push(parseIdentifier(cursor));
    } else if (kind === 'number' && start === cursor.peek().end) {
      cursor.next();
      cursor.next();
      parts.push({ kind: 'identifier', name: text, quoted: false, start, end });
    } else break;
  }
  return parts;
}

export function parseColumn(cursor: Cursor, what = 'a column'): Column {
  const { start } = cursor.peek();
  return columnOf(parseNameParts(cursor, what), cursor, start);
}

export function columnOf(parts: readonly Identifier[], cursor: Cursor, start: number): Column {
  return { kind: 'column', parts, name: dotted(parts), ...cursor.from(start) };
}

/** `provider.service.resource`. */
export function parseResource(cursor: Cursor): Resource {
  const { start } = cursor.peek();
  const parts = parseNameParts(cursor, 'the name of a resource');
  return { kind: 'resource', parts, name: dotted(parts), ...cursor.from(start) };
}

export function dotted(parts: readonly Identifier[]): string {
  return parts.map(({ name }) => name).join('.');
}

/** `WINDOW w AS (…)`: elsewhere the word is a name. */
export function startsWindows(cursor: Cursor): boolean {
  return cursor.isWord('WINDOW') && cursor.isWord('AS', 2) && cursor.isSymbol('(', 3);
}

/** The alias of a table or of a result's column, with or without `AS`. */
export function parseAlias(cursor: Cursor): Identifier | null {
  if (cursor.acceptWord('AS')) return parseIdentifier(cursor, 'an alias');
  if (startsWindows(cursor)) return null;
  const { kind, text, upper } = cursor.peek();
  const isAlias = kind === 'quoted' || (kind === 'word' && !CLAUSE_WORDS.has(upper) && !text.startsWith('@'));
  return isAlias ? parseIdentifier(cursor) : null;
}
