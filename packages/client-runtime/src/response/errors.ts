import { askedSeconds, type RateLimit } from '../exchange/retry.ts';
import { isScalar } from '../serialize/scalar.ts';

/** What every error of this package knows of its request. */
export interface RequestFacts {
  /** `GET`. */
  readonly method: string;
  /** The path's template: `/users/{id}`; of a request of plain openapi-fetch, its path. */
  readonly path: string;
}

/** Members of the provider's error body that say what went wrong. */
export interface ErrorShape {
  readonly message?: string;
  readonly code?: string;
  readonly id?: string;
}

/** A call that failed after it was sent. */
export abstract class RequestError extends Error implements RequestFacts {
  declare readonly method: string;
  declare readonly path: string;

  constructor(facts: RequestFacts, what: string, details: object) {
    super(`${facts.method} ${facts.path} ${what}`, details);
    Object.assign(this, facts, details);
  }
}

/** No answer came, or it broke off; the message names the host. `cause` is what fetch said. */
export class ConnectionError extends RequestError {
  override readonly name: string = 'ConnectionError';
}

/** `timeout` or `totalTimeout` has passed, or a signal of `AbortSignal.timeout()`. */
export class TimeoutError extends ConnectionError {
  override readonly name = 'TimeoutError';
}

/** The caller's signal ended the call; `cause` is its reason. */
export class AbortError extends RequestError {
  override readonly name = 'AbortError';
}

/** A success that is not what its method says: a body that cannot be read, a next page that must not be followed. */
export class DecodeError extends RequestError {
  override readonly name = 'DecodeError';
  declare readonly status: number;
  declare readonly headers: Headers;

  constructor(facts: RequestFacts, { status, headers }: Response, what: string, cause?: unknown) {
    super(facts, `answered ${status} with ${what}`, { status, headers, cause });
  }
}

/** What an `ApiError` knows of its request, and of the provider's errors. */
export interface Refused {
  readonly facts: RequestFacts;
  readonly client: { readonly errors?: ErrorShape | undefined; readonly rateLimit?: RateLimit | undefined };
  /** OAuth 2.0 scopes, separated by spaces (RFC 6749 section 3.3). */
  readonly descriptor: { readonly scopes?: string };
}

/** An answer that is no success (its status is not 2xx). */
export class ApiError<Body = unknown> extends RequestError {
  override readonly name: string = 'ApiError';
  declare readonly status: number;
  declare readonly headers: Headers;
  /** Its body is read already. */
  declare readonly response: Response;
  /** Decoded where it is JSON, else text; undefined where it is empty. */
  declare readonly body: Body;
  /** The provider's own code for the error. */
  declare readonly code: string | undefined;
  /** The provider's id for this occurrence. */
  declare readonly id: string | undefined;
  /** Of a header such as `X-Request-Id`: by it the provider's support finds the request. */
  declare readonly requestId: string | undefined;
  /** Seconds after which the server would answer again, where it says so. */
  declare readonly retryAfter: number | undefined;
  /** The OAuth 2.0 scopes of which the method needs one; empty but for 403. */
  declare readonly requiredScopes: readonly string[];

  constructor(
    { facts, client: { errors = {}, rateLimit }, descriptor: { scopes } }: Refused,
    response: Response,
    text: string,
  ) {
    const { status, headers } = response;
    let body: unknown = text || undefined;
    try {
      body = JSON.parse(text);
    } catch {
      // Text it is.
    }
    const message = textMember(body, errors.message);
    super(facts, `answered ${status}${message ? `: ${message}` : ''}`, {
      status,
      headers,
      response,
      body,
      code: textMember(body, errors.code),
      id: textMember(body, errors.id),
      requestId: [...headers].find(([name]) => /request-?id$/.test(name))?.[1],
      retryAfter: askedSeconds(response, rateLimit),
      requiredScopes: (status === 403 && scopes?.split(' ')) || [],
    });
  }
}

/**
 * Why there is no answer, or not all of it: a `TimeoutError` if the cause is one, else a `ConnectionError` that names the
 * host of `url` (as `Request` or `Response` has it), and an `AbortError` where no URL is given.
 */
export function lackOf(facts: RequestFacts, cause: unknown, url?: string): RequestError {
  if (cause instanceof RequestError) return cause;
  const details = { cause };
  if ((cause as Error | undefined)?.name === 'TimeoutError')
    return new TimeoutError(facts, 'took too long', details);
  if (url === undefined) return new AbortError(facts, 'was aborted', details);
  return new ConnectionError(facts, `got no answer from ${url.split('/')[2]}`, details);
}

function textMember(body: unknown, key = ''): string | undefined {
  const value = (body as { readonly [key: string]: unknown } | null | undefined)?.[key];
  return isScalar(value) ? String(value) : undefined;
}
