/** A method of a client, bound to it. */
export type ClientMethod = (input: object, options?: object) => PromiseLike<unknown>;

/** Finds a method where the table has it: `users.oauthTokens.revokeTokens`. Undefined: the client has none there. */
export function clientMethod(client: unknown, call: string): ClientMethod | undefined {
  let holder: unknown;
  let found = client;
  for (const name of call.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    holder = found;
    found = (found as { readonly [name: string]: unknown })[name];
  }
  return typeof found === 'function' ? (found.bind(holder) as ClientMethod) : undefined;
}
