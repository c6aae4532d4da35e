import {
  byCodeUnit,
  camelName,
  type Operation,
  type ProviderModel,
  type SecurityScheme,
  uniqueNames,
} from '@plumbline/model';
import { mostFrequent } from '../most-frequent.ts';

/** Every scope that some alternative of an operation names, in order. */
export function scopesOf({ security }: Operation): readonly string[] {
  return [...new Set(security.flatMap(({ schemes }) => schemes.flatMap(({ scopes }) => scopes)))];
}

/** A security scheme as the client's `auth` has it. */
export interface SchemePlan {
  /** In camel case. */
  readonly key: string;
  readonly description: string;
  /** The runtime's function that places the credential. */
  readonly by: 'authorization' | 'basic' | 'inHeader' | 'inQuery' | 'inCookie';
  /** Of the header, the query parameter or the cookie; null where the function knows it. */
  readonly name: string | null;
  readonly prefix: string;
  readonly env: string | null;
  /** Where OAuth 2.0 tokens are had; null: not said. */
  readonly tokenUrl: string | null;
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
    usual: mostFrequent(Object.values(model.operations).map(alternativesOf), JSON.stringify) ?? [],
    alternativesOf,
  };
}

export function isSameSecurity(a: Alternatives, b: Alternatives): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const PLACES = { header: 'inHeader', query: 'inQuery', cookie: 'inCookie' } as const;

/** Where credentials go (OpenAPI 3.1 section 4.8.27; RFC 7617 for `basic`, RFC 6750 for tokens). */
function planScheme(scheme: SecurityScheme, key: string, { settings }: ProviderModel): readonly SchemePlan[] {
  const setting = Object.hasOwn(settings.auth, key) ? settings.auth[key] : undefined;
  const { description } = scheme;
  const shared = { key, description, env: setting?.env ?? null, name: null, tokenUrl: null };
  const inAuthorization = { ...shared, by: 'authorization' } as const;
  switch (scheme.type) {
    case 'apiKey': {
      const { in: place = 'header', parameterName = '' } = scheme;
      const prefix = setting?.prefix ?? '';
      return place === 'header' && parameterName.toLowerCase() === 'authorization'
        ? [{ ...inAuthorization, prefix }]
        : [{ ...shared, by: PLACES[place], name: parameterName, prefix }];
    }
    case 'http': {
      if (scheme.scheme === 'basic') return [{ ...shared, by: 'basic', prefix: '' }];
      const prefix = scheme.scheme === 'bearer' ? 'Bearer ' : `${scheme.scheme ?? ''} `;
      return [{ ...inAuthorization, prefix: setting?.prefix ?? prefix }];
    }
    case 'oauth2':
    case 'openIdConnect':
      return [{ ...inAuthorization, prefix: setting?.prefix ?? 'Bearer ', tokenUrl: tokenUrlOf(scheme) }];
    case 'mutualTLS':
      return [];
  }
}

/** That of the client credentials flow, else of another: a provider has one endpoint for all, as a rule. */
function tokenUrlOf({ flows = {} }: SecurityScheme): string | null {
  const urls = Object.entries(flows)
    .sort(
      ([a], [b]) => Number(b === 'clientCredentials') - Number(a === 'clientCredentials') || byCodeUnit(a, b),
    )
    .flatMap(([, { tokenUrl }]) => tokenUrl ?? []);
  return urls[0] ?? null;
}
