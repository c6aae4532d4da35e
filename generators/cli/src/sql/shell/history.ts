import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, type Statement, type Token, tokensOf } from '@plumbline/sql';
import { makeFolders } from '../../output/make-folders.ts';

/** So many statements are remembered. */
const KEPT = 1000;

type Environment = { readonly [name: string]: string | undefined };

/** Where the statements of earlier shells are (XDG Base Directory Specification); null: nowhere. */
export function historyFile(env: Environment): string | null {
  const home = env.HOME ?? env.USERPROFILE;
  const state = env.XDG_STATE_HOME || env.LOCALAPPDATA || (home ? join(home, '.local', 'state') : null);
  return state === null ? null : join(state, 'plumbline', 'sql-history');
}

/** The statements of earlier shells, the latest first, as readline has them. */
export function readHistory(file: string | null): readonly string[] {
  if (file === null) return [];
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const kept = lines.slice(-KEPT);
    if (lines.length > 2 * KEPT) writeFileSync(file, `${kept.join('\n')}\n`, { mode: 0o600 });
    return [...new Set(kept.reverse())];
  } catch {
    // There is none yet, or it is not ours to read.
    return [];
  }
}

/** Adds a statement; only the user may read the file. A shell works without, too. */
export function appendHistory(file: string | null, line: string): void {
  if (file === null) return;
  try {
    makeFolders(dirname(file), 0o700);
    appendFileSync(file, `${line}\n`, { mode: 0o600 });
  } catch {
    // A home that cannot be written to.
  }
}

/** A statement on one line, without line comments; null where a string of it has several. */
export function oneLine(text: string): string | null {
  let line = '';
  let end = 0;
  for (const token of tokensOf(text)) {
    const said = token.comments.flatMap(({ style, start, end: to }) =>
      style === 'line' ? [] : text.slice(start, to),
    );
    if (line !== '' && token.start > end) line += ' ';
    for (const one of said) line += `${one} `;
    line += text.slice(token.start, token.end);
    end = token.end;
  }
  const trimmed = line.trim();
  return /[\r\n]/.test(trimmed) ? null : trimmed;
}

/**
 * Whether a statement may be written down: what changes something may hold a password or a token, and what cannot be read
 * may hold anything.
 */
export function isForFile(text: string, isMutation: (statement: Statement) => boolean): boolean {
  const { statements, problems } = parse(withoutExplain(text, tokensOf(text)));
  return problems.length === 0 && statements.length > 0 && !statements.some(isMutation);
}

function withoutExplain(text: string, [first]: readonly Token[]): string {
  return first?.upper === 'EXPLAIN' ? text.slice(first.end) : text;
}
