import { type ClientCore, type ClientOptions, serverOf } from '@plumbline/client-runtime';
import type { LoadedClient } from './load-client.ts';

/** No request can be sent, and what would mend it. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * How clients are made for statements: for the server that options and environment name, which no statement changes; what
 * they leave open a statement binds. Throws a {@link ServerProblem} where it cannot be made.
 */
export function clientSource(
  { catalogue, create }: LoadedClient,
  {
    baseUrl,
    values,
    isShell,
    options = () => ({}),
  }: {
    readonly baseUrl: string | null;
    /** Read whenever a client is made. */
    readonly values: ReadonlyMap<string, string>;
    /** Whether a person can set values between statements. */
    readonly isShell: boolean;
    /** Read whenever a client is made. */
    readonly options?: () => ClientOptions;
  },
): (variables: { readonly [key: string]: unknown }) => ClientCore {
  const given = (): { readonly [key: string]: string } =>
    Object.fromEntries(
      catalogue.variables.flatMap(({ name, key = name }) => {
        const value = values.get(name);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  const attempt = (variables: { readonly [key: string]: unknown }): ClientCore | TypeError => {
    try {
      return create({ ...options(), ...given(), ...variables, ...(baseUrl !== null && { baseUrl }) });
    } catch (error) {
      if (error instanceof TypeError) return error;
      throw error;
    }
  };
  return (variables) => {
    const client = attempt(variables);
    if (client instanceof TypeError) throw serverProblem(client, catalogue, isShell);
    for (const [key, value] of Object.entries(variables)) {
      // Without what the statement says: whatever answers now has it from elsewhere.
      const { [key]: _, ...others } = variables;
      const own = attempt(others);
      if (own instanceof TypeError || serverOf(own) === serverOf(client)) continue;
      throw new ServerProblem(
        `The statement is for ${key} \`${String(value)}\`, and the client for ${serverOf(own)}.`,
        'Leave the condition out, or start with other variables.',
      );
    }
    return client;
  };
}

function serverProblem(
  { message }: TypeError,
  { variables }: LoadedClient['catalogue'],
  isShell: boolean,
): ServerProblem {
  const [first] = variables.map(({ name }) => name);
  const env = /\bor ([A-Z][A-Z0-9_]*) cannot/.exec(message)?.[1];
  const ways = [
    ...(first === undefined
      ? []
      : [`\`${isShell ? '.set' : '--set'} ${first}=…\``, `\`WHERE ${first} = …\``]),
    `${isShell ? 'another start with ' : ''}${env === undefined ? '' : `${env} in the environment or `}\`--base-url URL\``,
  ].join(', or ');
  return new ServerProblem(
    first === undefined
      ? message
      : `No request can be sent: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    `It takes ${ways}.`,
  );
}
