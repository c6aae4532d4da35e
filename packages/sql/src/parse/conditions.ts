import { BINDING } from '../operators.ts';
import type { Expression } from '../tree/expression.ts';
import type { Condition } from '../tree/query.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';

/** `WHERE …`, or another keyword before conditions; empty where the keyword is absent. */
export function parseConditions(cursor: Cursor, keyword: 'WHERE' | 'HAVING' | 'ON'): readonly Condition[] {
  if (!cursor.acceptWord(keyword)) return [];
  const conditions: Condition[] = [];
  do conditions.push(parseCondition(cursor));
  while (cursor.acceptWord('AND'));
  const first = conditions[0];
  return cursor.isWord('OR') && first !== undefined
    ? [parseAlternatives(cursor, first, conditions)]
    : conditions;
}

function parseCondition(cursor: Cursor): Condition {
  const { start } = cursor.peek();
  const expression = parseExpression(cursor, BINDING.not);
  const span = cursor.from(start);
  while (cursor.peek().swallowed && cursor.isSymbol(',')) cursor.next();
  return { kind: 'condition', expression, ...cursor.notes(start), ...span };
}

/** An `OR` turns what seemed to be conditions into the first operand of the only one. */
function parseAlternatives(cursor: Cursor, first: Condition, seeming: readonly Condition[]): Condition {
  const expressions = seeming.map(({ expression }) => expression);
  const operands: Expression[] = [
    seeming.length === 1
      ? first.expression
      : { kind: 'logical', operator: 'AND', operands: expressions, ...cursor.from(first.start) },
  ];
  while (cursor.acceptWord('OR')) operands.push(parseExpression(cursor, BINDING.and));
  const span = cursor.from(first.start);
  const { required, comments } = cursor.notes(first.start);
  return {
    kind: 'condition',
    expression: { kind: 'logical', operator: 'OR', operands, ...span },
    required: seeming.find((condition) => condition.required !== null)?.required ?? required,
    comments: [...seeming.flatMap((condition) => condition.comments), ...comments],
    ...span,
  };
}
