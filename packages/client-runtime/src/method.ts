import { type ClientCore, type Internals, internals, security } from './client/core.ts';
import { type RequestOptions, refuseUnknown } from './client/options.ts';
import type { Descriptor } from './descriptor.ts';
import { type EncodedBody, json } from './request/body.ts';
import {
  keyOf,
  type Params,
  pathKeys,
  writeCookies,
  writeHeaders,
  writePath,
  writeQuery,
} from './request/url.ts';
import { Call, type WithResponse } from './response/call.ts';
import { decodeJson } from './response/decode.ts';
import { ApiError, DecodeError, type RequestFacts } from './response/errors.ts';

/** A method of a provider's API, to be called with a client: `getUser(okta, { id })`. */
export type Method = (client: ClientCore, params: never, options?: RequestOptions) => Call<unknown>;

/**
 * Makes the function of an operation, `GET /users/{id}`. Its type is the caller's word: generated code states it, since
 * only the spec knows what the server answers.
 */
export function method<F extends Method>(operation: string, descriptor: Descriptor = {}): F {
  const space = operation.indexOf(' ');
  const facts = { method: operation.slice(0, space), path: operation.slice(space + 1) };
  const call = (client: ClientCore, params: Params = {}, options: RequestOptions = {}): Call<unknown> =>
    new Call(send(client[internals], facts, descriptor, params, options));
  return call as unknown as F;
}

async function send(
  { transport, errors, server }: Internals,
  facts: RequestFacts,
  descriptor: Descriptor,
  params: Params,
  options: RequestOptions,
): Promise<WithResponse<unknown>> {
  refuseUnknown(params, knownKeys(facts, descriptor), `parameters of ${facts.method} ${facts.path}`);
  refuseUnknown(options, ['signal', 'headers'], 'options of a request');
  const path = writePath(facts.path, descriptor.path, params);
  const query = writeQuery(descriptor.query, params);
  const body = encodeBody(descriptor, params);
  const { signal } = options;
  const { error, response } = await transport.request(facts.method, facts.path, {
    // Middleware sees the path's template and the parameters; the URL is written already.
    params: { path: params, ...(descriptor.security && { [security]: descriptor.security }) },
    pathSerializer: (url) => url.slice(0, -facts.path.length) + path,
    querySerializer: () => query,
    bodySerializer: (content) => content,
    headers: headersOf(descriptor, params, body, options),
    parseAs: 'stream',
    ...(descriptor.server !== undefined && { baseUrl: server(descriptor.server) }),
    ...(body !== null && { body: body.content }),
    ...(body?.content instanceof ReadableStream && { duplex: 'half' }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new ApiError(facts, response, error === '' ? undefined : error, errors);
  return { data: await dataOf(response, facts, descriptor), response };
}

function knownKeys(
  { path }: RequestFacts,
  { path: styled = [], query = [], header = [], cookie = [], body }: Descriptor,
) {
  const keys = [...pathKeys(path, styled), ...[...query, ...header, ...cookie].map(keyOf)];
  return body === undefined ? keys : [...keys, 'body'];
}

function encodeBody({ body: encoding }: Descriptor, { body }: Params): EncodedBody | null {
  if (encoding === undefined || body === undefined) return null;
  const { type, write = json } = encoding === true ? { type: 'application/json' } : encoding;
  return write(body, type);
}

function headersOf(
  { accept = 'application/json', header, cookie }: Descriptor,
  params: Params,
  body: EncodedBody | null,
  options: RequestOptions,
): NonNullable<RequestOptions['headers']> {
  const cookies = writeCookies(cookie, params);
  return {
    accept,
    ...(body?.type && { 'content-type': body.type }),
    ...(cookies && { cookie: cookies }),
    ...writeHeaders(header, params),
    ...options.headers,
  };
}

async function dataOf(
  response: Response,
  facts: RequestFacts,
  { decode = decodeJson }: Descriptor,
): Promise<unknown> {
  if (facts.method === 'HEAD' || response.status === 204 || response.status === 205) return undefined;
  try {
    return await decode(response);
  } catch (cause) {
    // Only the parser's complaint is about the body: a broken connection stays what it is.
    throw cause instanceof SyntaxError ? new DecodeError(facts, response, cause) : cause;
  }
}
