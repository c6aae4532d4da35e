import type { Span } from '@plumbline/sql';

/** Why a statement is not run. */
export type SqlErrorCode =
  | 'syntax'
  | 'unknown-resource'
  | 'unknown-method'
  | 'unknown-column'
  | 'missing-parameter'
  | 'ambiguous-method'
  | 'ambiguous-column'
  | 'wrong-type'
  | 'missing-value'
  | 'not-supported'
  | 'not-writable'
  | 'other-server'
  | 'too-many-requests'
  | 'too-many-steps'
  | 'query'
  | 'request';

/** What is wrong with a statement, and where, as long as nobody has said which text it is of. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: SqlErrorCode;
  readonly at: Span;
  /** What would mend it. */
  readonly hint: string;

  constructor(
    code: SqlErrorCode,
    { message, hint, at, cause }: { message: string; hint: string; at: Span; cause?: unknown },
  ) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.at = at;
    this.hint = hint;
  }
}

/**
 * A statement that is not run, or stopped halfway: what is wrong, where, and what would mend it. Of a request that failed
 * (`request`), `cause` is the client's error.
 */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: SqlErrorCode;
  readonly hint: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Both from 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Of the answer, where a request failed that was answered. */
  readonly status: number | undefined;

  constructor({ code, message, hint, at, cause }: Refusal, text: string) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.status = code === 'request' ? statusOf(cause) : undefined;
    this.hint = hint;
    this.start = Math.max(0, at.start);
    this.end = Math.max(this.start, at.end);
    const before = text.slice(0, this.start).split(/\r\n|[\r\n]/);
    this.line = before.length;
    this.column = (before.at(-1)?.length ?? 0) + 1;
  }
}

/** The status of the answer that an error of a client tells of; undefined: there is none. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

/** An error as the caller of a statement gets it. */
export function locatedIn(error: unknown, text: string): unknown {
  return error instanceof Refusal ? new SqlError(error, text) : error;
}
