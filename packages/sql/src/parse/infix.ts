import { BINARY, BINDING, isBinary } from '../operators.ts';
import type { BinaryOperator, Collation } from '../tree/expression.ts';
import type { Cursor } from './cursor.ts';

const SYNONYMS: ReadonlyMap<string, BinaryOperator> = new Map([
  ['==', '='],
  ['!=', '<>'],
]);

const COLLATIONS: readonly Collation[] = ['BINARY', 'NOCASE', 'RTRIM'];

/** An operator that may stand behind an operand, and the number of its tokens. */
export type Infix =
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly tokens: number }
  | { readonly kind: 'logical'; readonly operator: 'AND' | 'OR'; readonly tokens: 1 }
  | { readonly kind: 'in' | 'between'; readonly negated: boolean; readonly tokens: 1 | 2 }
  | { readonly kind: 'cast'; readonly tokens: 1 }
  | { readonly kind: 'collate'; readonly collation: Collation; readonly tokens: 2 };

export function infixAt(cursor: Cursor): Infix | null {
  const { kind, text, upper } = cursor.peek();
  if (kind === 'symbol') {
    if (text === '::') return { kind: 'cast', tokens: 1 };
    const operator = SYNONYMS.get(text) ?? text;
    return isBinary(operator) ? { kind: 'binary', operator, tokens: 1 } : null;
  }
  if (upper === 'AND' || upper === 'OR') return { kind: 'logical', operator: upper, tokens: 1 };
  if (upper === 'COLLATE') {
    const collation = COLLATIONS.find((one) => cursor.isWord(one, 1));
    return collation === undefined ? null : { kind: 'collate', collation, tokens: 2 };
  }
  if (upper === 'IS') {
    const negated = cursor.isWord('NOT', 1);
    const tokens = negated ? 2 : 1;
    const isDistinct = cursor.isWord('DISTINCT', tokens) && cursor.isWord('FROM', tokens + 1);
    if (isDistinct) return { kind: 'binary', operator: negated ? 'IS' : 'IS NOT', tokens: tokens + 2 };
    return { kind: 'binary', operator: negated ? 'IS NOT' : 'IS', tokens };
  }
  const negated = upper === 'NOT';
  const word = negated ? cursor.peek(1).upper : upper;
  const tokens = negated ? 2 : 1;
  if (word === 'IN') return { kind: 'in', negated, tokens };
  if (word === 'BETWEEN') return { kind: 'between', negated, tokens };
  const operator = negated ? `NOT ${word}` : word;
  return word !== '' && isBinary(operator) ? { kind: 'binary', operator, tokens } : null;
}

export function bindingOf(infix: Infix): number {
  if (infix.kind === 'binary') return BINARY[infix.operator];
  if (infix.kind === 'logical') return infix.operator === 'OR' ? BINDING.or : BINDING.and;
  if (infix.kind === 'collate') return BINDING.collation;
  return infix.kind === 'cast' ? BINDING.cast : BINDING.equality;
}
