import {
  camelName,
  type Operation,
  type ProviderModel,
  type Server,
  type ServerVariable,
  uniqueNames,
} from '@plumbline/model';

/** A variable of the server's URL, as the client's options have it. */
export interface VariablePlan {
  /** As in the URL. */
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly default: string | null;
  /** Whether each caller has his own, so that the default serves examples alone: no request shall reach a stranger's host. */
  readonly isOwn: boolean;
  readonly env: string | null;
  /** Empty: any value. */
  readonly values: readonly string[];
}

export interface ServerPlan {
  readonly url: string;
  readonly variables: readonly VariablePlan[];
  /** The URL of a server that an operation has to itself; null: the client's. */
  readonly serverOf: (operation: Operation) => string | null;
}

/** Options that every client has. */
const RESERVED_OPTIONS = [
  'auth',
  'baseUrl',
  'concurrency',
  'fetch',
  'headers',
  'logger',
  'onDeprecated',
  'onError',
  'onRequest',
  'onResponse',
  'onRetry',
  'retry',
  'timeout',
  'totalTimeout',
  'userAgent',
];

/**
 * The client's server: the one that the config maps, else the first of the spec. A variable of the spec's has the default
 * that "SHALL be sent" (OpenAPI 3.1.1 section 4.8.6); one of the host that the config maps is each caller's own.
 */
export function planServer({ servers, serverVariables }: ProviderModel): ServerPlan {
  const [mapped] = serverVariables;
  const first = servers[0] && withSlashes(servers[0]);
  const variables =
    mapped === undefined
      ? (first?.variables ?? []).map((one) => ({ ...one, isOwn: false, env: null, values: one.enum }))
      : serverVariables.map((one) => ({ ...one, isOwn: isInHost(one), values: [] }));
  const keys = uniqueNames(
    variables.map(({ name }) => camelName(name)),
    { taken: RESERVED_OPTIONS },
  );
  return {
    url: mapped?.url ?? first?.url ?? '',
    variables: variables.map((variable, i) => ({ ...variable, key: keys[i] ?? '' })),
    serverOf: (operation) => {
      const [own] = operation.servers;
      if (own === undefined || own.url === servers[0]?.url) return null;
      // A variable that is no option of the client has its default.
      const options = new Set(variables.map(({ name }) => name));
      return withScheme(own.url).replace(/\{([^{}]+)\}/g, (variable, name: string) => {
        const fallback = own.variables.find((one) => one.name === name)?.default;
        return options.has(name) ? variable : (fallback ?? variable);
      });
    },
  };
}

/**
 * A server whose variables hold no whole path with its slash, as in `https://api.example.com{basePath}`: the slash goes into
 * the URL, since what follows a host could else be given more of it.
 */
function withSlashes({ url: written, variables }: Server): Pick<Server, 'url' | 'variables'> {
  const url = withScheme(written);
  const isPath = ({ name, default: fallback }: ServerVariable): boolean =>
    fallback.startsWith('/') && PATH_BEHIND_HOST.exec(url)?.[1] === name;
  const bare = (text: string): string => text.replace(/^\/+/, '');
  return variables.some(isPath)
    ? {
        url: url.replace(PATH_BEHIND_HOST, (match) => match.replace(/\{[^{}]+\}$/, '/$&')),
        variables: variables.map((one) =>
          isPath(one) ? { ...one, default: bare(one.default), enum: one.enum.map(bare) } : one,
        ),
      }
    : { url, variables };
}

/** A URL that leaves its scheme to the page that it stands on (RFC 3986 section 4.2): outside of browsers there is none. */
function withScheme(url: string): string {
  return url.replace(/^\/\/(?=[^/])/, 'https://');
}

const PATH_BEHIND_HOST = /^[a-z]+:\/\/[^/]*[^/{}]\{([^{}]+)\}(?=\/|$)/i;

function isInHost({ name, url }: { readonly name: string; readonly url: string }): boolean {
  const [host = ''] = /^[^/]*\/\/[^/]*/.exec(url) ?? [];
  return host.includes(`{${name}}`);
}
