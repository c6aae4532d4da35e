import type { Contract } from '../contract.ts';
import type { Response } from '../document/operation.ts';
import { type JsonValue, member, members } from '../json.ts';
import { sampleOf } from './sample.ts';

/** Header names → values. */
export type Headers = { readonly [name: string]: string };

/** Headers that the server writes itself, and those that say of a body or a connection what these are not. */
const OWN = new Set([
  'content-encoding',
  'content-range',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'content-type',
  'content-length',
  'link',
  'retry-after',
  'connection',
  'transfer-encoding',
  'date',
  'set-cookie',
]);

/**
 * A value for each header that a response declares, as `simple` style writes it. A redirect leads nowhere: the document's
 * example would send whoever follows it out of here, to a server that is meant.
 */
export function sampleHeaders(response: Response, seed: number, contract: Contract): Headers {
  return Object.fromEntries(
    response.headers.flatMap(([name, header]) => {
      if (isOwn(name.toLowerCase(), response) || !/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return [];
      const text = headerText(headerValue(header, seed, contract));
      return text === null ? [] : [[name, text] as const];
    }),
  );
}

function isOwn(name: string, { status }: Response): boolean {
  return OWN.has(name) || (name === 'location' && status.startsWith('3'));
}

function headerValue(header: JsonValue, seed: number, contract: Contract): JsonValue {
  const schema = member(header, 'schema');
  const check = contract.check('response', schema);
  const named = members(member(header, 'examples')).map(([, example]) =>
    member(contract.document.follow(example), 'value'),
  );
  for (const example of [member(header, 'example'), ...named])
    if (example !== undefined && check(example).length === 0) return example;
  return sampleOf(schema, { document: contract.document, check, seed, examples: true }).value;
}

/** Null: it cannot stand in a header. */
function headerText(value: JsonValue): string | null {
  if (value === null) return null;
  const text = Array.isArray(value)
    ? value.join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return /^[\t\x20-\x7e]*$/.test(text) ? text : encodeURI(text);
}

/**
 * The headers by which a client knows when to come back: `Retry-After` (RFC 9110 section 10.2.3) of 429 and 503, and
 * the provider's own reset of 429, in seconds since the epoch.
 */
export function waitingHeaders(
  status: number,
  {
    retryAfter,
    now,
    reset,
  }: { readonly retryAfter: number; readonly now: number; readonly reset: string | undefined },
): Headers {
  if (status !== 429 && status !== 503) return {};
  const waits = { 'retry-after': String(retryAfter) };
  if (status === 503 || reset === undefined) return waits;
  return { ...waits, [reset.toLowerCase()]: String(Math.ceil(now / 1000) + retryAfter) };
}

/** What a token lacks (RFC 6750 section 3.1): which scopes the operation names. */
export function scopeHeaders(status: number, scopes: readonly string[]): Headers {
  // What no scope can hold would end the quotes (RFC 6749 section 3.3).
  const told = scopes.filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
  if (status !== 403 || told.length === 0) return {};
  return { 'www-authenticate': `Bearer error="insufficient_scope", scope="${told.join(' ')}"` };
}
