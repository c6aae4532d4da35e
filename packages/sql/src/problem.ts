import type { Span } from './tree/node.ts';

/**
 * - `unexpected`: a token that the grammar has no place for;
 * - `incomplete`: the statement ends where something must follow;
 * - `unclosed`: a string, quoted name, template or block comment without its end;
 * - `not-a-statement`: no known verb at the start;
 * - `ellipsis`: an author's `...` for "and so on";
 * - `missing-semicolon`: the next statement begins on a new line, with no `;` before;
 * - `too-deep`: nested beyond the limit.
 */
export type ProblemCode =
  | 'unexpected'
  | 'incomplete'
  | 'unclosed'
  | 'not-a-statement'
  | 'ellipsis'
  | 'missing-semicolon'
  | 'too-deep';

/** Why a statement, or a part of it, could not be read. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  /** One sentence. */
  readonly message: string;
  /** What could stand there instead: keywords in backticks, other things in words. */
  readonly expected: readonly string[];
}
