import type { DeleteStatement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import { parseConditions } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { parseResource } from './name.ts';
import { parseReturning } from './query.ts';

/** `DELETE FROM p.s.r [WHERE …] [RETURNING …]`. */
export function parseDelete(cursor: Cursor): Body<DeleteStatement> {
  const { start } = cursor.next();
  cursor.expectWord('FROM');
  const resource = parseResource(cursor);
  const where = parseConditions(cursor, 'WHERE');
  const returning = parseReturning(cursor);
  return { kind: 'delete', resource, where, returning, ...cursor.from(start) };
}
