import type { Identifier } from '../tree/name.ts';
import type { Argument, ExecStatement, JsonArgument } from '../tree/statement.ts';
import type { Body } from './body.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { jsonMembers } from './json-members.ts';
import { columnOf, dotted, parseNameParts } from './name.ts';
import { parseString } from './operand.ts';

/** `EXEC p.s.r.method @a='…', @b={{ b }} @@json='{…}'`; the commas may be missing. */
export function parseExec(cursor: Cursor): Body<ExecStatement> {
  const { start } = cursor.next();
  const nameStart = cursor.peek().start;
  const path = parseNameParts(cursor, 'the name of a method');
  const { end } = cursor.from(nameStart);
  const method = path.at(-1);
  const parts = path.slice(0, -1);
  const resourceEnd = parts.at(-1)?.end ?? end;
  if (method === undefined || parts.length === 0) cursor.fail('`.`');
  const list: Argument[] = [];
  let json: JsonArgument | null = null;
  for (
    let token = cursor.peek();
    token.text.startsWith('@') && token.kind === 'word';
    token = cursor.peek()
  ) {
    if (token.text.toLowerCase() !== '@@json') list.push(parseArgument(cursor));
    else if (json === null) json = parseJson(cursor);
    else cursor.fail('`;`');
  }
  return {
    kind: 'exec',
    resource: { kind: 'resource', parts, name: dotted(parts), start: nameStart, end: resourceEnd },
    method: method ?? { kind: 'identifier', name: '', quoted: false, start: end, end },
    arguments: list,
    json,
    ...cursor.from(start),
  };
}

function parseArgument(cursor: Cursor): Argument {
  const { start } = cursor.peek();
  const column = parseArgumentName(cursor);
  cursor.expectSymbol('=');
  const value = parseExpression(cursor);
  const span = cursor.from(start);
  cursor.acceptComma();
  return { kind: 'argument', column, value, ...cursor.notes(start), ...span };
}

/** The name behind the `@`, be it quoted: `@"a b"`. */
function parseArgumentName(cursor: Cursor): Argument['column'] {
  const { text, start, end } = cursor.peek();
  if (text === '@' && cursor.peek(1).start === end) {
    cursor.next();
    return columnOf(parseNameParts(cursor, 'the name of an argument'), cursor, end);
  }
  const [first, ...others] = parseNameParts(cursor, 'the name of an argument');
  const named: Identifier = { kind: 'identifier', name: text.slice(1), quoted: false, start: start + 1, end };
  return columnOf(first === undefined ? [] : [named, ...others], cursor, start + 1);
}

function parseJson(cursor: Cursor): JsonArgument {
  const { start } = cursor.next();
  cursor.expectSymbol('=');
  const value = parseJsonText(cursor);
  const span = cursor.from(start);
  const raw = cursor.text.slice(value.start + 1, value.end - 1);
  const members = value.kind === 'string' ? jsonMembers(raw, value.start + 1) : [];
  cursor.acceptComma();
  return { kind: 'json-argument', value, members, ...cursor.notes(start), ...span };
}

function parseJsonText(cursor: Cursor): JsonArgument['value'] {
  const { kind, text, start, end } = cursor.peek();
  if (kind === 'string') return parseString(cursor);
  if (kind === 'template') cursor.next();
  else cursor.fail('a string');
  return { kind: 'template', form: 'braces', name: text, start, end };
}
