import {
  createQuerySerializer,
  defaultBodySerializer,
  defaultPathSerializer,
  type Middleware,
  type MiddlewareCallbackParams,
} from 'openapi-fetch';
import type { Placement } from '../descriptor.ts';
import { draftOf, requestOf } from '../exchange/draft.ts';
import type { Exchange, Order } from '../exchange/exchange.ts';
import type { Params } from '../request/parameters.ts';
import type { Internals } from './core.ts';
import type { HttpClient } from './transport.ts';

/** openapi-fetch's middleware (its `use` and `eject`), kept so that methods run it too. */
export interface KeptMiddleware {
  readonly http: HttpClient<object>;
  /** As `http` has it at the time, in order. */
  readonly all: readonly Middleware[];
}

/** openapi-fetch, and the middleware that it has. */
export function keepMiddleware(http: HttpClient<object>): KeptMiddleware {
  const all: Middleware[] = [];
  return {
    all,
    http: {
      ...http,
      use(...given) {
        http.use(...given);
        all.push(...given.filter(Boolean));
      },
      eject(...given) {
        http.eject(...given);
        for (const one of given) if (all.includes(one)) all.splice(all.indexOf(one), 1);
      },
    },
  };
}

/**
 * An exchange with the middleware around it, as openapi-fetch runs it: `onRequest` in order, each of which may replace the
 * request, or answer it; the exchange with all its attempts; `onError` and `onResponse` in reverse order.
 */
export function throughMiddleware(exchange: Exchange, all: readonly Middleware[]): Exchange {
  return async (order, drafted, isOneWay) => {
    if (all.length === 0) return exchange(order, drafted, isOneWay);
    const run = [...all];
    const facts = factsOf(order);
    let request = requestOf(drafted());
    for (const { onRequest } of run) {
      const result = await onRequest?.({ ...facts, request });
      if (result instanceof Response) return result;
      request = result ?? request;
    }
    run.reverse();
    const copied = () => draftOf(isOneWay ? request : request.clone());
    let response = await exchange(order, copied, isOneWay).catch(async (cause: unknown) => {
      let error = cause;
      for (const { onError } of run) {
        const result = await onError?.({ ...facts, request, error });
        if (result instanceof Response) return result;
        error = result ?? error;
      }
      throw error;
    });
    for (const { onResponse } of run) {
      response = (await onResponse?.({ ...facts, request, response })) ?? response;
    }
    return response;
  };
}

function factsOf(order: Order): Omit<MiddlewareCallbackParams, 'request'> {
  const { client, descriptor, facts, params = {} } = order;
  const { fetch, server } = client as Internals;
  const { cookie = [], header = [], path: styled = [], query = [] } = descriptor;
  const names = [...facts.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const path = names.map((name) => styled.find((one) => one.name === name) ?? name);
  return {
    schemaPath: facts.path,
    params: {
      path: given(path, params),
      query: given(query, params),
      header: given(header, params),
      cookie: given(cookie, params),
    },
    id: Math.random().toString(36).slice(2, 11),
    options: Object.freeze({
      baseUrl: server(descriptor.server),
      fetch: fetch as typeof globalThis.fetch,
      parseAs: 'json',
      querySerializer: createQuerySerializer(),
      bodySerializer: defaultBodySerializer,
      pathSerializer: defaultPathSerializer,
    }),
  };
}

/** The parameters of one place that were given, by their names on the wire, as openapi-fetch takes them. */
function given(placements: readonly Placement[], params: Params): { readonly [name: string]: unknown } {
  const entries = placements.map((placement) => {
    const { name, key = name } = typeof placement === 'string' ? { name: placement } : placement;
    return [name, Object.hasOwn(params, key) ? params[key] : undefined] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
