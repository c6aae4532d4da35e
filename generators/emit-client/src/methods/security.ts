import {
  byCodeUnit,
  camelName,
  type Operation,
  type ProviderModel,
  type SecurityScheme,
  uniqueNames,
} from '@plumbline/model';
import { groupBy } from '../group-by.ts';

/** A security scheme as the client's `auth` has it. */
export interface SchemePlan {
  /** In camel case. */
  readonly key: string;
  readonly description: string;
  readonly isBasic: boolean;
  readonly in: 'header' | 'query' | 'cookie';
  /** Of the header, the query parameter or the cookie. */
  readonly name: string;
  readonly prefix: string;
  readonly env: string | null;
}

/** Alternatives of scheme keys. */
export type Alternatives = readonly (readonly string[])[];

export interface SecurityPlan {
  readonly schemes: readonly SchemePlan[];
  /** What most operations need. */
  readonly usual: Alternatives;
  readonly alternativesOf: (operation: Operation) => Alternatives;
}

export function planSecurity(model: ProviderModel): SecurityPlan {
  const keys = uniqueNames(model.securitySchemes.map(({ name }) => camelName(name)));
  const schemes = model.securitySchemes.flatMap((scheme, i) => planScheme(scheme, keys[i] ?? '', model));
  const keyOf = new Map(model.securitySchemes.map(({ name }, i) => [name, keys[i] ?? '']));
  const known = new Set(schemes.map(({ key }) => key));
  // A scheme that no request shows, such as a client's certificate, is met elsewhere.
  const alternativesOf = ({ security }: Operation): Alternatives =>
    security.map((one) =>
      one.schemes.map(({ name }) => keyOf.get(name) ?? '').filter((key) => known.has(key)),
    );
  return {
    schemes,
    usual: mostFrequent(Object.values(model.operations).map(alternativesOf)),
    alternativesOf,
  };
}

export function isSameSecurity(a: Alternatives, b: Alternatives): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The list that comes most often; of several the first in code unit order. */
function mostFrequent(lists: readonly Alternatives[]): Alternatives {
  const groups = [...groupBy(lists, (list) => JSON.stringify(list))];
  const [first] = groups.sort(([a, x], [b, y]) => y.length - x.length || byCodeUnit(a, b));
  return first?.[1][0] ?? [];
}

/** Where credentials go (OpenAPI 3.1 section 4.8.27; RFC 7617 for `basic`, RFC 6750 for tokens). */
function planScheme(scheme: SecurityScheme, key: string, { settings }: ProviderModel): readonly SchemePlan[] {
  const setting = Object.hasOwn(settings.auth, key) ? settings.auth[key] : undefined;
  const { description } = scheme;
  const shared = { key, description, isBasic: false, env: setting?.env ?? null };
  const authorization = { in: 'header', name: 'Authorization' } as const;
  switch (scheme.type) {
    case 'apiKey': {
      const { in: place = 'header', parameterName = '' } = scheme;
      return [{ ...shared, in: place, name: parameterName, prefix: setting?.prefix ?? '' }];
    }
    case 'http': {
      const isBasic = scheme.scheme === 'basic';
      const prefix = isBasic ? 'Basic ' : scheme.scheme === 'bearer' ? 'Bearer ' : `${scheme.scheme ?? ''} `;
      return [{ ...shared, ...authorization, isBasic, prefix: setting?.prefix ?? prefix }];
    }
    case 'oauth2':
    case 'openIdConnect':
      return [{ ...shared, ...authorization, prefix: setting?.prefix ?? 'Bearer ' }];
    case 'mutualTLS':
      return [];
  }
}
