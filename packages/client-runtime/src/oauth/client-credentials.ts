import type { CryptoKey, JWK } from 'jose';
import type { CredentialContext } from '../client/auth.ts';
import { ApiError, DecodeError, lackOf } from '../response/errors.ts';
import { cachedToken, type Token } from './cached-token.ts';

/** What an OAuth 2.0 client proves itself with, and what it asks for. */
export interface ClientCredentials {
  readonly clientId: string;
  /** Of a key whose public half the provider knows: a JWK, as an object or as JSON, PKCS #8 as PEM, or a CryptoKey. */
  readonly privateKey: JWK | CryptoKey | string;
  /** The algorithm of the signature, unless a JWK names its own: RS256. */
  readonly algorithm?: string | undefined;
  /** The key's id, unless a JWK names its own. */
  readonly keyId?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** Unless given, what the spec names. */
  readonly tokenUrl?: string | undefined;
  /** Whom the assertion is for; the token URL unless given. */
  readonly audience?: string | undefined;
}

/**
 * A credential that gets its tokens by client credentials (RFC 6749 section 4.4) with a private-key JWT (RFC 7523
 * section 2.2). Needs the package `jose`, which is loaded when the first token is. Tokens are cached, and got once for all
 * requests that wait. A call rejects with an `ApiError` where no token is given, with a `ConnectionError` where there is
 * no answer, and with a TypeError where there is no token URL.
 */
export function clientCredentials(
  credentials: ClientCredentials,
): (context: CredentialContext) => Promise<string> {
  return cachedToken((context) => requestToken(credentials, context));
}

async function requestToken(
  credentials: ClientCredentials,
  { fetch, ...context }: CredentialContext,
): Promise<Token> {
  const { clientId, scopes = [], tokenUrl = context.tokenUrl } = credentials;
  if (tokenUrl === undefined)
    throw new TypeError('`clientCredentials` needs a `tokenUrl`: the spec names none.');
  const request = new Request(tokenUrl, {
    method: 'POST',
    // A redirect would carry the assertion elsewhere.
    redirect: 'error',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(credentials, tokenUrl),
      ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    }),
  });
  const facts = { method: 'POST', path: new URL(tokenUrl).pathname };
  const response = await fetch(request).catch((cause) => {
    throw lackOf(facts, cause, request.url);
  });
  if (!response.ok) {
    const client = { errors: { message: 'error_description', code: 'error' } };
    throw new ApiError({ facts, client, descriptor: {} }, response, await response.text());
  }
  const body = await response.json().catch(() => undefined);
  if (typeof body?.access_token !== 'string') throw new DecodeError(facts, response, 'no access token');
  const lifetime = Number(body.expires_in ?? Infinity);
  return { token: body.access_token, expiresAt: Date.now() + lifetime * 1000 };
}

/** A JWT that is good for one request of a token (RFC 7523 section 3). */
async function signAssertion(credentials: ClientCredentials, tokenUrl: string): Promise<string> {
  const { importJWK, importPKCS8, SignJWT } = await import('jose');
  const { clientId, privateKey, audience = tokenUrl } = credentials;
  const key =
    typeof privateKey === 'string' && privateKey.trim().startsWith('{') ? JSON.parse(privateKey) : privateKey;
  const { algorithm = key.alg ?? 'RS256', keyId = key.kid } = credentials;
  const imported =
    typeof key === 'string'
      ? await importPKCS8(key, algorithm)
      : 'kty' in key
        ? await importJWK(key, algorithm)
        : key;
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, ...(keyId && { kid: keyId }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(imported);
}
