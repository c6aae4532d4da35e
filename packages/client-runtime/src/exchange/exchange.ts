import type { Secrets } from '../client/auth.ts';
import { type Hooks, tell } from '../client/hooks.ts';
import type { SharedOptions } from '../client/options.ts';
import type { Fetch } from '../client/transport.ts';
import type { Security } from '../descriptor.ts';
import { ConnectionError, lackOf, type RequestFacts } from '../response/errors.ts';
import type { Gate } from './at-most.ts';
import { delayAfter, type RateLimit, type RetryPolicy, withRetry } from './retry.ts';
import { sleep, withTimeout } from './waiting.ts';

/** What a client brings to every exchange. */
export interface Sender {
  readonly fetch: Fetch;
  readonly concurrency?: Gate | undefined;
  readonly timeout?: number | undefined;
  readonly policy: RetryPolicy;
  readonly listeners: readonly Hooks[];
  readonly config: { readonly rateLimit?: RateLimit };
  /**
   * The secrets that a request needs: a promise where functions are asked for them, which may then be asked again;
   * `rejected` are those that a server did not take.
   */
  readonly secrets: (security: Security | undefined, rejected?: Secrets) => Secrets | Promise<Secrets>;
}

/** What a single exchange is told besides its request. */
export interface Errand {
  readonly facts: RequestFacts;
  readonly security?: Security | undefined;
  readonly options: SharedOptions;
  /** Its body can be sent only once. */
  readonly isOneWay?: boolean;
}

/**
 * Sends a request with its credentials, as often as its policy has it, and gives the answer, of whatever status. Rejects
 * with a `ConnectionError` or `TimeoutError` where there is none, and as it comes with the reason of the request's
 * signal and with what a hook or a credential throws.
 */
export async function exchange(request: Request, sender: Sender, errand: Errand): Promise<Response> {
  const { facts, security, options, isOneWay } = errand;
  const { listeners, config } = sender;
  const { method, signal } = request;
  const policy = withRetry(options.retry, sender.policy, method);
  const attempts = isOneWay || !policy.methods.includes(method) ? 1 : policy.attempts;
  const asked = sender.secrets(security);
  let isRenewable = asked instanceof Promise && !isOneWay;
  let secrets = await asked;
  // A body that may have to be sent again is kept.
  const needsCopy = (isRenewable || attempts > 1) && request.body !== null;

  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    let sent = needsCopy ? request.clone() : request;
    for (const [scheme, secret] of secrets) sent = scheme.by(sent, secret, scheme);
    const event = { ...facts, attempt, request: sent };
    await tell(listeners, 'onRequest', event);
    const outcome = await sendOnce(sent, sender, options).catch((cause) => {
      if (signal.aborted) throw cause;
      return lackOf(ConnectionError, facts, cause);
    });
    const isAnswer = !(outcome instanceof Error);
    if (isAnswer) await tell(listeners, 'onResponse', { ...event, response: outcome });

    if (isAnswer && outcome.status === 401 && isRenewable) {
      isRenewable = false;
      const old = secrets;
      secrets = await sender.secrets(security, old);
      if (secrets.some(([, secret], i) => secret !== old[i]?.[1])) continue;
    }
    const mayPass = attempt < attempts && (!isAnswer || policy.statuses.includes(outcome.status));
    const delay = mayPass ? delayAfter(outcome, attempt, policy, config.rateLimit) : Infinity;
    if (delay > policy.maxDelay) {
      if (isAnswer) return outcome;
      throw outcome;
    }
    await tell(listeners, 'onRetry', { ...event, delay, reason: outcome });
    if (isAnswer) await outcome.body?.cancel();
    await sleep(delay, signal);
  }
}

/** One attempt, within its time and when its turn comes. */
async function sendOnce(
  request: Request,
  { fetch, concurrency: gate, timeout: usual }: Sender,
  { timeout = usual }: SharedOptions,
): Promise<Response> {
  const send = () => {
    if (timeout === undefined) return fetch(request);
    const { signal, clear } = withTimeout(timeout, request.signal);
    return fetch(new Request(request, { signal })).finally(clear);
  };
  return gate ? gate(send) : send();
}
