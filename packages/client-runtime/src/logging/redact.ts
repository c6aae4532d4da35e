/** What stands in place of a secret. */
export const REDACTED = '[redacted]';

const SECRET_NAME =
  /authorization|cookie|token|secret|password|passcode|api[-_ ]?key|credential|assertion|signature|session|^key$|^code$|^sid$/i;

/** Whether what bears this name is taken for a secret: `Authorization`, `Set-Cookie`, `X-Api-Key`, `client_secret`. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The URL with the values of secret query parameters, and any user and password, redacted. */
export function redactUrl(url: string, isSecret = isSecretName): string {
  const [address = '', query] = url.split(/\?(.*)/s);
  const safe = address.replace(/^(\w+:\/\/)[^/@]*@/, `$1${REDACTED}@`);
  if (query === undefined) return safe;
  const pairs = query.split('&').map((pair) => {
    const [name = '', value] = pair.split(/=(.*)/s);
    return value !== undefined && isSecret(decoded(name)) ? `${name}=${REDACTED}` : pair;
  });
  return `${safe}?${pairs.join('&')}`;
}

/** Headers by name, secret ones redacted. */
export function redactHeaders(
  headers: Headers,
  isSecret = isSecretName,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      isSecret(name) ? REDACTED : name === 'link' ? redactLinks(value, isSecret) : value,
    ]),
  );
}

/** Cursors and tokens stand in the URLs of links, too. */
function redactLinks(value: string, isSecret: (name: string) => boolean): string {
  return value.replace(/<([^<>]*)>/g, (_link, url: string) => `<${redactUrl(url, isSecret)}>`);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
