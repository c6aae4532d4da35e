import type { Secrets } from '../client/auth.ts';
import { type Hooks, tell } from '../client/hooks.ts';
import type { RequestOptions } from '../client/options.ts';
import type { Descriptor, Security } from '../descriptor.ts';
import type { Params } from '../request/parameters.ts';
import { lackOf, RequestError, type RequestFacts } from '../response/errors.ts';
import type { Gate } from './at-most.ts';
import { type Draft, requestOf } from './draft.ts';
import { askedSeconds, type RateLimit, type RetryPolicy, withRetry } from './retry.ts';
import { within } from './waiting.ts';

/** What a client brings to every exchange. */
export interface Sender {
  readonly fetch: (input: string | Request, init?: RequestInit) => Promise<Response>;
  /** Whether hooks, or a `fetch` of the caller's, are to see a `Request`. */
  readonly isWatched: boolean;
  readonly concurrency?: Gate | undefined;
  readonly timeout?: number | undefined;
  readonly policy: RetryPolicy;
  readonly listeners: readonly (Hooks | undefined)[];
  readonly rateLimit?: RateLimit | undefined;
  /** The secrets that a request needs; `rejected` are those that a server did not take. */
  readonly secrets: (security: Security | undefined, rejected?: Secrets) => Promise<Secrets>;
}

/** A method, or another operation, called with options. */
export interface Order {
  readonly client: Sender;
  readonly facts: RequestFacts;
  readonly descriptor: Descriptor;
  readonly options: RequestOptions;
  /** Of a method. */
  readonly params?: Params;
}

/**
 * Sends what an order asks for. `drafted` drafts the request anew for each attempt; `isOneWay`: its body can be sent only
 * once.
 */
export type Exchange = (order: Order, drafted: () => Draft, isOneWay?: boolean) => Promise<Response>;

/**
 * Sends a request with its credentials, as often as its policy has it, and gives the answer, of whatever status. Rejects
 * with a `ConnectionError` or `TimeoutError` where there is no answer, and as it comes with the reason of the request's
 * signal and with what a hook or a credential throws.
 */
export const exchange: Exchange = async ({ client, facts, descriptor, options }, drafted, isOneWay) => {
  const { concurrency: gate = (task) => task(), isWatched, listeners } = client;
  const { timeout = client.timeout } = options;
  const { attempts, maxDelay, methods, statuses } = withRetry(options.retry, client.policy, facts.method);
  const last = isOneWay || !methods.includes(facts.method) ? 1 : attempts;
  let secrets = await client.secrets(descriptor.security);
  let isRenewable = !isOneWay;

  for (let attempt = 1; ; attempt++) {
    const draft = drafted();
    const { signal } = draft;
    signal?.throwIfAborted();
    for (const [scheme, secret] of secrets) scheme.by(draft, secret, scheme);
    const request = isWatched || isOneWay || draft.request ? requestOf(draft) : undefined;
    const send = (ending?: AbortSignal) => {
      if (request) return client.fetch(ending ? new Request(request, { signal: ending }) : request);
      return client.fetch(draft.url, ending ? { ...draft, signal: ending } : draft);
    };
    const event = { ...facts, attempt, request: request as Request };
    if (isWatched) await tell(listeners, 'onRequest', event);
    let reason: Response | RequestError;
    try {
      reason = await gate(() => (timeout === undefined ? send() : within(facts, timeout, signal, send)));
    } catch (cause) {
      if (signal?.aborted) throw cause;
      // What no request can hold, fetch tells as it does a lost connection; `Request` throws for it.
      reason = lackOf(facts, cause, (request ?? requestOf(draft)).url);
    }
    const response = reason instanceof RequestError ? undefined : reason;
    if (response && isWatched) await tell(listeners, 'onResponse', { ...event, response });

    if (response?.status === 401 && isRenewable) {
      isRenewable = false;
      const old = JSON.stringify(secrets);
      secrets = await client.secrets(descriptor.security, secrets);
      if (JSON.stringify(secrets) !== old) continue;
    }
    if (attempt < last && (!response || statuses.includes(response.status))) {
      // What the answer asks for, else full jitter under a bound that doubles from 1 s.
      const asked = response && askedSeconds(response, client.rateLimit);
      const delay = 1000 * (asked ?? Math.random() * Math.min(maxDelay / 1000, 2 ** attempt / 2));
      if (delay <= maxDelay) {
        await tell(listeners, 'onRetry', { ...event, delay, reason });
        await response?.body?.cancel();
        await within(facts, delay, signal, () => new Promise(() => {})).catch(() => {});
        continue;
      }
    }
    if (response) return response;
    throw reason;
  }
};
