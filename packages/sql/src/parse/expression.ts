import { BINDING } from '../operators.ts';
import type { Expression, UnaryOperator } from '../tree/expression.ts';
import type { Query } from '../tree/query.ts';
import type { Cursor } from './cursor.ts';
import { bindingOf, type Infix, infixAt } from './infix.ts';
import { parseSeries } from './list.ts';
import { isNameAhead, parseOperand, startsQuery } from './operand.ts';
import { parseType } from './type.ts';

/** An expression whose operators bind at least as tightly as `binding`. */
export function parseExpression(cursor: Cursor, binding: number = BINDING.or): Expression {
  return cursor.nested(() => {
    let left = parsePrefix(cursor);
    let links = 0;
    for (let infix = infixAt(cursor); infix !== null; infix = infixAt(cursor)) {
      if (bindingOf(infix) < binding) break;
      if (links > 0) cursor.link();
      links += 1;
      left = parseInfix(cursor, left, infix);
    }
    return left;
  });
}

function parsePrefix(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const operator = prefixAt(cursor);
  if (operator === null) return parseOperand(cursor);
  cursor.next();
  const operand = parseExpression(cursor, operator === 'NOT' ? BINDING.not : BINDING.sign);
  return { kind: 'unary', operator, operand, ...cursor.from(start) };
}

function prefixAt(cursor: Cursor): UnaryOperator | null {
  const { kind, text, upper } = cursor.peek();
  if (upper === 'NOT') return isNameAhead(cursor) ? null : 'NOT';
  return kind === 'symbol' && (text === '-' || text === '+' || text === '~') ? text : null;
}

function parseInfix(cursor: Cursor, left: Expression, infix: Infix): Expression {
  const { start } = left;
  for (let i = 0; i < infix.tokens; i += 1) cursor.next();
  if (infix.kind === 'logical') return parseLogical(cursor, left, infix.operator);
  if (infix.kind === 'cast')
    return { kind: 'cast', operand: left, type: parseType(cursor), ...cursor.from(start) };
  if (infix.kind === 'collate')
    return { kind: 'collate', operand: left, collation: infix.collation, ...cursor.from(start) };
  const { negated } = infix.kind === 'binary' ? { negated: false } : infix;
  if (infix.kind === 'in') {
    return { kind: 'in', negated, operand: left, choice: parseChoice(cursor), ...cursor.from(start) };
  }
  const above = bindingOf(infix) + 1;
  const right = parseExpression(cursor, above);
  if (infix.kind === 'binary') {
    return { kind: 'binary', operator: infix.operator, left, right, ...cursor.from(start) };
  }
  cursor.expectWord('AND');
  const high = parseExpression(cursor, above);
  return { kind: 'between', negated, operand: left, low: right, high, ...cursor.from(start) };
}

function parseLogical(cursor: Cursor, left: Expression, operator: 'AND' | 'OR'): Expression {
  const above = (operator === 'OR' ? BINDING.or : BINDING.and) + 1;
  const operands = [left, parseExpression(cursor, above)];
  while (cursor.acceptWord(operator)) operands.push(parseExpression(cursor, above));
  return { kind: 'logical', operator, operands, ...cursor.from(left.start) };
}

function parseChoice(cursor: Cursor): readonly Expression[] | Query {
  cursor.expectSymbol('(');
  const choice = startsQuery(cursor)
    ? cursor.rules.query(cursor)
    : cursor.isSymbol(')')
      ? []
      : parseSeries(cursor, () => parseExpression(cursor));
  cursor.expectSymbol(')');
  return choice;
}
