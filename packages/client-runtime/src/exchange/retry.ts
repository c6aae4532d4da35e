import { refuseUnknown } from '../client/options.ts';

/** How requests are sent again that found no connection, or were answered with a status that may pass. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. 3 unless given. */
  readonly attempts?: number | undefined;
  /** Milliseconds. A server that asks for a longer wait is not asked again: the call fails. 60,000 unless given. */
  readonly maxDelay?: number | undefined;
  /** 408, 429, 502, 503 and 504 unless given. */
  readonly statuses?: readonly number[] | undefined;
  /** Those that are idempotent (RFC 9110 section 9.2.2) unless given. */
  readonly methods?: readonly string[] | undefined;
}

/** `reset`: the header of a 429 that tells when requests are answered again, in seconds since the epoch. */
export interface RateLimit {
  readonly reset?: string;
}

/** The options with nothing left open. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly maxDelay: number;
  readonly statuses: readonly number[];
  readonly methods: readonly string[];
}

const USUAL: RetryPolicy = {
  attempts: 3,
  maxDelay: 60_000,
  statuses: [408, 429, 502, 503, 504],
  methods: ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'],
};

/**
 * A policy with what a client or a request says otherwise; `method` is the request's, where it is known. Throws a
 * TypeError for an option that there is not.
 */
export function withRetry(
  retry: boolean | RetryOptions | undefined,
  usual: RetryPolicy = USUAL,
  method?: string,
): RetryPolicy {
  if (retry === undefined) return usual;
  if (retry === false) return { ...usual, attempts: 1 };
  if (retry === true) return method === undefined ? usual : { ...usual, methods: [method] };
  const known = Object.keys(usual) as (keyof RetryPolicy)[];
  refuseUnknown(retry, known, () => 'options of retries');
  return Object.fromEntries(known.map((key) => [key, retry[key] ?? usual[key]])) as object as RetryPolicy;
}

/** Milliseconds to wait after an attempt: what the answer asks for, else full jitter under a bound that doubles from 1 s. */
export function delayAfter(
  outcome: Response | Error,
  attempt: number,
  { maxDelay }: RetryPolicy,
  rateLimit: RateLimit | undefined,
): number {
  const asked = outcome instanceof Error ? undefined : askedDelay(outcome, rateLimit);
  return asked ?? Math.random() * Math.min(maxDelay, 500 * 2 ** attempt);
}

/**
 * Milliseconds that an answer asks to wait: `Retry-After` (RFC 9110 section 10.2.3), in seconds or as a date; for a 429
 * else the provider's own header. Dates are told by the server's clock, where it shows it.
 */
export function askedDelay({ status, headers }: Response, { reset }: RateLimit = {}): number | undefined {
  const read = (name: string) => headers.get(name) ?? '';
  const now = Date.parse(read('date')) || Date.now();
  const after = read('retry-after');
  const delays = [
    parseFloat(after) * 1000,
    Date.parse(after) - now,
    status === 429 && reset ? parseFloat(read(reset)) * 1000 - now : NaN,
  ];
  const delay = delays.find(Number.isFinite);
  return delay && Math.max(0, delay);
}
