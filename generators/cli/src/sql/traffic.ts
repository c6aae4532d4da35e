import type { Fetch, Hooks } from '@plumbline/client-runtime';

/** What is on its way to the provider. */
export interface Traffic {
  readonly inFlight: number;
  /** When the last request that failed is sent again, in the time of `performance.now()`; and why. */
  readonly retry: { readonly at: number; readonly why: string } | null;
  /** What a client is given to be watched. */
  readonly options: { readonly fetch: Fetch; readonly logger: Hooks };
}

/** Bytes that an answer may have: no page of a list has as many, and memory holds each several times. */
const LONGEST = 256 * 2 ** 20;

/** Watches clients as they send. An answer of more bytes than `longest` breaks off. */
export function watchTraffic(
  fetch: Fetch = (request) => globalThis.fetch(request),
  longest = LONGEST,
): Traffic {
  let inFlight = 0;
  let retry: Traffic['retry'] = null;
  return {
    get inFlight() {
      return inFlight;
    },
    get retry() {
      return retry;
    },
    options: {
      async fetch(request) {
        inFlight += 1;
        try {
          return bounded(await fetch(request), longest);
        } finally {
          inFlight -= 1;
        }
      },
      logger: {
        onRetry({ delay, reason }) {
          const why = 'status' in reason ? `answered ${reason.status}` : 'got no answer';
          retry = { at: performance.now() + delay, why };
        },
      },
    },
  };
}

/** An answer whose body errors once it is longer: it is read no further. */
function bounded(response: Response, longest: number): Response {
  const { body, status, url } = response;
  // Of other statuses no response can be made (Fetch, `new Response()`).
  if (body === null || status < 200 || status > 599) return response;
  let length = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length <= longest) controller.enqueue(chunk);
      else controller.error(new RangeError(`The answer is longer than ${Math.floor(longest / 2 ** 20)} MB.`));
    },
  });
  // Pages that follow are found from where the answer came.
  return Object.defineProperty(new Response(body.pipeThrough(counted), response), 'url', { value: url });
}
