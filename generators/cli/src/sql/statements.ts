import type { Token } from '@plumbline/sql';

/** A statement of a script, or what may become one. */
export interface StatementText {
  /** Offsets into the script. The semicolon is not part of it. */
  readonly start: number;
  readonly end: number;
  /** Whether a semicolon ends it. */
  readonly isClosed: boolean;
}

/** Splits a script at its semicolons: those in strings, names, comments and templates are none. */
export function statementsIn(tokens: readonly Token[]): readonly StatementText[] {
  const found: StatementText[] = [];
  let start: number | null = null;
  let end = 0;
  for (const { kind, text, start: from, end: to, comments } of tokens) {
    const isSemicolon = kind === 'symbol' && text === ';';
    if (start !== null && (isSemicolon || kind === 'end')) {
      found.push({ start, end, isClosed: isSemicolon });
      start = null;
    } else if (!isSemicolon && kind !== 'end') {
      // A hint in front belongs to it.
      start ??= comments[0]?.start ?? from;
      end = to;
    }
  }
  return found;
}
