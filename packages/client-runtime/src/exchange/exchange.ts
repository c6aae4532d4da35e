import type { Secrets } from '../client/auth.ts';
import { type Hooks, tell } from '../client/hooks.ts';
import type { RequestOptions } from '../client/options.ts';
import type { Fetch } from '../client/transport.ts';
import type { Descriptor, Security } from '../descriptor.ts';
import type { Params } from '../request/parameters.ts';
import { ConnectionError, lackOf, type RequestFacts } from '../response/errors.ts';
import type { Gate } from './at-most.ts';
import { delayAfter, type RateLimit, type RetryPolicy, withRetry } from './retry.ts';
import { within } from './waiting.ts';

/** What a client brings to every exchange. */
export interface Sender {
  readonly fetch: Fetch;
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
 * Sends what an order asks for. `make` makes the request anew for each attempt; `isOneWay`: its body can be sent only
 * once.
 */
export type Exchange = (order: Order, make: () => Request, isOneWay?: boolean) => Promise<Response>;

const atOnce: Gate = (task) => task();

/**
 * Sends a request with its credentials, as often as its policy has it, and gives the answer, of whatever status. Rejects
 * with a `ConnectionError` or `TimeoutError` where there is no answer, and as it comes with the reason of the request's
 * signal and with what a hook or a credential throws.
 */
export const exchange: Exchange = async (order, make, isOneWay) => {
  const { client, facts, descriptor, options } = order;
  const { concurrency: gate = atOnce, fetch, listeners, rateLimit } = client;
  const { timeout = client.timeout } = options;
  const { attempts, maxDelay, methods, statuses } = withRetry(options.retry, client.policy, facts.method);
  const last = isOneWay || !methods.includes(facts.method) ? 1 : attempts;
  let secrets = await client.secrets(descriptor.security);
  let isRenewable = !isOneWay;

  for (let attempt = 1; ; attempt++) {
    let request = make();
    const { signal } = request;
    signal.throwIfAborted();
    for (const [scheme, secret] of secrets) request = scheme.by(request, secret, scheme);
    const event = { ...facts, attempt, request };
    await tell(listeners, 'onRequest', event);
    let response: Response | undefined;
    let failure: Error | undefined;
    try {
      response = await gate(() =>
        timeout === undefined
          ? fetch(request)
          : within(facts, timeout, signal, (ending) =>
              fetch(new Request(request, { signal: ending } as RequestInit)),
            ),
      );
    } catch (cause) {
      failure = lackOf(ConnectionError, facts, cause);
      if (signal.aborted) throw cause;
    }
    if (response) await tell(listeners, 'onResponse', { ...event, response });

    if (response?.status === 401 && isRenewable) {
      isRenewable = false;
      const old = secrets;
      secrets = await client.secrets(descriptor.security, old);
      if (JSON.stringify(secrets) !== JSON.stringify(old)) continue;
    }
    const mayPass = attempt < last && (!response || statuses.includes(response.status));
    const delay = mayPass && delayAfter(response, attempt, maxDelay, rateLimit);
    if (delay === false || delay > maxDelay) {
      if (response) return response;
      throw failure;
    }
    await tell(listeners, 'onRetry', { ...event, delay, reason: (response ?? failure) as Response | Error });
    await response?.body?.cancel();
    await within(facts, delay, signal, () => new Promise(() => {})).catch(() => {});
  }
};
