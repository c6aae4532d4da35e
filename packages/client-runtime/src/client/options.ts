import type { Gate } from '../exchange/at-most.ts';
import type { RetryOptions } from '../exchange/retry.ts';
import type { Hooks } from './hooks.ts';
import type { Fetch, HeaderValues } from './transport.ts';

/** What a client can be given, and a single request instead of it. */
export interface SharedOptions {
  /** Headers of every request; null takes one away. Those of a request stand over those of the client. */
  readonly headers?: HeaderValues | undefined;
  /** Milliseconds that one attempt may take until its answer begins; unless given, as long as the platform waits. */
  readonly timeout?: number | undefined;
  /** Milliseconds that a call may take in all: its attempts, the waits between them, and reading the answer. */
  readonly totalTimeout?: number | undefined;
  /** Whether and how requests are sent again; false: never. On a single request true: although its method is not idempotent. */
  readonly retry?: boolean | RetryOptions | undefined;
}

/** What every generated client can be given. Its server variables and its credentials join them. */
export interface ClientOptions extends SharedOptions, Hooks {
  /** The URL that paths are appended to, in place of every server of the spec: a custom domain, a mock, a proxy. */
  readonly baseUrl?: string | undefined;
  /** Sends a request; `globalThis.fetch` unless given. It must heed the request's `signal`. */
  readonly fetch?: Fetch | undefined;
  /** How many requests may be in flight at once: `atMost(10)`. */
  readonly concurrency?: Gate | undefined;
  /** Told of all that the hooks are: `logTo(console)`. */
  readonly logger?: Hooks | undefined;
  /** The `User-Agent`, in place of the client's own; browsers keep theirs. */
  readonly userAgent?: string | undefined;
}

/** The parameter object of a method that has no parameters. */
export type NoParams = { readonly [key: string]: never };

/** What a single request can be given besides its parameters. */
export interface RequestOptions extends SharedOptions {
  /** Ends the call at once, whatever it is waiting for. */
  readonly signal?: AbortSignal | undefined;
}

/** Throws a TypeError that names what has a value that it cannot have, and where. */
export function refuse(what: string, value: unknown, where: string): never {
  throw new TypeError(`The ${what} cannot be ${JSON.stringify(value)} in ${where}.`);
}

/** Throws a TypeError that names the first key of `given` which `known` lacks. `what` is a plural noun. */
export function refuseUnknown(given: object, known: readonly string[], what: string): void {
  for (const key in given) {
    if (!known.includes(key)) {
      throw new TypeError(`\`${key}\` is not among the ${what}: \`${known.join('`, `')}\`.`);
    }
  }
}
