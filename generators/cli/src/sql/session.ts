import { parse, type Statement, tokensOf } from '@plumbline/sql';
import type { Row, Sql } from '@plumbline/sql-engine';
import type { SqlInvocation } from '../command-line/invocation.ts';
import type { RowMode } from '../command-line/options.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import { coloursOf } from '../terminal/colours.ts';
import { errorText } from './error-text.ts';
import type { LoadedClient } from './load-client.ts';
import type { StatementText } from './statements.ts';
import { writeRows } from './write-rows.ts';

/** What statements are run with, one after another. */
export interface Session {
  readonly sql: Sql;
  /** Whether a statement may change something; of the engine, which is imported late. */
  readonly isMutation: (statement: Statement) => boolean;
  readonly client: LoadedClient;
  readonly host: Host;
  readonly invocation: Pick<SqlInvocation, 'write' | 'yes' | 'quiet' | 'maxRequests' | 'concurrency'>;
  /** Asks a person; null: nobody answers. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** How a person allows what changes something. */
  readonly allow: string;
  /** What can be set between statements. */
  readonly settings: Settings;
}

export interface Settings {
  mode: RowMode;
  isTimed: boolean;
  readonly values: Map<string, string>;
}

/** Where statements are taken from. */
export interface Script {
  readonly text: string;
  /** Null: typed. */
  readonly file: string | null;
}

/** No more calls are shown before a change. */
const SHOWN = 10;

/** Runs a statement, prints its rows or what is wrong, and tells whether it went well. */
export async function runStatement(
  { text: script, file }: Script,
  { start, end }: Pick<StatementText, 'start' | 'end'>,
  session: Session,
  signal: AbortSignal,
): Promise<boolean> {
  const { sql, host, invocation, settings, client } = session;
  const text = script.slice(start, end);
  const { maxRequests, concurrency, write } = invocation;
  const values = Object.fromEntries(settings.values);
  const options = { maxRequests, concurrency, values, signal, isReadOnly: !write };
  const colours = coloursOf(host.stderr, host.env);
  let began = performance.now();
  const answer = sql.run(text, options);
  try {
    if (!(await isAgreed(text, session, options))) {
      host.stderr.write('Not run.\n');
      return true;
    }
    // Nobody's thinking counts.
    began = performance.now();
    const columns = await answer.columns();
    const names = columns.map(({ name }) => name);
    let count: number | null = null;
    if (names.length === 0) await answer.toArray();
    else {
      const width = host.stdout.isTTY === true ? (host.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
      const isWhole = tokensOf(text)[0]?.upper === 'EXPLAIN';
      const style = { mode: settings.mode, colours: coloursOf(host.stdout, host.env), width, isWhole };
      count = await writeRows(names, valuesOf(answer, names), { style, host });
    }
    const seconds = settings.isTimed ? (performance.now() - began) / 1000 : null;
    const done = summaryOf({
      rows: count,
      calls: answer.outcomes.length,
      requests: answer.requests,
      seconds,
    });
    if (!invocation.quiet) host.stderr.write(`${colours.dim(done)}\n`);
    return true;
  } catch (error) {
    host.stderr.write(
      errorText(error, {
        script,
        start,
        file,
        allow: session.allow,
        credentials: client.credentials,
        colours,
        width: host.stderr.columns ?? 100,
        isDebugging: Boolean(host.env.PLUMBLINE_DEBUG),
      }),
    );
    const kept = answer.outcomes.filter(({ ok }) => ok).length;
    if (kept > 0) host.stderr.write(`  ${plural(kept, 'call')} before it went through, and stays.\n`);
    return false;
  }
}

/** Whether a statement may run: what changes something is asked for, where somebody answers. */
async function isAgreed(
  text: string,
  { ask, invocation: { write, yes }, sql, isMutation, host }: Session,
  options: Parameters<Sql['run']>[1],
): Promise<boolean> {
  const [statement] = parse(text).statements;
  if (statement === undefined || !isMutation(statement) || !write || yes || ask === null) return true;
  const rows = await explained(text, sql, options);
  const lines = rows.slice(0, SHOWN).map(({ request, note }) => {
    const more = typeof note === 'string' && note !== '' ? `  (${note})` : '';
    return `  ${printable(String(request))}${printable(more)}\n`;
  });
  if (rows.length > SHOWN) lines.push(`  and ${rows.length - SHOWN} more\n`);
  host.stderr.write(lines.join(''));
  return ask('Send this?');
}

const EXPLAIN = 'EXPLAIN ';

async function explained(text: string, sql: Sql, options: Parameters<Sql['run']>[1]) {
  try {
    return await sql.run(`${EXPLAIN}${text}`, options).toArray();
  } catch (error) {
    const isPlaced = error instanceof Error && 'start' in error && typeof error.start === 'number';
    // Its place in what was typed.
    throw isPlaced ? Object.assign(error, { start: Number(error.start) - EXPLAIN.length }) : error;
  }
}

async function* valuesOf(
  rows: AsyncIterable<Row>,
  names: readonly string[],
): AsyncGenerator<readonly unknown[]> {
  for await (const row of rows) yield names.map((name) => row[name]);
}

function summaryOf({
  rows,
  calls,
  requests,
  seconds,
}: {
  readonly rows: number | null;
  readonly calls: number;
  readonly requests: number;
  readonly seconds: number | null;
}): string {
  return [
    ...(rows === null ? [`${plural(calls, 'call')} done`] : [plural(rows, 'row')]),
    ...(requests === 0 ? [] : [plural(requests, 'request')]),
    ...(seconds === null ? [] : [`${seconds.toFixed(2)} s`]),
  ].join(', ');
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
