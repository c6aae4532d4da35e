import type { RequestFacts } from '../response/errors.ts';

/** A request on its way, credentials included. */
export interface RequestEvent extends RequestFacts {
  /** 1 for the first. */
  readonly attempt: number;
  /**
   * As it is sent: what a hook changes of its headers goes out. Where it is sent again, it may bear these changes already:
   * set headers, rather than append to them.
   */
  readonly request: Request;
}

/** An answer of any status, its body still unread: read a clone. */
export interface ResponseEvent extends RequestEvent {
  readonly response: Response;
}

/** A request that is about to wait and be sent again. */
export interface RetryEvent extends RequestEvent {
  /** Milliseconds. */
  readonly delay: number;
  /** What there was in place of a success. */
  readonly reason: Response | Error;
}

/** A call of a method that failed for good. */
export interface ErrorEvent extends RequestFacts {
  readonly error: unknown;
}

/** The first call of a method that its provider would have nobody use. */
export type DeprecationEvent = RequestFacts;

/** Told of what happens; each is awaited, and what it throws rejects the call. */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
  readonly onError?: ((event: ErrorEvent) => void | Promise<void>) | undefined;
  readonly onDeprecated?: ((event: DeprecationEvent) => void | Promise<void>) | undefined;
}

type Listener = { readonly [name in keyof Hooks]: (event: unknown) => unknown };

/** Calls one hook of each listener, one after the other. */
export async function tell<Name extends keyof Hooks>(
  listeners: readonly (Hooks | undefined)[],
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
): Promise<void> {
  for (const listener of listeners as readonly (Listener | undefined)[]) {
    // Nothing is awaited where nobody listens: that would cost each request some turns of the loop.
    if (listener?.[name]) await listener[name](event);
  }
}
