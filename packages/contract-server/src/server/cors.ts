import type { IncomingMessage } from 'node:http';
import type { Headers } from '../answer/headers.ts';

/** The headers by which a browser lets pages of other origins read an answer (Fetch standard, section 3.3). */
export function corsHeaders({ headers }: Pick<IncomingMessage, 'headers'>): Headers {
  const { origin } = headers;
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED,
    vary: 'Origin',
  };
}

/** A wildcard says nothing where credentials are sent. */
const EXPOSED =
  'Link, Retry-After, X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Reset, Plumbline-Note';

/** Whether a browser asks whether it may ask. */
export function isPreflight({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

export function preflightHeaders(request: Pick<IncomingMessage, 'headers'>): Headers {
  const { 'access-control-request-headers': asked, 'access-control-request-method': method } =
    request.headers;
  return {
    ...corsHeaders(request),
    'access-control-allow-methods': method ?? '*',
    ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
    'access-control-max-age': '600',
  };
}
