import { type ClientCore, internalsOf } from './client/core.ts';
import type { RequestOptions } from './client/options.ts';
import type { Descriptor } from './descriptor.ts';
import type { Params } from './request/parameters.ts';
import { Call } from './response/call.ts';
import { send } from './send.ts';

/** A method of a provider's API, to be called with a client: `getUser(okta, { id })`. */
export type Method = (client: ClientCore, params: never, options?: RequestOptions) => Call<unknown>;

/**
 * Makes the function of an operation, `GET /users/{id}`. Its type is the caller's word: generated code states it, since
 * only the spec knows what the server answers.
 */
export function method<F extends Method>(operation: string, descriptor: Descriptor = {}): F {
  const { deprecated, failures, page } = descriptor;
  const [method, path] = operation.split(/ (.*)/s) as [string, string];
  const facts = { method, path };
  const call = (core: ClientCore, params: Params = {}, options: RequestOptions = {}): Call<unknown> => {
    const client = internalsOf(core);
    deprecated?.(client, facts);
    const order = { client, facts, descriptor, options, params };
    const parts = { ...order, answer: send(order), failures: failures ?? client.failures ?? [] };
    return page?.by(parts) ?? new Call(parts);
  };
  return call as unknown as F;
}
