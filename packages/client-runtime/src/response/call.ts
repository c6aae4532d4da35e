import { ApiError } from './errors.ts';
import type { Outcome, Success } from './outcome.ts';

/** What a call is made of. */
export interface CallParts {
  readonly answer: Promise<Success<number | string, unknown>>;
  /** The failures that `.result()` tells: numbers, ranges such as `'4XX'`, and `'default'`. */
  readonly failures: readonly (number | string)[];
}

/**
 * A request on its way. Awaiting it gives the decoded body; {@link withResponse} gives status and headers too. It
 * rejects with an `ApiError` where the answer is no success, with a `ConnectionError`, `TimeoutError` or `AbortError`
 * where there is none, with a `DecodeError` where it cannot be read, and with a TypeError where it could not be sent.
 */
export class Call<Data, Result = Outcome<Data>> implements Promise<Data> {
  readonly #parts: CallParts;

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  declare readonly [Symbol.toStringTag]: string;

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited
  then<A = Data, B = never>(
    onFulfilled?: ((data: Data) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#parts.answer.then(({ data }) => data as Data).then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Data | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data> {
    return this.then().finally(onFinally);
  }

  /** The decoded body together with the answer: its status, headers and URL. */
  withResponse(): Promise<Extract<Result, { readonly ok: true }>> {
    return this.#parts.answer as Promise<unknown> as Promise<Extract<Result, { readonly ok: true }>>;
  }

  /** Whatever the method declares, failures too, told by `status`. Rejects with any other error, as awaiting does. */
  result(): Promise<Result> {
    const { answer, failures } = this.#parts;
    return answer.catch((error) => {
      if (error instanceof ApiError) {
        const { status: number, body, headers, response } = error;
        const range = `${String(number)[0]}XX`;
        const status = [number, range, 'default'].find((key) => failures.includes(key));
        if (status) return { status, ok: false, error: body, headers, response };
      }
      throw error;
    }) as Promise<Result>;
  }
}
