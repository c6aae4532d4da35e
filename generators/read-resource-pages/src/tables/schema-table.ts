import type { Span } from '../document/page-text.ts';
import { decodeEscapes } from '../markup/escapes.ts';

/** A text of a row, and the offset of its first character. */
export interface SchemaText {
  readonly value: string;
  readonly offset: number;
}

/** A row of a `<SchemaTable>`: the texts of one object of its `fields`. What its `children` hold are no rows. */
export interface SchemaRow {
  readonly start: number;
  readonly texts: ReadonlyMap<string, SchemaText>;
}

/**
 * The rows of `fields={[{ "name": …, "type": …, "description": …, "children": […] }]}`: JSON, or the JavaScript that people
 * write for it. Null where it is no such list. Linear in the length of the text.
 */
export function schemaRows(text: string, { start, end }: Span): readonly SchemaRow[] | null {
  const rows: SchemaRow[] = [];
  let depth = 0;
  let row: { readonly start: number; readonly texts: Map<string, SchemaText> } | null = null;
  let key: string | null = null;
  const mark = /["'`]|[[\]{},]|[\p{L}\p{N}_$.+-]+/gu;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null && found.index < end; found = mark.exec(text)) {
    const [part] = found;
    const { index } = found;
    switch (part) {
      case '[':
      case '{':
        depth += 1;
        if (depth === 2 && part === '{') row = { start: index, texts: new Map() };
        if (depth === 1 && part === '{') return null;
        break;
      case ']':
      case '}':
        if (depth === 2 && row !== null) {
          rows.push(row);
          row = null;
          key = null;
        }
        depth -= 1;
        if (depth === 0) return rows;
        break;
      case ',':
        if (depth === 2) key = null;
        break;
      default: {
        const isQuoted = '"\'`'.includes(part);
        const close = isQuoted ? stringEnd(text, index, end) : index + part.length;
        if (close === -1) return null;
        mark.lastIndex = close;
        if (depth !== 2 || row === null) break;
        const offset = isQuoted ? index + 1 : index;
        const value = isQuoted ? decodeEscapes(text.slice(offset, close - 1)) : part;
        if (key === null) key = value;
        else if (isQuoted) row.texts.set(key, { value, offset });
      }
    }
  }
  return null;
}

/** Behind the string that starts at `from`; -1 where it does not end. */
function stringEnd(text: string, from: number, limit: number): number {
  const quote = text.charAt(from);
  for (let i = from + 1; i < limit; i += 1) {
    const char = text.charAt(i);
    if (char === quote) return i + 1;
    if (char === '\\') i += 1;
  }
  return -1;
}
