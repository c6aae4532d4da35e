import {
  byCodeUnit,
  camelName,
  dictionary,
  type ProviderSettings,
  type Spec,
  uniqueNames,
} from '@plumbline/model';
import { environmentName } from './names.ts';

/** What a config says that can be taken from the spec. */
export interface Derived {
  readonly serverVariables: ProviderSettings['serverVariables'];
  /** Environment variables of credentials, by security scheme in camel case. */
  readonly auth: readonly (readonly [scheme: string, environment: string])[];
  readonly paging: Paging;
}

/** How the lists of the spec are paged, as far as it tells. */
export interface Paging {
  /** Lists by kind, those of most lists first. */
  readonly recognised: readonly (readonly [kind: string, count: number])[];
  /** A parameter that lists go on by, as its name says, of operations that do not tell how; null: there is none. */
  readonly suspect: { readonly param: string; readonly count: number } | null;
}

export function derive(spec: Spec, provider: string): Derived {
  return {
    serverVariables: serverVariables(spec, provider),
    auth: credentials(spec, provider),
    paging: { recognised: pagingKinds(spec), suspect: suspectedParameter(spec) },
  };
}

/**
 * The variables of the first server's URL, where one of them is each caller's own: any value will do. Those that have a few
 * values are the spec's to tell, with the one that is sent where none is chosen.
 */
function serverVariables({ servers }: Spec, provider: string): Derived['serverVariables'] {
  const [server] = servers;
  const named = server?.variables.filter(({ name }) => server.url.includes(`{${name}}`)) ?? [];
  const variables = named.some((one) => one.enum.length === 0) ? named : [];
  return dictionary(
    variables.map(({ name, default: fallback, description }) => [
      name,
      {
        url: server?.url ?? '',
        ...(fallback !== '' && { default: fallback }),
        env: environmentName(provider, name),
        ...(description.trim() !== '' && { description: description.replace(/\s+/g, ' ').trim() }),
      },
    ]),
  );
}

/** A user and a password are two values, and a certificate is none. */
function credentials({ securitySchemes }: Spec, provider: string): Derived['auth'] {
  const keys = uniqueNames(securitySchemes.map(({ name }) => camelName(name)));
  return securitySchemes.flatMap(({ type, scheme, name }, i): [string, string][] =>
    type === 'mutualTLS' || (type === 'http' && scheme === 'basic')
      ? []
      : [[keys[i] ?? '', environmentName(provider, name)]],
  );
}

function pagingKinds({ operations }: Spec): Paging['recognised'] {
  const counts = new Map<string, number>();
  for (const { pagination } of operations) {
    if (pagination !== null) counts.set(pagination.kind, (counts.get(pagination.kind) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b));
}

const GOES_ON = /^(?:after|cursor|(?:next|page)_?token|starting_?after|offset|skip|page(?:_?number)?)$/i;

function suspectedParameter({ operations }: Spec): Paging['suspect'] {
  const counts = new Map<string, number>();
  for (const { method, pagination, parameters } of operations) {
    if (method !== 'GET' || pagination !== null) continue;
    const param = parameters.find((one) => one.in === 'query' && GOES_ON.test(one.name))?.name;
    if (param !== undefined) counts.set(param, (counts.get(param) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b));
  return first === undefined ? null : { param: first[0], count: first[1] };
}

/** What the spec tells of paging, in words: `3 lists by cursor, 1 by link; 2 more take \`page\` and do not tell how`. */
export function pagingText({ recognised, suspect }: Paging): string {
  const known = recognised.map(([kind, count]) => `${count} by ${kind}`).join(', ');
  const unknown = suspect && `${suspect.count} with \`${suspect.param}\` that do not tell how they go on`;
  return [known, unknown].filter(Boolean).join('; ');
}
