import type { Draft } from '../exchange/draft.ts';
import { type ClientCore, internalsOf, withExchange } from './core.ts';

/** A request of a method before it has credentials. */
export interface Observed extends Pick<Draft, 'headers' | 'url'> {
  readonly method: string;
  readonly body: Draft['body'];
}

/**
 * A client that tells `observe` of each request of its methods, those of further pages too, before the first attempt to
 * send it. What `observe` throws the call rejects with, nothing being sent.
 */
export function observed(core: ClientCore, observe: (request: Observed) => void): ClientCore {
  const { exchange } = internalsOf(core);
  return withExchange(core, async (order, drafted, isOneWay) => {
    const { body, headers, url } = drafted();
    observe({ method: order.facts.method, url, headers, body });
    return exchange(order, drafted, isOneWay);
  });
}

/** The URL of a client's server, its variables filled in, without a slash at its end. */
export const serverOf = (core: ClientCore): string => internalsOf(core).server();
