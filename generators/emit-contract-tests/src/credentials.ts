import { camelName, type JsonObject, member, type ProviderModel } from '@plumbline/model';
import type { ContractDocument, ContractOperation } from './document.ts';

/** Credentials given to the client, and what the first alternative of an operation makes of them on the wire. */
export interface Credentials {
  /** Scheme in camel case → what the client is given. */
  readonly auth: {
    readonly [scheme: string]: string | { readonly username: string; readonly password: string };
  };
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly string[];
  readonly cookies: readonly string[];
}

/** Secrets for the first security alternative of the operation (OpenAPI 3.1 section 4.8.30). */
export function credentialsFor(
  operation: ContractOperation,
  document: ContractDocument,
  model: ProviderModel,
): Credentials {
  const auth: Record<string, Credentials['auth'][string]> = {};
  const headers: [string, string][] = [];
  const query: string[] = [];
  const cookies: string[] = [];
  const schemes = member(member(model.document, 'components'), 'securitySchemes');
  for (const name of Object.keys(operation.security[0] ?? {})) {
    const scheme = document.follow(member(schemes, name));
    if (scheme === undefined) continue;
    const key = camelName(name);
    const secret = `secret-${key}`;
    const isBasic = isHttp(scheme, 'basic');
    auth[key] = isBasic ? { username: 'ada', password: secret } : secret;
    const prefix = Object.hasOwn(model.settings.auth, key) ? (model.settings.auth[key]?.prefix ?? '') : '';
    if (member(scheme, 'type') !== 'apiKey') {
      headers.push(['authorization', isBasic ? `Basic ${btoa(`ada:${secret}`)}` : `Bearer ${secret}`]);
      continue;
    }
    const parameter = String(member(scheme, 'name'));
    if (member(scheme, 'in') === 'header') headers.push([parameter.toLowerCase(), prefix + secret]);
    else
      (member(scheme, 'in') === 'query' ? query : cookies).push(
        `${encodeURIComponent(parameter)}=${encodeURIComponent(prefix + secret)}`,
      );
  }
  return { auth, headers, query, cookies };
}

function isHttp(scheme: JsonObject, kind: string): boolean {
  return member(scheme, 'type') === 'http' && String(member(scheme, 'scheme')).toLowerCase() === kind;
}
