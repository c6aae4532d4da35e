import { locatedIn } from './refusal.ts';
import type { Selection } from './select/run-select.ts';
import type { Cells, Store } from './store/store.ts';

/** A row of a result, by the names of its columns. */
export type Row = { readonly [column: string]: unknown };

/** A statement that has begun, and the database that it is run with. */
export interface Begun extends Selection {
  readonly store: Store;
}

/** The rows of a statement, one by one; each batch is asked for when the one before has been taken. */
export class RowsInTurn implements AsyncIterableIterator<Row, undefined> {
  readonly #start: () => Promise<Begun>;
  readonly #text: string;
  readonly #stop: AbortController;
  #batch: readonly Cells[] = [];
  #next = 0;
  #rowOf: (cells: Cells) => Row = () => ({});
  /** What asks for batches, one after another. */
  #asking: Promise<unknown> | null = null;
  #batches: AsyncIterator<readonly Cells[]> | null = null;
  #store: Store | null = null;
  #isDone = false;

  /** `stop` ends what is on its way where the rows are left. */
  constructor(
    start: () => Promise<Begun>,
    { text, stop }: { readonly text: string; readonly stop: AbortController },
  ) {
    this.#start = start;
    this.#text = text;
    this.#stop = stop;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Row, undefined>> {
    const cells = this.#asking === null ? this.#batch[this.#next] : undefined;
    if (cells !== undefined) {
      this.#next += 1;
      return Promise.resolve({ done: false, value: this.#rowOf(cells) });
    }
    // Who asks twice at once is answered in turn.
    const asking = (this.#asking ?? Promise.resolve()).then(() => this.#advance());
    const settled = asking.then(
      () => {},
      () => {},
    );
    this.#asking = settled;
    void settled.then(() => {
      if (this.#asking === settled) this.#asking = null;
    });
    return asking;
  }

  /** Leaves the rows: requests on their way are given up. */
  async return(): Promise<IteratorResult<Row, undefined>> {
    this.#stop.abort();
    await this.#asking;
    await this.#end();
    return { done: true, value: undefined };
  }

  /** Those that have not been taken yet. */
  async toArray(): Promise<readonly Row[]> {
    const all: Row[] = [];
    for (;;) {
      const next = await this.next();
      if (next.done) return all;
      all.push(next.value);
      for (const cells of this.#batch.slice(this.#next)) all.push(this.#rowOf(cells));
      this.#next = this.#batch.length;
    }
  }

  async #advance(): Promise<IteratorResult<Row, undefined>> {
    try {
      while (!this.#isDone) {
        const cells = this.#batch[this.#next];
        if (cells !== undefined) {
          this.#next += 1;
          return { done: false, value: this.#rowOf(cells) };
        }
        this.#batches ??= await this.#begin();
        const batch = await this.#batches.next();
        if (batch.done) break;
        this.#batch = batch.value;
        this.#next = 0;
      }
    } catch (error) {
      await this.#end();
      throw locatedIn(error, this.#text);
    }
    await this.#end();
    return { done: true, value: undefined };
  }

  async #begin(): Promise<AsyncIterator<readonly Cells[]>> {
    const { columns, batches, store } = await this.#start();
    this.#rowOf = rowMaker(columns.map(({ name }) => name));
    this.#store = store;
    return batches[Symbol.asyncIterator]();
  }

  async #end(): Promise<void> {
    this.#isDone = true;
    this.#batch = [];
    try {
      await this.#batches?.return?.();
    } finally {
      this.#store?.close();
    }
  }
}

/** Makes rows of cells: a name such as `__proto__` is one like any other. */
function rowMaker(names: readonly string[]): (cells: Cells) => Row {
  if (names.includes('__proto__')) {
    return (cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  }
  return (cells) => {
    const row: { [column: string]: unknown } = {};
    for (const [i, name] of names.entries()) row[name] = cells[i];
    return row;
  };
}
