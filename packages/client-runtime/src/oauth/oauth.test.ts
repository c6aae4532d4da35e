import { decodeJwt, exportJWK, exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CredentialContext } from '../client/auth.ts';
import { createCore } from '../index.ts';
import { config, getUser } from '../testing/client.ts';
import { json, type Received, serve, type TestServer } from '../testing/server.ts';
import { cachedToken } from './cached-token.ts';
import { clientCredentials } from './index.ts';

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const pem = await exportPKCS8(privateKey);
const jwk = { ...(await exportJWK(privateKey)), kid: 'k1' };

let server: TestServer | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
});

/** A provider that issues these tokens, one after the other, and takes the one that `taken` holds. */
async function provider(tokens: readonly object[], taken = { token: 't1' }, status = 200) {
  let issued = 0;
  server = await serve((response, { url, headers }) =>
    url === '/oauth2/v1/token'
      ? json(response, tokens[issued++] ?? {}, status)
      : json(response, {}, headers.authorization === `Bearer ${taken.token}` ? 200 : 401),
  );
  return server;
}
const tokenRequests = ({ received }: TestServer): readonly Received[] =>
  received.filter(({ url }) => url === '/oauth2/v1/token');
const clientOf = (
  { url }: TestServer,
  privateKeyOf: Parameters<typeof clientCredentials>[0]['privateKey'] = jwk,
) =>
  createCore(config, {
    baseUrl: url,
    auth: {
      oauth2: clientCredentials({
        clientId: 'app',
        privateKey: privateKeyOf,
        keyId: 'k1',
        scopes: ['a', 'b'],
      }),
    },
  });

describe('clientCredentials', () => {
  it.each([
    ['a JWK', jwk],
    ['a JWK as JSON', JSON.stringify(jwk)],
    ['PKCS #8', pem],
    ['a CryptoKey', privateKey],
  ])('asks for a token with a JWT signed by %s', async (_name, key) => {
    const at = await provider([{ access_token: 't1', expires_in: 3600 }]);
    await getUser(clientOf(at, key), { id: 1 });
    const [request] = tokenRequests(at);
    const form = new URLSearchParams(request?.body);
    expect(Object.fromEntries(form)).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'app',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: 'a b',
    });
    const audience = `${at.url}/oauth2/v1/token`;
    const verified = await jwtVerify(form.get('client_assertion') ?? '', publicKey, {
      audience,
      issuer: 'app',
      subject: 'app',
    });
    expect(verified.protectedHeader).toEqual({ alg: 'RS256', kid: 'k1' });
    expect(Number(verified.payload.exp) - Number(verified.payload.iat)).toBe(300);
    expect(verified.payload.jti).toMatch(/^[\da-f-]{36}$/);
    expect(at.received.at(-1)?.headers.authorization).toBe('Bearer t1');
  });

  it('asks once for many requests that wait, and not again while the token is good', async () => {
    const at = await provider([{ access_token: 't1', expires_in: 3600 }]);
    const client = clientOf(at);
    await Promise.all(Array.from({ length: 20 }, (_, id) => getUser(client, { id: String(id) })));
    await getUser(client, { id: 1 });
    expect(tokenRequests(at)).toHaveLength(1);
    expect(at.received).toHaveLength(22);
  });

  it('asks once more, for all, when its token is rejected, with a fresh JWT', async () => {
    const taken = { token: 't1' };
    const at = await provider([{ access_token: 't1' }, { access_token: 't2' }], taken);
    const client = clientOf(at);
    await getUser(client, { id: 1 });
    taken.token = 't2';
    await Promise.all(Array.from({ length: 10 }, (_, id) => getUser(client, { id: String(id) })));
    const ids = tokenRequests(at).map(
      ({ body }) => decodeJwt(new URLSearchParams(body).get('client_assertion') ?? '').jti,
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(2);
  });

  it('rejects with what the provider says', async () => {
    const at = await provider(
      [{ error: 'invalid_client', error_description: 'Unknown key.' }],
      undefined,
      401,
    );
    await expect(getUser(clientOf(at), { id: 1 })).rejects.toMatchObject({
      status: 401,
      message: 'POST /oauth2/v1/token answered 401: Unknown key.',
      code: 'invalid_client',
    });
  });

  it('rejects an answer without a token', async () => {
    const client = clientOf(await provider([{ token: 'x' }]));
    await expect(getUser(client, { id: 1 })).rejects.toThrow(
      'POST /oauth2/v1/token answered 200 with no access token',
    );
  });

  it('rejects where nobody says where tokens come from', async () => {
    const credential = clientCredentials({ clientId: 'app', privateKey: jwk });
    await expect(credential({ rejected: undefined, tokenUrl: undefined, fetch })).rejects.toThrow(
      'needs a `tokenUrl`',
    );
  });
});

describe('cachedToken', () => {
  const context: CredentialContext = { rejected: undefined, tokenUrl: undefined, fetch };

  it('loads anew half a minute before the token expires', async () => {
    vi.useFakeTimers({ now: 0 });
    let loads = 0;
    const token = cachedToken(async () => ({ token: String(++loads), expiresAt: Date.now() + 60_000 }));
    expect([await token(context), await token(context)]).toEqual(['1', '1']);
    vi.setSystemTime(29_999);
    expect(await token(context)).toBe('1');
    vi.setSystemTime(30_000);
    expect(await Promise.all([token(context), token(context)])).toEqual(['2', '2']);
  });

  it('lets all who wait share a failure, and the next load anew', async () => {
    let loads = 0;
    const token = cachedToken(async () => {
      if (++loads === 1) throw new Error('down');
      return { token: 't' };
    });
    const outcomes = await Promise.allSettled([token(context), token(context), token(context)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(loads).toBe(1);
    expect(await token(context)).toBe('t');
  });

  it('loads once for all who had the same token rejected', async () => {
    let loads = 0;
    const token = cachedToken(async () => ({ token: String(++loads) }));
    await token(context);
    const rejected = { ...context, rejected: '1' };
    expect(await Promise.all([token(rejected), token(rejected), token(context)])).toEqual(['2', '2', '1']);
    expect(await token(rejected)).toBe('2');
    expect(loads).toBe(2);
  });
});
