/** What every error of this package knows of its request. */
export interface RequestFacts {
  /** `GET`. */
  readonly method: string;
  /** The path's template: `/users/{id}`. */
  readonly path: string;
}

/** Members of the provider's error body that say what went wrong. */
export interface ErrorShape {
  readonly message?: string;
  readonly code?: string;
  readonly id?: string;
}

/** An answer that is no success (its status is not 2xx). */
export class ApiError extends Error implements RequestFacts {
  override readonly name: string = 'ApiError';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  /** Decoded where it is JSON, else text; undefined where it is empty. */
  readonly body: unknown;
  /** The provider's own code for the error. */
  readonly code: string | undefined;
  /** The provider's id for this occurrence. */
  readonly id: string | undefined;

  constructor({ method, path }: RequestFacts, response: Response, body: unknown, shape: ErrorShape = {}) {
    const message = textMember(body, shape.message);
    super(`${method} ${path} answered ${response.status}${message === undefined ? '' : `: ${message}`}`);
    this.method = method;
    this.path = path;
    this.status = response.status;
    this.headers = response.headers;
    this.body = body;
    this.code = textMember(body, shape.code);
    this.id = textMember(body, shape.id);
  }
}

/** A success whose body is not what its method says. */
export class DecodeError extends Error implements RequestFacts {
  override readonly name: string = 'DecodeError';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;

  constructor({ method, path }: RequestFacts, response: Response, cause: unknown) {
    super(`${method} ${path} answered ${response.status} with a body that cannot be read`, { cause });
    this.method = method;
    this.path = path;
    this.status = response.status;
    this.headers = response.headers;
  }
}

function textMember(body: unknown, key: string | undefined): string | undefined {
  if (key === undefined || typeof body !== 'object' || body === null || !Object.hasOwn(body, key))
    return undefined;
  const value = (body as { readonly [key: string]: unknown })[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
