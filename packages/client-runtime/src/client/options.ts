import type { HeaderValues } from './transport.ts';

/** What every generated client can be given. Its server variables and its credentials join them. */
export interface ClientOptions {
  /** The URL that paths are appended to, in place of every server of the spec: a custom domain, a mock, a proxy. */
  readonly baseUrl?: string | undefined;
  /** Sends a request; `globalThis.fetch` unless given. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers of every request; null takes one away. */
  readonly headers?: HeaderValues | undefined;
}

/** The parameter object of a method that has no parameters. */
export type NoParams = { readonly [key: string]: never };

/** What a single request can be given besides its parameters. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Headers of this request, over all others; null takes one away. */
  readonly headers?: HeaderValues | undefined;
}

/** Throws a TypeError that names the first key of `given` which `known` lacks. `what` is a plural noun. */
export function refuseUnknown(given: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const listed = known.map((key) => `\`${key}\``).join(', ') || 'there are none';
  throw new TypeError(`\`${unknown}\` is not among the ${what}: ${listed}.`);
}
