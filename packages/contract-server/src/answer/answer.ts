import type { Contract } from '../contract.ts';
import type { Operation, Response } from '../document/operation.ts';
import { valueAt } from '../document/pointer.ts';
import { type JsonValue, member } from '../json.ts';
import type { CheckedRequest } from '../request/check-request.ts';
import { contentFor, isBodiless, responseFor, successOf } from './choose.ts';
import { type Headers, sampleHeaders, scopeHeaders, waitingHeaders } from './headers.ts';
import { pageOf } from './paging.ts';
import type { Preferences } from './prefer.ts';
import { seedOf } from './random.ts';
import { answerValue } from './value.ts';

/** An answer before it is written. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null: no body. */
  readonly body: string | Uint8Array | null;
  /** What the body says, where it is JSON. */
  readonly value: JsonValue | undefined;
  /** The example that it is; null: generated, or no body. */
  readonly example: string | null;
  /** Sentences: why it is not what one would expect. */
  readonly notes: readonly string[];
}

export interface AnswerContext {
  readonly contract: Contract;
  /** Path and query of the request. */
  readonly target: string;
  /** Where the server stands: `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly accept: string | undefined;
  readonly seed: number;
  readonly items: number;
  readonly pageSize: number;
  readonly retryAfter: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What forbids an answer: a status, and a sentence with its way out. */
export interface Refusal {
  readonly refused: {
    readonly status: number;
    readonly keyword: string;
    readonly message: string;
    readonly hint: string;
  };
}

/** Makes the answer of a valid request, as the spec declares it and the preferences ask. */
export function makeAnswer(
  request: CheckedRequest & { readonly operation: Operation },
  preferences: Preferences,
  context: AnswerContext,
): Answer | Refusal {
  const { operation } = request;
  const chosen =
    preferences.code === undefined ? successOf(operation) : responseFor(operation, preferences.code);
  if (chosen === null) {
    const declared = operation.responses.map(({ status }) => status).join(', ');
    const message = `The operation declares no status ${preferences.code}.`;
    return refusal(400, 'status', message, `It declares ${declared}; 429 and 5xx are answered anywhere.`);
  }
  const { status, response } = chosen;
  const seed = preferences.seed ?? context.seed;
  const headers = {
    ...scopeHeaders(status, operation.scopes),
    ...(response === null
      ? {}
      : lowerCased(sampleHeaders(response, seedOf(operation.key, seed), context.contract))),
    ...waitingHeaders(status, {
      retryAfter: preferences.retryAfter ?? context.retryAfter,
      now: context.now,
      reset: context.contract.provider.rateLimit.reset,
    }),
  };
  const bare = { status, headers, body: null, value: undefined, example: null, notes: [] };
  if (response === null || response.contents.length === 0 || isBodiless(status)) {
    return status >= 400 && response === null ? withProblem(bare) : bare;
  }
  return withContent(bare, response, request, { ...preferences, seed }, context);
}

function withContent(
  bare: Answer,
  response: Response,
  request: CheckedRequest & { readonly operation: Operation },
  preferences: Preferences & { readonly seed: number },
  context: AnswerContext,
): Answer | Refusal {
  // An error is told though nobody asked for its media type (RFC 9110 section 15.5.7).
  const content =
    contentFor(response.contents, context.accept) ??
    (bare.status >= 400 ? contentFor(response.contents, undefined) : null);
  if (content === null) {
    const types = response.contents.map(({ mediaType }) => mediaType).join(', ');
    return refusal(406, 'accept', `Nothing is answered as \`${context.accept}\`.`, `Accept one of ${types}.`);
  }
  const { operation } = request;
  const wish = { ...preferences, seed: seedOf(`${operation.key} ${bare.status}`, preferences.seed) };
  const found = answerValue(content, wish, context.contract);
  if ('known' in found) {
    const known = found.known.map((name) => (name === '' ? '(unnamed)' : name)).join(', ');
    const message = `The answer ${bare.status} has no example \`${preferences.example}\`.`;
    return refusal(400, 'example', message, known === '' ? 'It has none at all.' : `It has ${known}.`);
  }
  const mediaType = concrete(content.mediaType);
  const headers = { ...bare.headers, 'content-type': mediaType };
  const { example, notes } = found;
  if (found.value === undefined) return { ...bare, headers, notes };
  if (!content.isJson) {
    const { value, text } = found;
    const body = text ?? (typeof value === 'string' ? value : JSON.stringify(value));
    return {
      ...bare,
      headers,
      body,
      example,
      notes,
      ...(text !== undefined && bare.status < 300 && { value }),
    };
  }
  const schema = member(content.object, 'schema');
  const paged = paginated(found.value, schema, request, { ...preferences, status: bare.status }, context);
  const value = paged?.body ?? found.value;
  const link = paged?.links ?? {};
  return { ...bare, headers: { ...headers, ...link }, body: JSON.stringify(value), value, example, notes };
}

function paginated(
  body: JsonValue,
  schema: JsonValue | undefined,
  { operation, params }: CheckedRequest & { readonly operation: Operation },
  {
    status,
    items,
    pageSize,
    seed,
    minimal,
  }: Preferences & { readonly status: number; readonly seed: number },
  { contract, target, origin, ...defaults }: AnswerContext,
): { readonly body: JsonValue; readonly links: Headers } | null {
  const pagination = contract.methodOf(operation.key)?.pagination ?? null;
  if (pagination === null || status >= 300) return null;
  const check = contract.check('response', schema);
  const ownCursor = addressOf(target, origin).searchParams;
  const page = pageOf(body, {
    pagination,
    operation,
    document: contract.document,
    query: { ...Object.fromEntries(ownCursor), ...params.query },
    items: items ?? defaults.items,
    pageSize: pageSize ?? defaults.pageSize,
    isMinimal: minimal === true,
    makeItem: (index) => {
      const made = answerValue(
        { mediaType: 'application/json', isJson: true, object: { schema: schema ?? true } },
        { dynamic: true, seed: seed + index, ...(minimal && { minimal }) },
        contract,
      );
      const whole = 'known' in made ? undefined : made.value;
      return whole === undefined ? undefined : valueAt(whole, `${pagination.items ?? ''}/0`);
    },
    check,
  });
  if (page === null) return null;
  if (pagination.kind !== 'link') return { body: page.body, links: {} };
  const self = addressOf(target, origin);
  const links = [`<${self.href}>; rel="self"`];
  if (page.next !== null) {
    const next = new URL(self);
    for (const [name, value] of Object.entries(page.next)) next.searchParams.set(name, value);
    links.push(`<${next.href}>; rel="next"`);
  }
  return { body: page.body, links: { link: links.join(', ') } };
}

/** The address that a request asks for. A path that begins with two slashes names no host. */
function addressOf(target: string, origin: string): URL {
  return new URL(target.startsWith('/') ? origin + target : target);
}

/** An error that nothing describes. */
function withProblem(bare: Answer): Answer {
  const value = { status: bare.status, title: `The contract server was asked for ${bare.status}.` };
  const headers = { ...bare.headers, 'content-type': 'application/problem+json' };
  return { ...bare, headers, body: JSON.stringify(value), value };
}

function lowerCased(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** A media type that a server can name for a range such as `image/*`. */
function concrete(mediaType: string): string {
  if (!mediaType.includes('*')) return mediaType;
  return CONCRETE[mediaType.replace(/\/.*/s, '')] ?? 'application/octet-stream';
}

const CONCRETE: { readonly [type: string]: string | undefined } = {
  audio: 'audio/mpeg',
  font: 'font/woff2',
  image: 'image/png',
  text: 'text/plain',
  video: 'video/mp4',
};

function refusal(status: number, keyword: string, message: string, hint: string): Refusal {
  return { refused: { status, keyword, message, hint } };
}
