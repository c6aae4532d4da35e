import { parse } from '@plumbline/sql';
import type { RunOptions, Sql } from '@plumbline/sql-engine';
import { printable } from '../report/printable.ts';
import { textOf } from './cells.ts';
import type { Session } from './session.ts';

/** No more calls are shown before a change. */
const SHOWN = 10;

/** Whether a statement may run: what changes something is asked for, where somebody answers. */
export async function isAgreed(
  text: string,
  { ask, invocation: { write, yes }, sql, isMutation, host }: Session,
  options: RunOptions,
): Promise<boolean> {
  const [statement] = parse(text).statements;
  if (statement === undefined || !isMutation(statement) || !write || yes || ask === null) return true;
  const rows = await explained(text, sql, options);
  const width = host.stderr.columns ?? 100;
  const lines = rows.slice(0, SHOWN).map(({ request, body, note }) => {
    const more = typeof note === 'string' && note !== '' ? `  (${note})` : '';
    const sent = body === null || body === undefined ? '' : ` ${textOf(body)}`;
    const line = printable(`  ${String(request)}${more}${sent}`);
    return `${line.length > width ? `${line.slice(0, width - 1)}…` : line}\n`;
  });
  if (rows.length > SHOWN) lines.push(`  and ${rows.length - SHOWN} more\n`);
  host.stderr.write(lines.join(''));
  return ask('Send this?');
}

const EXPLAIN = 'EXPLAIN ';

async function explained(text: string, sql: Sql, options: RunOptions) {
  try {
    return await sql.run(`${EXPLAIN}${text}`, options).toArray();
  } catch (error) {
    const isPlaced = error instanceof Error && 'start' in error && typeof error.start === 'number';
    // Its place in what was typed.
    throw isPlaced ? Object.assign(error, { start: Number(error.start) - EXPLAIN.length }) : error;
  }
}
