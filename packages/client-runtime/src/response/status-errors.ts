import { ApiError } from './errors.ts';

/**
 * `ApiError`s by their status, to tell apart with `instanceof`: each is a view of `ApiError`, which is what calls reject
 * with, so that a bundle holds those alone which a program names.
 */

/** 400 */
export class BadRequestError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 400);
  }
}

/** 401: no credentials, or none that are valid. */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 401);
  }
}

/** 403; `requiredScopes` tells the OAuth 2.0 scopes of which the method needs one. */
export class ForbiddenError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 403);
  }
}

/** 404 */
export class NotFoundError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 404);
  }
}

/** 409 */
export class ConflictError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 409);
  }
}

/** 422 */
export class UnprocessableError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 422);
  }
}

/** 429; `retryAfter` tells the seconds after which the server would answer again, where it says so. */
export class RateLimitError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 429);
  }
}

/** 5xx */
export class ServerError<Body = unknown> extends ApiError<Body> {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasStatus(value, 500, 599);
  }
}

function hasStatus(value: unknown, least: number, most = least): boolean {
  return value instanceof ApiError && value.status >= least && value.status <= most;
}
