import type { Internals } from './client/core.ts';
import { tell } from './client/hooks.ts';
import { type RequestOptions, refuseUnknown } from './client/options.ts';
import { headersOf } from './client/transport.ts';
import type { BodyEncoding, Descriptor } from './descriptor.ts';
import { exchange } from './exchange/exchange.ts';
import { untilAborted, withTimeout } from './exchange/waiting.ts';
import { type EncodedBody, json } from './request/body.ts';
import { type Params, writeParameters } from './request/parameters.ts';
import { decodeJson } from './response/decode.ts';
import {
  AbortError,
  apiError,
  ConnectionError,
  DecodeError,
  lackOf,
  type RequestFacts,
} from './response/errors.ts';
import type { Success } from './response/outcome.ts';

/** A method, called with options. */
export interface Order {
  readonly client: Internals;
  readonly facts: RequestFacts;
  readonly descriptor: Descriptor;
  readonly options: RequestOptions;
}

const REQUEST_OPTIONS = ['headers', 'retry', 'signal', 'timeout', 'totalTimeout'];

/**
 * Sends a method's request and decodes its answer. `url` stands in place of the one that path and query make: that of a
 * next page. Rejects as {@link Call} says.
 */
export async function send(
  order: Order,
  params: Params,
  url?: string,
): Promise<Success<number | string, unknown>> {
  const { client, facts, options } = order;
  const { totalTimeout = client.totalTimeout } = options;
  const { signal, clear } = withTimeout(totalTimeout, options.signal);
  try {
    const answer = answerOf(order, params, { url, signal });
    return await (signal ? untilAborted(answer, signal) : answer);
  } catch (cause) {
    const error = signal?.aborted ? lackOf(AbortError, facts, cause) : cause;
    await tell(client.listeners, 'onError', { ...facts, error });
    throw error;
  } finally {
    clear();
  }
}

async function answerOf(
  { client, facts, descriptor, options }: Order,
  params: Params,
  { url, signal }: { readonly url: string | undefined; readonly signal: AbortSignal | undefined },
): Promise<Success<number | string, unknown>> {
  refuseUnknown(options, REQUEST_OPTIONS, () => 'options of a request');
  const { target, headers } = writeParameters(facts, descriptor, params);
  const { content, type } = bodyOf(descriptor, params);
  const fixed = { accept: descriptor.accept ?? 'application/json', 'content-type': type };
  const request = new Request(url ?? client.server(descriptor.server) + target, {
    method: facts.method,
    headers: headersOf(client.headers, fixed, headers, options.headers ?? {}),
    body: content,
    duplex: 'half',
    signal,
  } as RequestInit);
  const isOneWay = content instanceof ReadableStream;
  const response = await exchange(request, client, {
    facts,
    options,
    security: descriptor.security,
    isOneWay,
  });
  const { decode = decodeJson, scopes, success } = descriptor;
  const { headers: answered, ok, status } = response;
  try {
    if (!ok) {
      const body = errorBody(await response.text());
      throw apiError({ facts, response, body, config: client.config, scopes });
    }
    const data = status === 204 || status === 205 ? undefined : await decode(response, facts);
    return { status: success ?? status, ok, data, headers: answered, response };
  } catch (cause) {
    // Only the parser's complaint is about the body.
    throw cause instanceof SyntaxError
      ? new DecodeError(facts, response, 'an unreadable body', cause)
      : lackOf(ConnectionError, facts, cause);
  }
}

function bodyOf({ body: encoding }: Descriptor, { body }: Params): Partial<EncodedBody> {
  if (encoding === undefined || body === undefined) return {};
  const { type = 'application/json', write = json }: Partial<BodyEncoding> =
    encoding === true ? {} : encoding;
  return write(body, type);
}

function errorBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
