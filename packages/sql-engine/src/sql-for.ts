import type { Catalogue } from '@plumbline/client-runtime';
import { parse, type Statement } from '@plumbline/sql';
import { explainStatement, withoutExplain } from './explain/explain-statement.ts';
import type { Outcome } from './outcome.ts';
import { locatedIn, Refusal } from './refusal.ts';
import { type Begun, type Row, RowsInTurn } from './rows-in-turn.ts';
import { isMutation, runStatement } from './run-statement.ts';
import { type ClientSource, contextOf, type SessionOptions, type Tally } from './session.ts';
import { openStore, type ResultColumn } from './store/store.ts';
import { syntaxHint } from './syntax-hint.ts';

export interface RunOptions extends SessionOptions {
  /** What stands in place of the statement's templates, by name: `{{ userId }}` and `'<userId>'`. */
  readonly values?: { readonly [name: string]: unknown } | undefined;
}

/**
 * A statement on its way: it is sent once, when it is iterated over, or asked for its rows or columns. What is not taken is
 * not asked of the provider, and what is on its way when the rows are left is given up. Its rows can be taken once.
 */
export interface Answer extends AsyncIterable<Row> {
  /** The result's columns. */
  readonly columns: () => Promise<readonly ResultColumn[]>;
  /** All rows, as a list: of a statement that returns none, once all of it is done. */
  readonly toArray: () => Promise<readonly Row[]>;
  /** How many requests were sent up to now. */
  readonly requests: number;
  /** How many rows the provider answered with up to now, those that SQLite leaves out too. */
  readonly rowsRead: number;
  /** What became of the calls up to now, of a statement that changes something: one for each row. */
  readonly outcomes: readonly Outcome[];
}

/** Runs SQL through a client: as a template whose values are bound, never pasted, or as text. */
export interface Sql {
  (strings: TemplateStringsArray, ...values: readonly unknown[]): Answer;
  readonly run: (text: string, options?: RunOptions) => Answer;
}

/**
 * Makes what runs SQL on a provider through its client. Answers reject with a {@link SqlError} where a statement cannot be
 * run, and with the client's errors where a request fails.
 */
export function sqlFor(client: ClientSource, catalogue: Catalogue, options: SessionOptions = {}): Sql {
  const run = (text: string, own: RunOptions = {}): Answer =>
    answerOf(text, { client, catalogue }, { ...options, ...own });
  const tagged = (strings: TemplateStringsArray, ...values: readonly unknown[]): Answer => {
    // Names that no template of the author's has.
    const names = values.map((_, i) => `:${i}`);
    const text = strings.map((part, i) => (i < names.length ? `${part}{{ ${names[i]} }}` : part)).join('');
    return run(text, { values: Object.fromEntries(values.map((value, i) => [names[i] ?? '', value])) });
  };
  return Object.assign(tagged, { run });
}

interface Home {
  readonly client: ClientSource;
  readonly catalogue: Catalogue;
}

function answerOf(text: string, home: Home, options: RunOptions): Answer {
  const tally: Tally = { requests: 0, rowsRead: 0, outcomes: [] };
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  let running: Promise<Begun> | null = null;
  let isTaken = false;
  const start = (): Promise<Begun> => {
    running ??= begin(text, home, { ...options, tally, signal });
    return running;
  };
  const rows = (): RowsInTurn => {
    if (isTaken) throw new TypeError('The rows of an answer can be taken once; run the statement again.');
    isTaken = true;
    return new RowsInTurn(start, { text, stop });
  };

  return {
    [Symbol.asyncIterator]: rows,
    toArray: async () => rows().toArray(),
    columns: async () => (await start()).columns,
    get requests() {
      return tally.requests;
    },
    get rowsRead() {
      return tally.rowsRead;
    },
    get outcomes() {
      return tally.outcomes;
    },
  };
}

async function begin(
  text: string,
  { client, catalogue }: Home,
  { values = {}, ...options }: RunOptions & { readonly tally: Tally; readonly signal: AbortSignal },
): Promise<Begun> {
  const store = openStore({ maxSteps: options.maxSteps ?? 20_000_000 });
  try {
    const plain = withoutExplain(text);
    const statement = readStatement(plain ?? text);
    if (options.isReadOnly && plain === null && isMutation(statement)) {
      throw new Refusal('not-writable', {
        message: `${statement.kind.toUpperCase()} changes something at the provider, which is not allowed here.`,
        hint: 'Allow it, if it is meant.',
        at: statement,
      });
    }
    const hinted = hintedIn(statement);
    const given = new Map(Object.entries(values));
    const context = contextOf(client, catalogue, {
      ...options,
      text,
      at: statement,
      values: given,
      hinted,
      store,
    });
    const run = plain === null ? runStatement : explainStatement;
    return { ...(await run(statement, context)), store };
  } catch (error) {
    store.close();
    throw locatedIn(error, text);
  }
}

/** The only statement of a text. */
function readStatement(text: string): Statement {
  const { statements, problems } = parse(text);
  const [problem] = problems;
  if (problem !== undefined) {
    const { message } = problem;
    throw new Refusal('syntax', { message, hint: syntaxHint(text, problem), at: problem });
  }
  const [statement, next] = statements;
  if (statement === undefined || next !== undefined) {
    throw new Refusal('syntax', {
      message: next === undefined ? 'There is no statement.' : 'There are several statements.',
      hint: next === undefined ? '' : 'Run one at a time.',
      at: next ?? { start: 0, end: 0 },
    });
  }
  return statement;
}

/** `/*+ METHOD(list_users) *\/` */
function hintedIn({ hints }: Statement): readonly string[] {
  return hints.flatMap(({ text }) =>
    [...text.matchAll(/\bMETHOD\s*\(([^()]*)\)/gi)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    ),
  );
}
