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

/** In any other header. A redirect is not followed then, and an `ApiError`: fetch would carry the header wherever it leads. */
export const inHeader: Place = (draft, secret, { name = '', prefix = '' }) => {
  draft.redirect = 'manual';
  draft.headers[name.toLowerCase()] = `${prefix}${secret}`;
};

/** In the query. */
export const inQuery: Place = (draft, secret, { name = '', prefix = '' }) => {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(`${prefix}${secret}`)}`;
  draft.url += `${draft.url.includes('?') ? '&' : '?'}${pair}`;
};

/** In a cookie: as it is, but for what no cookie can hold (RFC 6265 section 4.1.1). */
export const inCookie: Place = ({ headers }, secret, { name = '', prefix = '' }) => {
  const { cookie } = headers;
  const value = `${prefix}${secret}`.replace(/[^!#-+\--:<-[\]-~]+/gu, encodeURIComponent);
  headers.cookie = `${cookie === undefined ? '' : `${cookie}; `}${name}=${value}`;
};
