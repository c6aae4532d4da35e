import type { DescribeStatement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import type { Cursor } from './cursor.ts';
import { parseResource } from './name.ts';

/** `{DESCRIBE | DESC} [METHOD] [EXTENDED] p.s.r`. */
export function parseDescribe(cursor: Cursor): Body<DescribeStatement> {
  const { start } = cursor.next();
  const method = acceptModifier(cursor, 'METHOD');
  const extended = acceptModifier(cursor, 'EXTENDED');
  const resource = parseResource(cursor);
  return { kind: 'describe', method, extended, resource, ...cursor.from(start) };
}

/** `method` and `extended` alone, or before a dot, are names. */
function acceptModifier(cursor: Cursor, word: string): boolean {
  const { kind } = cursor.peek(1);
  return (kind === 'word' || kind === 'quoted') && cursor.acceptWord(word);
}
