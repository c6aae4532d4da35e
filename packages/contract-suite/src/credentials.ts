import { isObject, type JsonValue, member, members, type Provider } from '@plumbline/contract-server';

/** The user of `basic` schemes. */
const USER = 'ada';

/** The secret of a scheme: no other has the same, but those that are wanted together and have one header for both. */
export function secretOf(provider: Provider, scheme: string): string {
  const together = provider.methods
    .flatMap(({ security }) => security)
    .find((each) => each.includes(scheme) && each.some((other) => isOneHeader(provider, other, scheme)));
  const first = together?.find((each) => each === scheme || isOneHeader(provider, each, scheme));
  return `secret-${first ?? scheme}`;
}

/** Whether two schemes are written into one header in the same way. */
export function isOneHeader(provider: Provider, a: string, b: string): boolean {
  const header = credentialHeader(provider, a);
  const isSame = header === credentialHeader(provider, b) && prefixOf(provider, a) === prefixOf(provider, b);
  return a !== b && header !== null && isSame;
}

/** What the server accepts alone: of `basic` schemes `user:password`. */
export function serverCredentials(provider: Provider): { readonly [scheme: string]: string } {
  return Object.fromEntries(
    schemesOf(provider).map(([name, scheme]) => [
      name,
      isBasic(scheme) ? `${USER}:${secretOf(provider, name)}` : secretOf(provider, name),
    ]),
  );
}

/** What the client is given for these schemes. */
export function clientAuth(provider: Provider, schemes: readonly string[]): object {
  return Object.fromEntries(
    schemesOf(provider).flatMap(([name, scheme]) => {
      if (!schemes.includes(name) || isOfConnection(provider, name)) return [];
      const secret = secretOf(provider, name);
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
  const secret = secretOf(provider, name);
  return {
    [header]: `${prefixOf(provider, name)}${isBasic(scheme) ? btoa(`${USER}:${secret}`) : secret}`,
  };
}

/** What stands before the secret of a scheme. */
export function prefixOf(provider: Provider, name: string): string {
  const scheme = schemesOf(provider).find(([each]) => each === name)?.[1];
  if (scheme !== undefined && isBasic(scheme)) return 'Basic ';
  const usual = member(scheme, 'type') === 'apiKey' ? '' : 'Bearer ';
  return (Object.hasOwn(provider.auth, name) ? provider.auth[name]?.prefix : undefined) ?? usual;
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
