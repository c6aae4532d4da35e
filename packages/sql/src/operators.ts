import type { BinaryOperator } from './tree/expression.ts';

/** How tightly operators bind, as in SQLite (https://www.sqlite.org/lang_expr.html, section 2). */
export const BINDING = {
  or: 1,
  and: 2,
  not: 3,
  equality: 4,
  comparison: 5,
  escape: 6,
  bits: 7,
  sum: 8,
  product: 9,
  concatenation: 10,
  collation: 11,
  sign: 12,
  cast: 13,
  operand: 14,
} as const;

export const BINARY: { readonly [O in BinaryOperator]: number } = {
  '=': BINDING.equality,
  '<>': BINDING.equality,
  IS: BINDING.equality,
  'IS NOT': BINDING.equality,
  LIKE: BINDING.equality,
  'NOT LIKE': BINDING.equality,
  GLOB: BINDING.equality,
  'NOT GLOB': BINDING.equality,
  REGEXP: BINDING.equality,
  'NOT REGEXP': BINDING.equality,
  MATCH: BINDING.equality,
  'NOT MATCH': BINDING.equality,
  '<': BINDING.comparison,
  '<=': BINDING.comparison,
  '>': BINDING.comparison,
  '>=': BINDING.comparison,
  ESCAPE: BINDING.escape,
  '&': BINDING.bits,
  '|': BINDING.bits,
  '<<': BINDING.bits,
  '>>': BINDING.bits,
  '+': BINDING.sum,
  '-': BINDING.sum,
  '*': BINDING.product,
  '/': BINDING.product,
  '%': BINDING.product,
  '||': BINDING.concatenation,
  '->': BINDING.concatenation,
  '->>': BINDING.concatenation,
};

export function isBinary(text: string): text is BinaryOperator {
  return Object.hasOwn(BINARY, text);
}
