import type { Security } from '../descriptor.ts';
import { fromEnvironment } from './environment.ts';

/** A secret, or a function that is asked for it before each request. */
export type Credential = string | (() => string | Promise<string>);

/** What HTTP Basic authentication takes (RFC 7617). */
export type BasicCredential = UserPassword | (() => UserPassword | Promise<UserPassword>);
export interface UserPassword {
  readonly username: string;
  readonly password: string;
}

/** Where the credentials of a security scheme go (OpenAPI 3.1.1 section 4.8.27). */
export interface Scheme {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** Stands before the secret: `Bearer `, `SSWS `. */
  readonly prefix?: string;
  readonly env?: string;
}
export type Schemes = { readonly [key: string]: Scheme };

/** Credentials by scheme; absent ones undefined. */
export type Credentials = { readonly [key: string]: Credential | BasicCredential | undefined };

/** Those given, and for the others the environment's. */
export function withEnvironment(schemes: Schemes, given: Credentials): Credentials {
  return Object.fromEntries(
    Object.entries(schemes).map(([key, { env }]) => [key, given[key] ?? fromEnvironment(env)]),
  );
}

/** The request with the credentials of the first alternative of which all are there; as it is where there is none. */
export async function authorize(
  request: Request,
  security: Security,
  schemes: Schemes,
  credentials: Credentials,
): Promise<Request> {
  const chosen = security.find(
    (alternative) => alternative.length > 0 && alternative.every((key) => credentials[key] !== undefined),
  );
  let authorized = request;
  for (const key of chosen ?? []) {
    const [scheme, credential] = [schemes[key], credentials[key]];
    if (scheme !== undefined && credential !== undefined) {
      authorized = place(authorized, scheme, (scheme.prefix ?? '') + (await secretOf(credential)));
    }
  }
  return authorized;
}

async function secretOf(credential: Credential | BasicCredential): Promise<string> {
  const value = typeof credential === 'function' ? await credential() : credential;
  return typeof value === 'string' ? value : base64(`${value.username}:${value.password}`);
}

function place(request: Request, { in: where, name }: Scheme, secret: string): Request {
  if (where === 'header') request.headers.set(name, secret);
  else {
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
    if (where === 'query') return withQuery(request, pair);
    const others = request.headers.get('cookie');
    request.headers.set('cookie', others === null ? pair : `${others}; ${pair}`);
  }
  return request;
}

function withQuery(request: Request, pair: string): Request {
  return new Request(`${request.url}${request.url.includes('?') ? '&' : '?'}${pair}`, request);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
