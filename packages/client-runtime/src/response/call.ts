/** A success: its decoded body, and the answer that bore it. */
export interface WithResponse<T> {
  readonly data: T;
  readonly response: Response;
}

/**
 * A request on its way. Awaiting it gives the decoded body; {@link withResponse} gives status and headers too. It
 * rejects with an `ApiError` where the answer is no success.
 */
export class Call<T> implements Promise<T> {
  readonly #outcome: Promise<WithResponse<T>>;

  constructor(outcome: Promise<WithResponse<T>>) {
    this.#outcome = outcome;
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited
  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#outcome.then(({ data }) => data).then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally);
  }

  /** The decoded body together with the answer: its status, headers and URL. The answer's own body is read already. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#outcome;
  }
}
