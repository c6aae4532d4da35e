import type { ClientCore } from './client/core.ts';
import type { RequestOptions } from './client/options.ts';
import type { Method } from './method.ts';
import type { Call } from './response/call.ts';

/** The methods of a resource as its module exports them. */
export type MethodModule = { readonly [name: string]: Method };

/** A resource of a client: the methods of its module, called without naming the client. */
export function bind<Resource extends object>(client: ClientCore, methods: MethodModule): Resource {
  const bound = Object.entries(methods).map(([name, method]) => [
    name,
    (params: never, options?: RequestOptions): Call<unknown> => method(client, params, options),
  ]);
  return Object.fromEntries(bound) as Resource;
}
