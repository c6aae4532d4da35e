import type { Assignment, ReplaceStatement, SetClause, UpdateStatement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import { parseConditions } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseItems } from './list.ts';
import { parseColumn, parseResource } from './name.ts';
import { parseReturning } from './query.ts';

/** `{UPDATE | REPLACE} p.s.r SET c = …, … [WHERE …] [RETURNING …]`. */
export function parseUpdate<Kind extends 'update' | 'replace'>(
  cursor: Cursor,
  kind: Kind,
): Omit<Body<UpdateStatement | ReplaceStatement>, 'kind'> & { kind: Kind } {
  const { start } = cursor.next();
  const resource = parseResource(cursor);
  const set = parseSet(cursor);
  const where = parseConditions(cursor, 'WHERE');
  const returning = parseReturning(cursor);
  return { kind, resource, set, where, returning, ...cursor.from(start) };
}

function parseSet(cursor: Cursor): SetClause {
  const { start } = cursor.peek();
  cursor.expectWord('SET');
  if (!cursor.isSymbol('...') && isEmpty(cursor)) {
    return { kind: 'set', assignments: [], comments: cursor.commentsAhead(), ...cursor.from(start) };
  }
  const assignments = parseItems<Assignment>(cursor, () => {
    const column = parseColumn(cursor);
    cursor.expectSymbol('=');
    const value = parseExpression(cursor);
    return { kind: 'assignment', column, value, ...cursor.from(column.start) };
  });
  return { kind: 'set', assignments, comments: [], ...cursor.from(start) };
}

/** `SET -- No updatable properties WHERE …`; an assignment to a column `where` goes on with `=`. */
function isEmpty(cursor: Cursor): boolean {
  const { kind, text, upper } = cursor.peek();
  if (kind === 'end' || (kind === 'symbol' && text === ';')) return true;
  return (upper === 'WHERE' || upper === 'RETURNING') && !cursor.isSymbol('=', 1) && !cursor.isSymbol('.', 1);
}
