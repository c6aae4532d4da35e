import type { Catalogue } from '@plumbline/client-runtime';
import { parse, type Statement } from '@plumbline/sql';
import { Refusal, SqlError } from './refusal.ts';
import { runSelect } from './select/run-select.ts';
import { type ClientSource, contextOf, type SessionOptions } from './session.ts';
import { openStore, type ResultColumn } from './store/store.ts';

export interface RunOptions extends SessionOptions {
  /** What stands in place of the statement's templates, by name: `{{ userId }}` and `'<userId>'`. */
  readonly values?: { readonly [name: string]: unknown } | undefined;
}

/** A row of a result, by the names of its columns. */
export type Row = { readonly [column: string]: unknown };

/** A statement on its way; nothing is sent before it is iterated over. */
export interface Answer extends AsyncIterable<Row> {
  /** The result's columns; rejects as the statement does. */
  readonly columns: () => Promise<readonly ResultColumn[]>;
  /** All rows, as a list. */
  readonly toArray: () => Promise<readonly Row[]>;
  /** How many requests were sent up to now. */
  readonly requests: number;
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
    answerOf(text, client, catalogue, { ...options, ...own });
  const tagged = (strings: TemplateStringsArray, ...values: readonly unknown[]): Answer => {
    // Names that no template of the author's has.
    const names = values.map((_, i) => `:${i}`);
    const text = strings.map((part, i) => (i < names.length ? `${part}{{ ${names[i]} }}` : part)).join('');
    return run(text, { values: Object.fromEntries(values.map((value, i) => [names[i] ?? '', value])) });
  };
  return Object.assign(tagged, { run });
}

function answerOf(
  text: string,
  client: ClientSource,
  catalogue: Catalogue,
  { values = {}, ...options }: RunOptions,
): Answer {
  const tally = { requests: 0 };
  let known: readonly ResultColumn[] | null = null;

  async function* rows(): AsyncGenerator<Row> {
    const store = openStore();
    try {
      const statement = readStatement(text);
      if (statement.kind !== 'select') {
        throw new Refusal('not-supported', { message: 'Only SELECT runs.', hint: '', at: statement });
      }
      const context = contextOf(client, catalogue, {
        ...options,
        text,
        at: statement,
        values: new Map(Object.entries(values)),
        hinted: hintedIn(statement),
        store,
        tally,
      });
      const selection = await runSelect(statement.query, context);
      known = selection.columns;
      const names = known.map(({ name }) => name);
      for await (const row of selection.rows) yield rowOf(names, row);
    } catch (error) {
      throw error instanceof Refusal ? new SqlError(error, text) : error;
    } finally {
      store.close();
    }
  }

  return {
    [Symbol.asyncIterator]: rows,
    async toArray() {
      const all: Row[] = [];
      for await (const row of rows()) all.push(row);
      return all;
    },
    async columns() {
      const running = rows();
      if (known === null) await running.next();
      await running.return(undefined);
      return known ?? [];
    },
    get requests() {
      return tally.requests;
    },
  };
}

/** The only statement of a text. */
function readStatement(text: string): Statement {
  const { statements, problems } = parse(text);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new Refusal('syntax', {
      message: problem.message,
      hint: 'The statement is not read on.',
      at: problem,
    });
  }
  const [statement, next] = statements;
  if (statement === undefined || next !== undefined) {
    throw new Refusal('syntax', {
      message: next === undefined ? 'There is no statement.' : 'There are several statements.',
      hint: 'Run one at a time.',
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

/** By name; a name such as `__proto__` is one like any other. */
function rowOf(names: readonly string[], values: readonly unknown[]): Row {
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}
