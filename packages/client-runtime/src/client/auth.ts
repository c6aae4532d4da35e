import type { Security } from '../descriptor.ts';
import type { Draft } from '../exchange/draft.ts';
import { fromEnvironment } from './environment.ts';

/** What a credential function can know. */
export interface CredentialContext {
  /** The secret that was answered with 401, where the function is asked again on account of it. */
  readonly rejected: Secret | undefined;
  /** Where the scheme's tokens come from, if the spec says so. */
  readonly tokenUrl: string | undefined;
  /** Sends a request as the client does. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * A secret, or a function that is asked for it before each request; after a 401 it is asked once more, and the request
 * sent again if the secret is another.
 */
export type Credential = string | ((context: CredentialContext) => string | Promise<string>);

/** What HTTP Basic authentication takes (RFC 7617). */
export type BasicCredential = UserPassword | (() => UserPassword | Promise<UserPassword>);
export interface UserPassword {
  readonly username: string;
  readonly password: string;
}

export type Secret = string | UserPassword;
type AskSecret = (context: CredentialContext) => Secret | Promise<Secret>;

/** A security scheme (OpenAPI 3.1.1 section 4.8.27): how its secret goes into a request, and where else it is found. */
export interface Scheme {
  readonly by: Place;
  /** Of the header, the query parameter or the cookie. */
  readonly name?: string;
  /** Stands before the secret: `Bearer `, `SSWS `. */
  readonly prefix?: string;
  /** The environment variable that is read where no credential is given. */
  readonly env?: string;
  /** Of OAuth 2.0 client credentials (RFC 6749 section 4.4); may hold server variables, or be relative to the server. */
  readonly tokenUrl?: string;
}
export type Schemes = { readonly [key: string]: Scheme };

/** Puts a secret into what is about to be sent. */
export type Place = (draft: Draft, secret: Secret, scheme: Scheme) => void;

/** Credentials by scheme; absent ones undefined. */
export type Credentials = { readonly [key: string]: Credential | BasicCredential | undefined };

/** The secrets of one request, by scheme. */
export type Secrets = readonly (readonly [Scheme, Secret])[];

/**
 * A function that gives the secrets of the first alternative, of the usual ones unless told others, whose credentials are
 * all there, given or in the environment; none where there is no such. Credentials that are functions are asked for them, and told which one was `rejected`; what they throw rejects.
 */
export function secretsOf(
  schemes: Schemes,
  given: Credentials,
  usual: Security,
  contextOf: (scheme: Scheme) => Omit<CredentialContext, 'rejected'>,
) {
  const credentials: { [key: string]: Credential | BasicCredential | undefined } = { ...given };
  for (const key in schemes) credentials[key] ??= fromEnvironment(schemes[key]?.env);
  return async (security = usual, rejected: Secrets = []): Promise<Secrets> => {
    const keys = security.find((keys) => keys[0] && keys.every((key) => credentials[key])) ?? [];
    const secrets: [Scheme, Secret][] = [];
    for (const key of keys) {
      const scheme = schemes[key] as Scheme;
      let secret = credentials[key] as Secret | AskSecret;
      if (typeof secret === 'function')
        secret = await secret({ ...contextOf(scheme), rejected: rejected[secrets.length]?.[1] });
      secrets.push([scheme, secret]);
    }
    return secrets;
  };
}
