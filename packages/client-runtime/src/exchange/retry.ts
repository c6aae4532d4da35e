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
  methods: ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'],
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
  const given: RetryOptions =
    retry === true ? { methods: method ? [method] : undefined } : retry || { attempts: 1 };
  const known = Object.keys(usual) as (keyof RetryPolicy)[];
  refuseUnknown(given, known, 'retry options');
  return Object.fromEntries(known.map((key) => [key, given[key] ?? usual[key]])) as object as RetryPolicy;
}

/**
 * Seconds that an answer asks to wait: `Retry-After` (RFC 9110 section 10.2.3), a number or a date; for a 429 else the
 * provider's own header. Dates are told by the server's clock, where it shows it.
 */
export function askedSeconds(
  { status, headers }: Response,
  { reset = 'retry-after' }: RateLimit = {},
): number | undefined {
  const read = (name: string) => headers.get(name) ?? '';
  const now = (Date.parse(read('date')) || Date.now()) / 1000;
  const after = read('retry-after');
  const limit = status === 429 ? parseFloat(read(reset)) : NaN;
  const delays = [parseFloat(after), Date.parse(after) / 1000 - now, limit - now];
  const delay = delays.find(Number.isFinite);
  return delay && Math.max(0, delay);
}
