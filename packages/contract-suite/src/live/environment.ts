import type { Provider } from '@plumbline/contract-server';

export type Environment = { readonly [name: string]: string | undefined };

/** The options of a client that calls the real server, or the sentence that says what they lack. */
export type LiveOptions = { readonly options: object } | { readonly refused: string };

/**
 * Reads server variables and credentials where the provider's config says that they are: `OKTA_SUBDOMAIN` and
 * `OKTA_API_TOKEN`. Every server variable is needed, and one credential.
 */
export function liveOptions(
  { serverVariables, auth, credentials }: Provider,
  environment: Environment,
): LiveOptions {
  const lookUp = (name: string | null | undefined) =>
    name === null || name === undefined || environment[name] === '' ? undefined : environment[name];
  const nameless = serverVariables.find(({ env }) => env === null);
  if (nameless !== undefined)
    return {
      refused: `the config names no environment variable for the server variable \`${nameless.name}\``,
    };
  const schemes = Object.entries(auth).flatMap(([scheme, { env }]) =>
    env === undefined ? [] : [{ env, key: credentials?.[scheme] ?? scheme }],
  );
  if (schemes.length === 0)
    return { refused: 'the config names no environment variable for a credential (`auth.….env`)' };
  const variables = serverVariables.map(({ name, env }) => ({ name, env, value: lookUp(env) }));
  const given = schemes.flatMap(({ env, key }) => {
    const value = lookUp(env);
    return value === undefined ? [] : [[key, value] as const];
  });
  const missing = [
    ...variables.flatMap(({ env, value }) => (value === undefined ? [String(env)] : [])),
    ...(given.length === 0 ? [schemes.map(({ env }) => env).join(' or ')] : []),
  ];
  if (missing.length > 0)
    return {
      refused: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set in the environment`,
    };
  return {
    options: {
      ...Object.fromEntries(variables.map(({ name, value }) => [name, value])),
      auth: Object.fromEntries(given),
    },
  };
}
