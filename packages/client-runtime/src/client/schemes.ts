import type { Place, UserPassword } from './auth.ts';

/** The kinds of security schemes; one that no client names is not bundled. */

/** In the `Authorization` header, which fetch itself withholds from other origins on a redirect. */
export const authorization: Place = ({ headers }, secret, { prefix = '' }) => {
  headers.authorization = `${prefix}${secret}`;
};

/** HTTP Basic (RFC 7617). */
export const basic: Place = (draft, secret, scheme) => {
  const { username, password } = secret as UserPassword;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  authorization(draft, btoa(String.fromCharCode(...bytes)), { ...scheme, prefix: 'Basic ' });
};

/** In any other header. A redirect is an error then: fetch would carry the header wherever it leads. */
export const inHeader: Place = (draft, secret, { name = '', prefix = '' }) => {
  draft.redirect = 'error';
  draft.headers[name.toLowerCase()] = `${prefix}${secret}`;
};

/** In the query. */
export const inQuery: Place = (draft, secret, scheme) => {
  draft.url += `${draft.url.includes('?') ? '&' : '?'}${pair(secret, scheme)}`;
};

/** In a cookie. */
export const inCookie: Place = ({ headers }, secret, scheme) => {
  const { cookie } = headers;
  headers.cookie = `${cookie === undefined ? '' : `${cookie}; `}${pair(secret, scheme)}`;
};

function pair(secret: Parameters<Place>[1], { name = '', prefix = '' }: Parameters<Place>[2]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(`${prefix}${secret}`)}`;
}
