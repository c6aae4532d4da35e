import { tokensOf } from '@plumbline/sql';
import type { Answer, Outcome, Row } from '@plumbline/sql-engine';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import { coloursOf } from '../terminal/colours.ts';
import { isAgreed } from './agree.ts';
import { textOf } from './cells.ts';
import { count } from './count.ts';
import { type ErrorContext, errorText, failureLine } from './error-text.ts';
import type { Script, Session } from './session.ts';
import { type StatementProgress, statementProgress } from './statement-progress.ts';
import type { StatementText } from './statements.ts';
import { writeRows } from './write-rows.ts';

/** No more calls that failed are shown. */
const SHOWN = 10;

/** Runs a statement, prints its rows or what is wrong, and tells whether it went well. */
export async function runStatement(
  { text: script, file }: Script,
  { start, end }: Pick<StatementText, 'start' | 'end'>,
  session: Session,
  signal: AbortSignal,
): Promise<boolean> {
  const { sql, host, invocation, settings, traffic } = session;
  const text = script.slice(start, end);
  const { maxRequests, maxSteps, concurrency, onFailure } = settings;
  const values = Object.fromEntries(settings.values);
  const options = {
    maxRequests,
    maxSteps,
    onFailure,
    concurrency,
    values,
    signal,
    isReadOnly: !invocation.write,
  };
  const colours = coloursOf(host.stderr, host.env);
  const context: ErrorContext = {
    ...session,
    script,
    start,
    file,
    credentials: session.client.credentials,
    env: host.env,
    colours,
    width: host.stderr.columns ?? 100,
    isDebugging: Boolean(host.env.PLUMBLINE_DEBUG),
  };
  const answer = sql.run(text, options);
  let progress: StatementProgress | null = null;
  try {
    if (!(await isAgreed(text, session, options))) {
      host.stderr.write('Not run.\n');
      return true;
    }
    // Nobody's thinking counts.
    const began = performance.now();
    progress = statementProgress(answer, { host, traffic, quiet: invocation.quiet });
    const [verb, subject] = tokensOf(text).map(({ upper }) => upper);
    const rows = await printRows(answer, session, {
      isWhole: verb === 'EXPLAIN',
      isText: verb === 'SHOW' && subject === 'INSERT' && settings.mode === 'table',
      beforeRows: progress.end,
    });
    progress.end();
    const failed = answer.outcomes.filter((outcome) => !outcome.ok);
    host.stderr.write(failuresText(failed, answer.outcomes.length, context));
    const done = [
      ...(rows === null ? [`${count(answer.outcomes.length - failed.length, 'call')} done`] : []),
      ...(failed.length === 0 ? [] : [`${failed.length.toLocaleString('en')} failed`]),
      ...(rows === null ? [] : [count(rows, 'row')]),
      ...(answer.requests === 0 ? [] : [count(answer.requests, 'request')]),
      ...(settings.isTimed ? [`${((performance.now() - began) / 1000).toFixed(2)} s`] : []),
    ].join(', ');
    if (!invocation.quiet) host.stderr.write(`${colours.dim(done)}\n`);
    return failed.length === 0;
  } catch (error) {
    progress?.end();
    host.stderr.write(
      signal.aborted ? cancelledText(answer) : `${errorText(error, context)}${keptText(answer, session)}`,
    );
    return false;
  }
}

/** Prints the rows of an answer, and counts them; null: it is no query. */
async function printRows(
  answer: Answer,
  { host, settings }: Session,
  {
    isWhole,
    isText,
    beforeRows,
  }: {
    readonly isWhole: boolean;
    /** Whether the last column is to be copied, and stands for all. */
    readonly isText: boolean;
    readonly beforeRows: () => void;
  },
): Promise<number | null> {
  const names = (await answer.columns()).map(({ name }) => name);
  if (names.length === 0) {
    await answer.toArray();
    return null;
  }
  const { stdout } = host;
  if (isText) {
    const texts = (await answer.toArray()).map((row) => textOf(row[names.at(-1) ?? '']));
    for (const text of texts) stdout.write(`${text.split('\n').map(printable).join('\n')}\n`);
    return texts.length;
  }
  const isTTY = stdout.isTTY === true;
  const width = isTTY ? (stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
  const style = { mode: settings.mode, colours: coloursOf(stdout, host.env), width, isWhole };
  // On the same terminal, the rows are the progress.
  const seen: Pick<Host, 'stdout' | 'isUnread'> = {
    stdout: {
      isTTY,
      write(rows) {
        if (isTTY) beforeRows();
        return stdout.write(rows);
      },
    },
    get isUnread() {
      return host.isUnread === true;
    },
  };
  return writeRows(names, valuesOf(answer, names), { style, host: seen });
}

async function* valuesOf(
  rows: AsyncIterable<Row>,
  names: readonly string[],
): AsyncGenerator<readonly unknown[]> {
  for await (const row of rows) yield names.map((name) => row[name]);
}

/** The calls that failed while others went on. */
function failuresText(failed: readonly Outcome[], all: number, context: ErrorContext): string {
  const [only] = failed;
  if (all === 1 && only?.ok === false) return errorText(only.error, context);
  const lines = failed.slice(0, SHOWN).map((outcome) => failureLine(outcome, context));
  if (failed.length > SHOWN) lines.push(`  and ${(failed.length - SHOWN).toLocaleString('en')} more\n`);
  return lines.join('');
}

/** What stays of a statement that failed half-way. */
function keptText({ outcomes }: Answer, { optionName }: Session): string {
  const kept = outcomes.filter(({ ok }) => ok).length;
  if (kept === 0) return '';
  const stay = kept === 1 ? 'stays' : 'stay';
  return `  ${count(kept, 'call')} before it went through, and ${stay}. \`${optionName('on-failure')} continue\` goes on behind a failure.\n`;
}

function cancelledText({ requests, outcomes }: Answer): string {
  const kept = outcomes.filter(({ ok }) => ok).length;
  const calls = kept === 0 ? '' : `; ${count(kept, 'call')} went through`;
  return `Cancelled after ${count(requests, 'request')}${calls}.\n`;
}
