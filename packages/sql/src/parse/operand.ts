import { CLAUSE_WORDS, FOLLOWS_NAME, FUNCTIONS } from '../lex/keywords.ts';
import { templatesIn } from '../lex/template.ts';
import type { Token } from '../lex/token.ts';
import type { Call, Expression, StringLiteral } from '../tree/expression.ts';
import type { Identifier } from '../tree/name.ts';
import type { Cursor } from './cursor.ts';
import { parseSeries } from './list.ts';
import { columnOf, dotted, parseNameParts } from './name.ts';
import { parseOrderBy } from './order.ts';
import { parseType } from './type.ts';
import { parseOver } from './window.ts';

/** What operators combine: a value, a name, a call, a parenthesis. */
export function parseOperand(cursor: Cursor): Expression {
  const token = cursor.peek();
  const { kind, text, start } = token;
  switch (kind) {
    case 'string':
      return parseString(cursor);
    case 'number':
      cursor.next();
      return { kind, text, ...cursor.from(start) };
    case 'template':
      cursor.next();
      return { kind, form: 'braces', name: text, ...cursor.from(start) };
    case 'quoted':
      return parseNamed(cursor);
    case 'word':
      return parseWord(cursor, token);
    default:
      if (cursor.acceptSymbol('*')) return { kind: 'star', qualifier: [], ...cursor.from(start) };
      if (cursor.isSymbol('(')) return parseParenthesis(cursor);
      return parseNothing(cursor);
  }
}

export function parseString(cursor: Cursor): StringLiteral {
  const { text, start, end } = cursor.next();
  const templates = templatesIn(cursor.text, start + 1, end - 1, cursor.templateEnd);
  return { kind: 'string', value: text, templates, start, end };
}

/** Symbols that begin an operand, or stand for one. */
const OPENING: ReadonlySet<string> = new Set(['(', '*', '-', '+', '~', '...']);

const NEGATED: ReadonlySet<string> = new Set(['BETWEEN', 'GLOB', 'IN', 'LIKE', 'MATCH', 'REGEXP']);

/** Operators that may stand before an operand as well as behind a name: `limit * 2`. */
const SIGNS: ReadonlySet<string> = new Set(['*', '-', '+']);

/** A word, spelt like a keyword, is a name: what follows would make no sense behind the keyword. */
export function isNameAhead(cursor: Cursor, ahead = 0): boolean {
  const { kind, text, upper } = cursor.peek(ahead + 1);
  if (kind === 'symbol') return !OPENING.has(text);
  const isNegated = upper === 'NOT' && NEGATED.has(cursor.peek(ahead + 2).upper);
  return kind === 'end' || FOLLOWS_NAME.has(upper) || isNegated;
}

/** `DISTINCT` and `ALL` may also be columns: `SELECT all, id FROM …`; and `SELECT DISTINCT limit FROM …` has one behind it. */
export function acceptModifier(cursor: Cursor, word: string): boolean {
  if (!cursor.isWord(word)) return false;
  const isBeforeName = cursor.peek(1).kind === 'word' && isNameAhead(cursor, 1);
  return (isBeforeName || !isNameAhead(cursor)) && cursor.acceptWord(word);
}

/** True at the `SELECT` or `WITH` of a query in parentheses. */
export function startsQuery(cursor: Cursor): boolean {
  if (cursor.isWord('VALUES')) return cursor.isSymbol('(', 1);
  return (cursor.isWord('SELECT') || cursor.isWord('WITH')) && !isNameAhead(cursor);
}

function parseWord(cursor: Cursor, { upper, start }: Token): Expression {
  const opens = cursor.isSymbol('(', 1);
  if (!cursor.isSymbol('.', 1)) {
    if (upper === 'TRUE' || upper === 'FALSE' || upper === 'NULL') {
      cursor.next();
      return { kind: 'constant', value: upper === 'NULL' ? null : upper === 'TRUE', ...cursor.from(start) };
    }
    if (upper === 'CAST' && opens) return parseCast(cursor);
    if (upper === 'EXISTS' && opens) return parseExists(cursor);
    if (upper === 'CASE' && (cursor.isWord('WHEN', 1) || !isNameAhead(cursor))) return parseCase(cursor);
    const { kind, text } = cursor.peek(1);
    const isOperand = kind === 'symbol' && SIGNS.has(text) && upper !== 'SELECT';
    const isName = isOperand || isNameAhead(cursor) || (opens && FUNCTIONS.has(upper));
    if (CLAUSE_WORDS.has(upper) && !isName) return parseNothing(cursor);
  }
  return parseNamed(cursor);
}

function parseNothing(cursor: Cursor): Expression {
  cursor.fail('an expression');
  return { kind: 'constant', value: null, ...cursor.from(cursor.peek().start) };
}

/** A column, `u.*` or a function call. */
function parseNamed(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const parts = parseNameParts(cursor, 'a column');
  if (cursor.isSymbol('(')) return parseCall(cursor, parts, start);
  if (cursor.isSymbol('.') && cursor.isSymbol('*', 1)) {
    cursor.next();
    cursor.next();
    return { kind: 'star', qualifier: parts, ...cursor.from(start) };
  }
  return columnOf(parts, cursor, start);
}

function parseCall(cursor: Cursor, parts: readonly Identifier[], start: number): Call {
  cursor.next();
  const distinct = acceptModifier(cursor, 'DISTINCT');
  const values = cursor.isSymbol(')') ? [] : parseSeries(cursor, () => cursor.rules.expression(cursor));
  const orderBy = parseOrderBy(cursor);
  cursor.expectSymbol(')');
  const filter = parseFilter(cursor);
  const over = parseOver(cursor);
  return {
    kind: 'call',
    name: dotted(parts),
    distinct,
    arguments: values,
    orderBy,
    filter,
    over,
    ...cursor.from(start),
  };
}

/** `FILTER (WHERE …)`; else it is an alias. */
function parseFilter(cursor: Cursor): Expression | null {
  if (!(cursor.isWord('FILTER') && cursor.isSymbol('(', 1) && cursor.isWord('WHERE', 2))) return null;
  for (let i = 0; i < 3; i += 1) cursor.next();
  const condition = cursor.rules.expression(cursor);
  cursor.expectSymbol(')');
  return condition;
}

function parseCast(cursor: Cursor): Expression {
  const { start } = cursor.next();
  cursor.next();
  const operand = cursor.rules.expression(cursor);
  cursor.expectWord('AS');
  const type = parseType(cursor);
  cursor.expectSymbol(')');
  return { kind: 'cast', operand, type, ...cursor.from(start) };
}

function parseExists(cursor: Cursor): Expression {
  const { start } = cursor.next();
  cursor.next();
  const query = cursor.rules.query(cursor);
  cursor.expectSymbol(')');
  return { kind: 'exists', query, ...cursor.from(start) };
}

function parseCase(cursor: Cursor): Expression {
  const { start } = cursor.next();
  const operand = cursor.isWord('WHEN') ? null : cursor.rules.expression(cursor);
  const branches = [];
  do {
    cursor.expectWord('WHEN');
    const when = cursor.rules.expression(cursor);
    cursor.expectWord('THEN');
    branches.push({ when, result: cursor.rules.expression(cursor) });
  } while (cursor.isWord('WHEN'));
  const otherwise = cursor.acceptWord('ELSE') ? cursor.rules.expression(cursor) : null;
  cursor.expectWord('END');
  return { kind: 'case', operand, branches, otherwise, ...cursor.from(start) };
}

function parseParenthesis(cursor: Cursor): Expression {
  const { start } = cursor.next();
  if (startsQuery(cursor)) {
    const query = cursor.rules.query(cursor);
    cursor.expectSymbol(')');
    return { kind: 'subquery', query, ...cursor.from(start) };
  }
  const items = cursor.isSymbol(')') ? [] : parseSeries(cursor, () => cursor.rules.expression(cursor));
  cursor.expectSymbol(')');
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : { kind: 'tuple', items, ...cursor.from(start) };
}
