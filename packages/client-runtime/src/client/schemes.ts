import type { Place, UserPassword } from './auth.ts';

/** The kinds of security schemes; one that no client names is not bundled. */

/** In the `Authorization` header, which fetch itself withholds from other origins on a redirect. */
export const authorization: Place = (request, secret, { prefix = '' }) => {
  request.headers.set('authorization', `${prefix}${secret}`);
  return request;
};

/** HTTP Basic (RFC 7617). */
export const basic: Place = (request, secret, scheme) => {
  const { username, password } = secret as UserPassword;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return authorization(request, btoa(String.fromCharCode(...bytes)), { ...scheme, prefix: 'Basic ' });
};

/** In any other header. A redirect is an error then: fetch would carry the header wherever it leads. */
export const inHeader: Place = (request, secret, { name = '', prefix = '' }) => {
  const guarded = new Request(request, { redirect: 'error' });
  guarded.headers.set(name, `${prefix}${secret}`);
  return guarded;
};

/** In the query. */
export const inQuery: Place = (request, secret, scheme) =>
  new Request(`${request.url}${request.url.includes('?') ? '&' : '?'}${pair(secret, scheme)}`, request);

/** In a cookie. */
export const inCookie: Place = (request, secret, scheme) => {
  const bearing = new Request(request);
  const others = request.headers.get('cookie');
  bearing.headers.set('cookie', `${others === null ? '' : `${others}; `}${pair(secret, scheme)}`);
  return bearing;
};

function pair(secret: Parameters<Place>[1], { name = '', prefix = '' }: Parameters<Place>[2]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(`${prefix}${secret}`)}`;
}
