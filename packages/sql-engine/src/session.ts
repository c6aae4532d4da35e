import {
  type Catalogue,
  type CatalogueResource,
  type ClientCore,
  type Method,
  observed,
  parsingBy,
  serverOf,
} from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { directoryOf } from './catalogue/directory.ts';
import { parseJson } from './json.ts';
import type { Outcome } from './outcome.ts';
import { Refusal } from './refusal.ts';
import type { RunContext } from './select/context.ts';
import type { Store } from './store/store.ts';
import type { Values } from './values.ts';

/** The client that statements are run with; or how one is made for the server variables that a statement binds. */
export type ClientSource = ClientCore | ((variables: { readonly [key: string]: unknown }) => ClientCore);

export interface SessionOptions {
  /** How many requests a statement may send; 1,000 unless said. */
  readonly maxRequests?: number | undefined;
  /** How often SQLite may look at a row, for a statement of several sources; 20,000,000 unless said. */
  readonly maxSteps?: number | undefined;
  /** How many requests may be on their way at once; 8 unless said. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Refuse statements that change something. */
  readonly isReadOnly?: boolean | undefined;
  /** Whether a statement of many rows goes on behind a call that fails: its outcome tells; `stop` unless said. */
  readonly onFailure?: 'stop' | 'continue' | undefined;
}

/** What is counted while a statement runs. */
export interface Tally {
  requests: number;
  rowsRead: number;
  readonly outcomes: Outcome[];
}

/** What a statement is run with. */
export function contextOf(
  source: ClientSource,
  catalogue: Catalogue,
  statement: {
    readonly text: string;
    readonly at: Span;
    readonly values: Values;
    readonly hinted: readonly string[];
    readonly store: Store;
    readonly tally: Tally;
    readonly signal: AbortSignal;
  } & SessionOptions,
): RunContext {
  const { text, at, values, hinted, store, tally, signal, maxRequests = 1000, concurrency = 8 } = statement;
  if (!(Number.isInteger(concurrency) && concurrency > 0)) {
    throw new TypeError(`\`concurrency\` is a whole number from 1, not ${concurrency}.`);
  }

  const counted = (client: ClientCore): ClientCore =>
    observed(parsingBy(client, parseJson), () => {
      tally.requests += 1;
      if (tally.requests <= maxRequests) return;
      tally.requests = maxRequests;
      throw new Refusal('too-many-requests', {
        message: `The statement has sent ${maxRequests} requests, and needs more.`,
        hint: 'Bind more parameters, set a LIMIT, or raise `maxRequests`.',
        at,
      });
    });

  const clients = new Map<string, ClientCore>();
  const clientFor = (variables: ReadonlyMap<string, unknown>): ClientCore => {
    const key = JSON.stringify([...variables]);
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = counted(clientOf(source, catalogue, variables, at));
    clients.set(key, client);
    return client;
  };

  const modules = new Map<CatalogueResource, ReturnType<CatalogueResource['load']>>();
  const functionOf = async (resource: CatalogueResource, call: string): Promise<Method> => {
    const loading = modules.get(resource) ?? resource.load();
    modules.set(resource, loading);
    const found = (await loading)[call];
    if (found === undefined)
      throw new TypeError(`The catalogue names a function ${call} that the client has not.`);
    return found;
  };

  return {
    text,
    values,
    directory: directoryOf(catalogue),
    store,
    clientFor,
    functionOf,
    concurrency,
    maxRequests,
    signal,
    hinted,
    onRows: (count) => {
      tally.rowsRead += count;
    },
    onOutcome: (outcome) => void tally.outcomes.push(outcome),
    goesOn: statement.onFailure === 'continue',
    isFatal: (error) => (error instanceof Refusal && error.code !== 'request') || signal.aborted,
  };
}

/** A client of the server that a statement names: nothing goes to one that the caller has not agreed to. */
function clientOf(
  source: ClientSource,
  { server }: Catalogue,
  variables: ReadonlyMap<string, unknown>,
  at: Span,
): ClientCore {
  if (typeof source === 'function') return source(Object.fromEntries(variables));
  const own = valuesIn(serverOf(source), server);
  for (const [name, value] of variables) {
    // A base URL of the caller's own stands for all servers.
    if (own === null || own.get(name) === undefined || own.get(name) === String(value)) continue;
    throw new Refusal('other-server', {
      message: `The statement is for ${name} \`${value}\`, and the client for \`${own.get(name)}\`.`,
      hint: 'Leave it out, or give `sqlFor` a function that makes a client for the variables.',
      at,
    });
  }
  return source;
}

/** The values of the variables in a URL; null: it was not made from the template. */
function valuesIn(url: string, template: string): ReadonlyMap<string, string> | null {
  const names: string[] = [];
  const pattern = template
    .replace(/\/$/, '')
    .split(/\{([^{}]+)\}/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      names.push(part);
      return '([^/]+?)';
    });
  const found = new RegExp(`^${pattern.join('')}$`).exec(url);
  return found && new Map(names.map((name, i) => [name, found[i + 1] ?? '']));
}
