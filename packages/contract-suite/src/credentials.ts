import { isObject, type JsonValue, member, members, type Provider } from '@plumbline/contract-server';

/** The user of `basic` schemes. */
const USER = 'ada';

/** The secret of a scheme: no other has the same. */
function secretOf(scheme: string): string {
  return `secret-${scheme}`;
}

/** What the server accepts alone: of `basic` schemes `user:password`. */
export function serverCredentials(provider: Provider): { readonly [scheme: string]: string } {
  return Object.fromEntries(
    schemesOf(provider).map(([name, scheme]) => [
      name,
      isBasic(scheme) ? `${USER}:${secretOf(name)}` : secretOf(name),
    ]),
  );
}

/** What the client is given for these schemes. */
export function clientAuth(provider: Provider, schemes: readonly string[]): object {
  return Object.fromEntries(
    schemesOf(provider).flatMap(([name, scheme]) => {
      if (!schemes.includes(name) || isOfConnection(provider, name)) return [];
      const secret = secretOf(name);
      const key = provider.credentials?.[name] ?? name;
      return [[key, isBasic(scheme) ? { username: USER, password: secret } : secret] as const];
    }),
  );
}

/** The header that bears the credentials of a scheme, in lower case; null: something else does. */
export function credentialHeader(provider: Provider, name: string): string | null {
  const scheme = schemesOf(provider).find(([each]) => each === name)?.[1];
  if (isOfConnection(provider, name)) return null;
  if (member(scheme, 'type') !== 'apiKey') return 'authorization';
  return member(scheme, 'in') === 'header' ? String(member(scheme, 'name')).toLowerCase() : null;
}

/** The header with the credentials of a scheme, as it is written; null: something else bears them. */
export function credentialHeaders(
  provider: Provider,
  name: string,
): { readonly [header: string]: string } | null {
  const header = credentialHeader(provider, name);
  const scheme = schemesOf(provider).find(([each]) => each === name)?.[1];
  if (header === null || scheme === undefined) return null;
  if (isBasic(scheme)) return { [header]: `Basic ${btoa(`${USER}:${secretOf(name)}`)}` };
  const usual = member(scheme, 'type') === 'apiKey' ? '' : 'Bearer ';
  return { [header]: `${provider.auth[name]?.prefix ?? usual}${secretOf(name)}` };
}

/** Whether no client puts them into a request: those that the connection bears, and those that nobody declares. */
export function isOfConnection(provider: Provider, name: string): boolean {
  const scheme = schemesOf(provider).find(([each]) => each === name)?.[1];
  return scheme === undefined || member(scheme, 'type') === 'mutualTLS';
}

/** Whether cookies bear them. */
export function isCookie(provider: Provider, name: string): boolean {
  const scheme = schemesOf(provider).find(([each]) => each === name)?.[1];
  return member(scheme, 'type') === 'apiKey' && member(scheme, 'in') === 'cookie';
}

function schemesOf({ document }: Provider): readonly (readonly [string, JsonValue])[] {
  return members(member(member(document, 'components'), 'securitySchemes')).filter(([, scheme]) =>
    isObject(scheme),
  );
}

function isBasic(scheme: JsonValue): boolean {
  return member(scheme, 'type') === 'http' && String(member(scheme, 'scheme')).toLowerCase() === 'basic';
}
