import type { Security } from '../descriptor.ts';
import type { ErrorShape } from '../response/errors.ts';
import { authorize, type Credentials, type Schemes, withEnvironment } from './auth.ts';
import { type ClientOptions, refuseUnknown } from './options.ts';
import { type ServerVariable, serverUrl } from './server.ts';
import { createTransport, type Transport } from './transport.ts';

/** What a provider's client is made of: the same for each of its instances. */
export interface CoreConfig {
  /** The server's URL; may hold variables. */
  readonly server: string;
  readonly variables?: readonly ServerVariable[];
  readonly schemes?: Schemes;
  /** What most methods need. */
  readonly security?: Security;
  readonly errors?: ErrorShape;
}

/** The key of what methods know of a client. In the registry, so that two copies of this module agree. */
export const internals: unique symbol = Symbol.for('@plumbline/client-runtime');

/** On the parameters that openapi-fetch shows to middleware: the security of a method that differs from its client's. */
export const security: unique symbol = Symbol('security');

export interface Internals {
  readonly transport: Transport;
  readonly errors: ErrorShape;
  /** The URL of a server other than the client's. */
  readonly server: (template: string) => string;
}

/** A client as methods see it: without any of them, it is what those imported one by one are called with. */
export interface ClientCore {
  readonly [internals]: Internals;
}

/** Makes a client. Throws a TypeError for an option that it does not know or that is missing. */
export function createCore(
  { server, variables = [], schemes = {}, security: usual = [], errors = {} }: CoreConfig,
  options: ClientOptions & { readonly auth?: object | undefined },
): ClientCore {
  const { baseUrl, fetch, headers, auth = {} } = options;
  const keys = variables.map(({ name, key = name }) => key);
  refuseUnknown(options, ['baseUrl', 'fetch', 'headers', 'auth', ...keys], 'options of the client');
  refuseUnknown(auth, Object.keys(schemes), 'credentials');

  const urlOf = (template: string): string => baseUrl ?? serverUrl(template, variables, { ...options });
  const transport = createTransport({ baseUrl: urlOf(server), fetch, headers });
  const credentials = withEnvironment(schemes, auth as Credentials);
  transport.use({
    onRequest: ({ request, params }) =>
      authorize(
        request,
        (params as { readonly [security]?: Security })[security] ?? usual,
        schemes,
        credentials,
      ),
  });
  return { [internals]: { transport, errors, server: urlOf } };
}
