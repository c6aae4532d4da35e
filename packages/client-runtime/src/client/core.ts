import type { Security } from '../descriptor.ts';
import { type Exchange, exchange, type Sender } from '../exchange/exchange.ts';
import { type RateLimit, withRetry } from '../exchange/retry.ts';
import type { Noticing } from '../logging/warn-once.ts';
import type { Parse } from '../response/decode.ts';
import type { ErrorShape } from '../response/errors.ts';
import { type Credentials, type Scheme, type Schemes, secretsOf } from './auth.ts';
import { isServerSide } from './environment.ts';
import { type ClientOptions, refuseUnknown } from './options.ts';
import { type ServerVariable, serverUrl } from './server.ts';
import type { HeaderValues } from './transport.ts';

/** What a provider's client is made of: the same for each of its instances. */
export interface CoreConfig {
  /** The server's URL; may hold variables. */
  readonly server: string;
  readonly variables?: readonly ServerVariable[];
  readonly schemes?: Schemes;
  /** What most methods need. */
  readonly security?: Security;
  /** Where the error body says what went wrong. */
  readonly errors?: ErrorShape;
  readonly rateLimit?: RateLimit;
  /** The failures that most methods declare. */
  readonly failures?: readonly (number | string)[];
  /** `@plumbline/okta-client/0.1.0`. */
  readonly userAgent?: string;
}

// In the registry, so that two copies of this module agree; not exported, so that no editor offers it as a member.
const internals: unique symbol = Symbol.for('plumbline.client');

export interface Internals extends Sender, Noticing, Pick<CoreConfig, 'errors' | 'failures'> {
  readonly exchange: Exchange;
  /** Reads the JSON of its answers; `JSON.parse` unless given. */
  readonly parse?: Parse | undefined;
  /** Of every request. */
  readonly headers: HeaderValues;
  readonly totalTimeout?: number | undefined;
  /** The URL of a method's server, without a slash at its end; the client's unless a template is given. */
  readonly server: (template?: string) => string;
}

/** A client as methods see it: without any of them, it is what those imported one by one are called with. */
export interface ClientCore {
  readonly [internals]: Internals;
}

/** What methods know of a client. */
export const internalsOf = (core: ClientCore): Internals => core[internals];

/** A client that reads the JSON of its answers in another way, such as one that keeps integers beyond 2^53. */
export const parsingBy = (core: ClientCore, parse: Parse): ClientCore => ({
  [internals]: { ...core[internals], parse },
});

/** A client that sends in another way. */
export const withExchange = (core: ClientCore, exchange: Exchange): ClientCore => ({
  [internals]: { ...core[internals], exchange },
});

const OPTIONS = [
  'headers',
  'retry',
  'timeout',
  'totalTimeout',
  'auth',
  'baseUrl',
  'concurrency',
  'fetch',
  'logger',
  'onDeprecated',
  'onError',
  'onRequest',
  'onResponse',
  'onRetry',
  'userAgent',
];

/** As it is when it is called: tests put another in its place. */
const globalFetch = (input: string | Request, init?: RequestInit) => globalThis.fetch(input, init);

/** Makes a client. Throws a TypeError for an option that it does not know or that is missing. */
export function createCore(
  config: CoreConfig,
  options: ClientOptions & { readonly auth?: object | undefined },
): ClientCore {
  const { variables = [], schemes = {}, security: usual = [] } = config;
  // Secrets stay out of what a client shows of itself when it is printed.
  const { auth = {}, ...open } = options;
  const { baseUrl, headers, logger, userAgent = config.userAgent, fetch = globalFetch } = open;
  const own = variables.map(({ name, key = name }) => key);
  refuseUnknown(options, [...OPTIONS, ...own], 'client options');
  refuseUnknown(auth, Object.keys(schemes), 'credentials');

  const fill = (template: string) =>
    serverUrl(template, variables, options as { readonly [key: string]: unknown });
  const serverOf = (template: string) => (baseUrl ?? fill(template)).replace(/\/$/, '');
  const server = serverOf(config.server);
  const contextOf = ({ tokenUrl }: Scheme) => ({
    tokenUrl: tokenUrl && new URL(fill(tokenUrl), server).href,
    fetch,
  });
  return {
    [internals]: {
      ...open,
      ...config,
      exchange,
      fetch: fetch as typeof globalFetch,
      isWatched: Boolean(open.fetch ?? logger ?? open.onRequest ?? open.onResponse ?? open.onRetry),
      headers: { 'user-agent': isServerSide() ? userAgent : undefined, ...headers },
      listeners: [open, logger],
      noticed: new Set(),
      policy: withRetry(options.retry),
      server: (template) => (template ? serverOf(template) : server),
      secrets: secretsOf(schemes, auth as Credentials, usual, contextOf),
    },
  };
}
