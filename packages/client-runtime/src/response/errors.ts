import { askedDelay, type RateLimit } from '../exchange/retry.ts';

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
export class RequestError extends Error implements RequestFacts {
  override readonly name: string = 'RequestError';
  declare readonly method: string;
  declare readonly path: string;

  constructor({ method, path }: RequestFacts, what: string, cause?: unknown) {
    super(`${method} ${path} ${what}`, { cause });
    Object.assign(this, { method, path });
  }
}

/** No answer came, or it broke off. `cause` is what fetch said. */
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
    super(facts, `answered ${status} with ${what}`, cause);
    Object.assign(this, { status, headers });
  }
}

/** What an `ApiError` is made of. */
export interface Refusal {
  readonly facts: RequestFacts;
  readonly response: Response;
  readonly body: unknown;
  /** What the provider says of its errors. */
  readonly config: { readonly errors?: ErrorShape; readonly rateLimit?: RateLimit };
  /** OAuth 2.0 scopes of the method, separated by spaces (RFC 6749 section 3.3). */
  readonly scopes?: string | undefined;
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
  /** The OAuth 2.0 scopes of which the method needs one; empty but for 403. */
  declare readonly requiredScopes: readonly string[];

  constructor({ facts, response, body, config: { errors = {} }, scopes }: Refusal) {
    const { status, headers } = response;
    const message = textMember(body, errors.message);
    super(facts, `answered ${status}${message ? `: ${message}` : ''}`);
    Object.assign(this, {
      status,
      headers,
      response,
      body,
      code: textMember(body, errors.code),
      id: textMember(body, errors.id),
      requestId: [...headers].find(([name]) => /request-?id$/.test(name))?.[1],
      requiredScopes: (status === 403 && scopes?.split(' ')) || [],
    });
  }
}

/** 400 */
export class BadRequestError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'BadRequestError';
}

/** 401: no credentials, or none that are valid. */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'AuthenticationError';
}

/** 403 */
export class ForbiddenError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'ForbiddenError';
}

/** 404 */
export class NotFoundError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'NotFoundError';
}

/** 409 */
export class ConflictError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'ConflictError';
}

/** 422 */
export class UnprocessableError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'UnprocessableError';
}

/** 429 */
export class RateLimitError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'RateLimitError';
  /** Seconds after which the server would answer again, where it says so. */
  declare readonly retryAfter: number | undefined;

  constructor(refusal: Refusal) {
    super(refusal);
    const delay = askedDelay(refusal.response, refusal.config.rateLimit);
    Object.assign(this, { retryAfter: delay && delay / 1000 });
  }
}

/** 5xx */
export class ServerError<Body = unknown> extends ApiError<Body> {
  override readonly name = 'ServerError';
}

const BY_STATUS: { readonly [status: number]: new (refusal: Refusal) => ApiError } = {
  400: BadRequestError,
  401: AuthenticationError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableError,
  429: RateLimitError,
};

/** The error of an answer, of its status's class. */
export function apiError(refusal: Refusal): ApiError {
  const { status } = refusal.response;
  return new (BY_STATUS[status] ?? (status < 500 ? ApiError : ServerError))(refusal);
}

/** Why there is no answer, or not all of it: a `TimeoutError` if the cause is one, else `Other`. */
export function lackOf(Other: typeof RequestError, facts: RequestFacts, cause: unknown): RequestError {
  if (cause instanceof RequestError) return cause;
  const isTimeout = (cause as Error | undefined)?.name === 'TimeoutError';
  return new (isTimeout ? TimeoutError : Other)(facts, 'got no answer', cause);
}

function textMember(body: unknown, key = ''): string | undefined {
  const value = (body as { readonly [key: string]: unknown } | null | undefined)?.[key];
  return /string|number/.test(typeof value) ? String(value) : undefined;
}
