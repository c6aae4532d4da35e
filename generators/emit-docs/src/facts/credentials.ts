import { camelName, type Operation, type ProviderModel, type SecurityScheme } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import { encode, option } from './curl-option.ts';

type Shell = Encoded<'shell'>;

/** What a command sends to be let in. */
export interface Credential {
  readonly options: readonly Shell[];
  readonly query: readonly string[];
}

/** The credential of an operation; null where it needs none, or none that a command can send. */
export type CredentialOf = (operation: Operation) => Credential | null;

/** Credentials as commands of one provider send them: each scheme is looked at once. */
export function rememberedCredentials(model: ProviderModel): CredentialOf {
  const schemes = new Map(
    // Of two that share a name, the first is meant.
    model.securitySchemes.toReversed().map((scheme) => {
      const isConfigured = authOf(scheme, model)?.env !== undefined;
      return [scheme.name, { isConfigured, credential: schemeCredential(scheme, model) }] as const;
    }),
  );
  return ({ security }) => {
    const alternatives = security.map((one) => one.schemes.map(({ name }) => schemes.get(name)));
    // The first that the environment is asked for as a whole, else the first.
    const isWhole = (needed: (typeof alternatives)[number]): boolean =>
      needed.every((scheme) => scheme?.isConfigured === true);
    const chosen = alternatives.find(isWhole) ?? alternatives[0] ?? [];
    const parts = chosen.flatMap((scheme) => (scheme === undefined ? [] : [scheme.credential]));
    if (parts.length === 0) return null;
    return { options: parts.flatMap(({ options }) => options), query: parts.flatMap(({ query }) => query) };
  };
}

function authOf({ name }: SecurityScheme, { settings }: ProviderModel) {
  const key = camelName(name);
  return Object.hasOwn(settings.auth, key) ? settings.auth[key] : undefined;
}

/** Variables of a shell have names of letters, digits and `_` (IEEE 1003.1 section 3.231). */
function schemeCredential(scheme: SecurityScheme, model: ProviderModel): Credential {
  const auth = authOf(scheme, model);
  const fallback = `${model.provider}_${scheme.name}`.toUpperCase();
  const variable = (auth?.env ?? fallback).replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
  const secret = `\${${variable}}`;
  const header = (name: string, prefix: string): Credential => {
    const start = `${name}: ${prefix}`.replace(/["\\`$]/g, '\\$&').replace(/[\r\n\0]/g, '');
    return { options: [option('header', `"${start}${secret}"` as Shell)], query: [] };
  };
  if (scheme.type === 'apiKey') {
    const name = scheme.parameterName ?? scheme.name;
    if (scheme.in === 'query') return { options: [], query: [`${encode(name)}=${secret}`] };
    if (scheme.in === 'cookie') {
      const cookie = `"${encode(name)}=${secret}"` as Shell;
      return { options: [option('cookie', cookie)], query: [] };
    }
    return header(name, auth?.prefix ?? '');
  }
  if (scheme.type === 'mutualTLS') return { options: [option('cert', `"${secret}"` as Shell)], query: [] };
  if (scheme.scheme === 'basic') return { options: [option('user', `"${secret}"` as Shell)], query: [] };
  return header('Authorization', auth?.prefix ?? 'Bearer ');
}
