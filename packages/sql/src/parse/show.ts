import type { ShowStatement, ShowSubject } from '../tree/statement.ts';
import type { Body } from './body.ts';
import { parseConditions } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseResource } from './name.ts';

const SUBJECTS = ['PROVIDERS', 'SERVICES', 'RESOURCES', 'METHODS', 'VERSION'] as const;

/** `SHOW [EXTENDED] METHODS [{IN | FROM} p.s.r] [LIKE …] [WHERE …]`. */
export function parseShow(cursor: Cursor): Body<ShowStatement> {
  const { start } = cursor.next();
  const extended = cursor.acceptWord('EXTENDED');
  const what = parseSubject(cursor);
  const isScoped = what === 'INSERT INTO' || cursor.acceptWord('IN') || cursor.acceptWord('FROM');
  const scope = isScoped ? parseResource(cursor) : null;
  const like = cursor.acceptWord('LIKE') ? parseExpression(cursor) : null;
  const where = parseConditions(cursor, 'WHERE');
  return { kind: 'show', extended, what, scope, like, where, ...cursor.from(start) };
}

function parseSubject(cursor: Cursor): ShowSubject {
  const subject = SUBJECTS.find((word) => cursor.acceptWord(word));
  if (subject !== undefined) return subject;
  if (cursor.acceptWord('INSERT')) cursor.expectWord('INTO');
  else cursor.fail(...SUBJECTS.map((word) => `\`${word}\``));
  return 'INSERT INTO';
}
