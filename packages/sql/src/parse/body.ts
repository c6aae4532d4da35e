import type { Statement } from '../tree/statement.ts';

/** A statement without what stands around it. */
export type Body<S extends Statement = Statement> = S extends Statement
  ? Omit<S, 'hints' | 'comments'>
  : never;
