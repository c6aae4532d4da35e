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
}

export function derive(spec: Spec, provider: string): Derived {
  return {
    serverVariables: serverVariables(spec, provider),
    auth: credentials(spec, provider),
    paging: { recognised: pagingKinds(spec) },
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

/** `3 by cursor, 1 by link`. */
export function pagingText({ recognised }: Paging): string {
  return recognised.map(([kind, count]) => `${count} by ${kind}`).join(', ');
}
