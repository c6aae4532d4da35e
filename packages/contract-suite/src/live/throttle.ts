/** What of an answer says when to ask again. */
interface Told {
  readonly status: number;
  readonly headers: Headers;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

export interface ThrottleOptions {
  readonly clock: Clock;
  /** Requests a second. */
  readonly rate: number;
  /** The provider's header that says when its limit resets, in seconds since the epoch. */
  readonly reset: string | undefined;
}

/** Longer than this nobody waits: the answer stands as it is. */
const LONGEST_WAIT = 120_000;
const ATTEMPTS = 3;

/**
 * A `fetch` that reads: anything but GET throws before it is sent. It spaces requests, and waits as the server says: on
 * 429 and 503 by `Retry-After` (RFC 9110, section 10.2.3) or the reset of the limit, and before that where a
 * `…-remaining` header says that a tenth or less is left of a `…-limit`.
 */
export function readingFetch(
  { clock, rate, reset }: ThrottleOptions,
  send: (request: Request) => Promise<Response> = fetch,
): typeof fetch {
  let next = 0;
  return async (...given) => {
    const request = new Request(...given);
    if (request.method !== 'GET')
      throw new TypeError(`Live tests read alone: ${request.method} is not sent.`);
    for (let attempt = 1; ; attempt += 1) {
      const wait = next - clock.now();
      if (wait > 0) await clock.sleep(wait);
      next = clock.now() + 1000 / rate;
      const answer = await send(request.clone());
      const told = waitOf(answer, reset, clock.now());
      if (told <= LONGEST_WAIT) next = Math.max(next, clock.now() + told);
      const isLimited = answer.status === 429 || answer.status === 503;
      if (!isLimited || told > LONGEST_WAIT || attempt === ATTEMPTS) return answer;
      await answer.body?.cancel();
    }
  };
}

function waitOf({ status, headers }: Told, reset: string | undefined, now: number): number {
  const isLimited = status === 429 || status === 503;
  const after = headers.get('retry-after');
  if (isLimited && after !== null) {
    const seconds = Number(after);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(after) - now;
    if (wait >= 0) return wait;
  }
  if (reset === undefined || !(isLimited || isNearlySpent(headers, reset))) return isLimited ? 1000 : 0;
  const at = Number(headers.get(reset)) * 1000;
  return at > 0 ? Math.max(0, at - now) : isLimited ? 1000 : 0;
}

/** `x-rate-limit-reset` stands beside `x-rate-limit-remaining` and `x-rate-limit-limit`. */
function isNearlySpent(headers: Headers, reset: string): boolean {
  const beside = (name: string) => headers.get(reset.replace(/reset$/i, name));
  const [remaining, limit] = [beside('remaining'), beside('limit')];
  if (remaining === null || limit === null) return false;
  return Number(limit) > 0 && Number(remaining) <= Number(limit) / 10;
}
