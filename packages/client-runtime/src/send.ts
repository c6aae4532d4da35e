import type { Internals } from './client/core.ts';
import { tell } from './client/hooks.ts';
import { refuseUnknown } from './client/options.ts';
import { headersOf } from './client/transport.ts';
import type { BodyEncoding, Descriptor } from './descriptor.ts';
import type { Order } from './exchange/exchange.ts';
import { within } from './exchange/waiting.ts';
import { type EncodedBody, json } from './request/body.ts';
import { type Params, writeParameters } from './request/parameters.ts';
import { decodeJson } from './response/decode.ts';
import { ApiError, ConnectionError, lackOf } from './response/errors.ts';
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
  const { client, facts, options } = order;
  const { totalTimeout = client.totalTimeout } = options;
  return within(facts, totalTimeout, options.signal, (signal) => answerOf(order, signal)).catch(
    async (error) => {
      await tell(client.listeners, 'onError', { ...facts, error });
      throw error;
    },
  );
}

async function answerOf(
  order: MethodOrder,
  signal: AbortSignal | undefined,
): Promise<Success<number | string, unknown>> {
  const { client, facts, descriptor, options, params, url } = order;
  refuseUnknown(options, REQUEST_OPTIONS, 'request options');
  const written = writeParameters(facts, descriptor, params);
  const { content, type, duplex } = bodyOf(descriptor, params);
  const fixed = { accept: descriptor.accept ?? 'application/json', 'content-type': type };
  const address = url ?? client.server(descriptor.server) + written.target;
  const init = {
    method: facts.method,
    headers: headersOf(client.headers, fixed, written.headers, options.headers),
    body: content,
    duplex,
    signal,
  } as RequestInit;
  const response = await client.exchange(order, () => new Request(address, init), duplex !== undefined);
  const { decode = decodeJson, success } = descriptor;
  const { headers, ok, status } = response;
  try {
    if (!ok) throw new ApiError(order, response, errorBody(await response.text()));
    const data = await decode(response, facts, signal);
    return { status: success ?? status, ok, data, headers, response };
  } catch (cause) {
    throw lackOf(ConnectionError, facts, cause);
  }
}

function bodyOf({ body: encoding }: Descriptor, { body }: Params): Partial<EncodedBody> {
  if (encoding === undefined || body === undefined) return {};
  const { type = 'application/json', write = json }: Partial<BodyEncoding> = {
    ...(encoding as BodyEncoding),
  };
  return write(body, type);
}

function errorBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
