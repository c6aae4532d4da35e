export { EMPTY_QUERY } from './build/query.ts';
export {
  buildDelete,
  buildExec,
  buildInsert,
  buildReplace,
  buildSelect,
  buildUpdate,
  type ResourceName,
  type SetData,
  type Slot,
} from './build/statement.ts';
export { buildColumn, buildExpression, buildTemplate, type Value } from './build/value.ts';
export type { Token, TokenKind } from './lex/token.ts';
export { tokensOf } from './lex/tokens-of.ts';
export { compareFit, type MethodFit } from './method-fit.ts';
export { type ParseResult, parse } from './parse/parse.ts';
export type { PrintOptions } from './print/layout.ts';
export { print, printExpression } from './print/print.ts';
export { printName, quoteIdentifier, quoteString } from './print/quote.ts';
export type * from './problem.ts';
export type * from './tree/expression.ts';
export type * from './tree/name.ts';
export type * from './tree/node.ts';
export type * from './tree/query.ts';
export type * from './tree/statement.ts';
export { type Node, walk } from './walk.ts';
