import type { CatalogueResource, ClientCore, Method } from '@plumbline/client-runtime';
import type { Directory } from '../catalogue/directory.ts';
import type { Outcome } from '../outcome.ts';
import type { Store } from '../store/store.ts';
import type { Values } from '../values.ts';

/** What running a statement needs. */
export interface RunContext {
  /** The statement's text, and that of all around it. */
  readonly text: string;
  readonly values: Values;
  readonly directory: Directory;
  readonly store: Store;
  /** The client that counts requests, and stops where there are too many; `variables`: the server's, as bound. */
  readonly clientFor: (variables: ReadonlyMap<string, unknown>) => ClientCore;
  readonly functionOf: (resource: CatalogueResource, call: string) => Promise<Method>;
  readonly concurrency: number;
  readonly maxRequests: number;
  /** Ends requests and the reading of rows: the caller's, or that nobody takes the rows any more. */
  readonly signal: AbortSignal;
  /** Methods that hints of the statement prefer. */
  readonly hinted: readonly string[];
  /** Told how many rows a page had. */
  readonly onRows: (count: number) => void;
  /** Told of each call of a statement that changes something. */
  readonly onOutcome: (outcome: Outcome) => void;
  /** Whether a call that fails leaves the others to be tried. */
  readonly goesOn: boolean;
  /** Whether after this error nothing can be tried. */
  readonly isFatal: (error: unknown) => boolean;
}
