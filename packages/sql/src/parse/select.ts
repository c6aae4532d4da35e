import type { SelectStatement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import type { Cursor } from './cursor.ts';
import { parseQuery } from './query.ts';

/** `[WITH …] SELECT … [FROM …] [WHERE …] …`. */
export function parseSelect(cursor: Cursor): Body<SelectStatement> {
  const { start } = cursor.peek();
  const query = parseQuery(cursor);
  return { kind: 'select', query, ...cursor.from(start) };
}
