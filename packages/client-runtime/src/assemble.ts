import { type ClientCore, internalsOf, withExchange } from './client/core.ts';
import { keepMiddleware, throughMiddleware } from './client/middleware.ts';
import type { RequestOptions } from './client/options.ts';
import { createTransport } from './client/transport.ts';
import { draftOf } from './exchange/draft.ts';
import { exchange } from './exchange/exchange.ts';
import type { Method } from './method.ts';
import type { Call } from './response/call.ts';

/** The modules of a provider's resources, each of which exports its methods, by service and resource. */
export type ServiceModules = { readonly [service: string]: { readonly [resource: string]: object } };

/**
 * A whole client: every service with its resources, whose methods are called without naming the client, and `http`,
 * which sends what it is asked for as the methods do. The methods run the middleware that `http` is given.
 */
export function assemble<Client extends ClientCore>(core: ClientCore, services: ServiceModules): Client {
  const client = internalsOf(core);
  const transport = createTransport({
    baseUrl: client.server(),
    headers: client.headers,
    fetch: (request) => {
      const facts = { method: request.method, path: new URL(request.url).pathname };
      return exchange({ client, facts, descriptor: {}, options: {} }, () => draftOf(request.clone()));
    },
  });
  const { all, http } = keepMiddleware(transport);
  const whole = withExchange(core, throughMiddleware(exchange, all));
  const bound = mapValues(services, (resources) =>
    mapValues(resources, (module) =>
      mapValues(
        module as { readonly [name: string]: Method },
        (method) =>
          (params: never, options?: RequestOptions): Call<unknown> =>
            method(whole, params, options),
      ),
    ),
  );
  return { ...whole, http, ...bound } as object as Client;
}

function mapValues<A, B>(
  record: { readonly [key: string]: A },
  change: (value: A) => B,
): { readonly [key: string]: B } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
