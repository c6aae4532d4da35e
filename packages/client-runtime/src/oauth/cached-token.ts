import type { CredentialContext } from '../client/auth.ts';

/** A token and how long it serves. */
export interface Token {
  readonly token: string;
  /** Milliseconds since the epoch; absent: until a server rejects it. */
  readonly expiresAt?: number | undefined;
}

/** Milliseconds before its end that a token is given up, so that it does not expire on its way. */
const MARGIN = 30_000;

/**
 * A credential that keeps what `load` brings until it is about to expire or a server rejects it. Requests that wait at
 * the same time share one load; if it fails they all reject, and the next request loads anew.
 */
export function cachedToken(
  load: (context: CredentialContext) => Promise<Token>,
): (context: CredentialContext) => Promise<string> {
  let current: Promise<Token> | undefined;
  const begin = (context: CredentialContext): Promise<Token> => {
    const loading = load(context);
    loading.catch(() => {
      if (current === loading) current = undefined;
    });
    current = loading;
    return loading;
  };
  return async function tokenOf(context): Promise<string> {
    const held = current;
    const { token, expiresAt = Infinity } = await (held ?? begin(context));
    if (held === undefined || (token !== context.rejected && Date.now() < expiresAt - MARGIN)) return token;
    // Whoever waited for the same token may have begun another load meanwhile.
    return current === held ? (await begin(context)).token : tokenOf(context);
  };
}
