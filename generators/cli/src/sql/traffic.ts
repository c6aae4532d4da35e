import type { Fetch, Hooks } from '@plumbline/client-runtime';

/** What is on its way to the provider. */
export interface Traffic {
  readonly inFlight: number;
  /** When the last request that failed is sent again, in the time of `performance.now()`; and why. */
  readonly retry: { readonly at: number; readonly why: string } | null;
  /** What a client is given to be watched. */
  readonly options: { readonly fetch: Fetch; readonly logger: Hooks };
}

/** Watches clients as they send. */
export function watchTraffic(fetch: Fetch = (request) => globalThis.fetch(request)): Traffic {
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
          return await fetch(request);
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
