import type { Internals } from './client/core.ts';
import { tell } from './client/hooks.ts';
import { refuseUnknown } from './client/options.ts';
import { headersOf } from './client/transport.ts';
import type { Draft } from './exchange/draft.ts';
import type { Order } from './exchange/exchange.ts';
import { within } from './exchange/waiting.ts';
import { type Params, writeParameters } from './request/parameters.ts';
import { decodeJson } from './response/decode.ts';
import { ApiError, lackOf } from './response/errors.ts';
import type { Success } from './response/outcome.ts';

/** A method, called with parameters and options. */
export interface MethodOrder extends Order {
  readonly client: Internals;
  readonly params: Params;
  /** In place of the URL that path and query make: that of a next page. */
  readonly url?: string | undefined;
}

const REQUEST_OPTIONS = ['headers', 'retry', 'signal', 'timeout', 'totalTimeout'];

/**
 * Sends a method's request and decodes its answer. Rejects as {@link Call} says.
 */
export function send(order: MethodOrder): Promise<Success<number | string, unknown>> {
  const { client, descriptor, facts, options, params, url } = order;
  const { accept = 'application/json', body, decode = decodeJson } = descriptor;
  const { totalTimeout = client.totalTimeout } = options;

  const answer = async (signal?: AbortSignal): Promise<Success<number | string, unknown>> => {
    refuseUnknown(options, REQUEST_OPTIONS, 'request options');
    const written = writeParameters(facts, descriptor, params);
    const { content, type, duplex } = body?.write(params.body, body, facts) ?? {};
    const drafted = () =>
      ({
        url: url ?? client.server(descriptor.server) + written.target,
        method: facts.method,
        headers: headersOf(
          client.headers,
          { accept, 'content-type': type },
          written.headers,
          options.headers,
        ),
        body: content,
        duplex,
        signal,
      }) as Draft;
    const response = await client.exchange(order, drafted, Boolean(duplex));
    const { headers, ok, status } = response;
    try {
      if (!ok) throw new ApiError(order, response, await response.text());
      const data = await decode(response, facts, signal, client.parse);
      return { status: descriptor.success ?? status, ok, data, headers, response };
    } catch (cause) {
      throw lackOf(facts, cause, response.url || drafted().url);
    }
  };

  return within(facts, totalTimeout, options.signal, answer).catch(async (error) => {
    await tell(client.listeners, 'onError', { ...facts, error });
    throw error;
  });
}
