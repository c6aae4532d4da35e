import { joined, named } from './delimited.ts';
import { toJson } from './json.ts';
import { type Encode, isScalar, items, members, scalarText, type Write } from './scalar.ts';

/** The styles of query parameters (OpenAPI 3.1.1 section 4.8.12.2); one that no method names is not bundled. */

/** `form`, exploded, the default: `color=blue&color=black`, an object as `R=100&G=200`. */
export const form: Write = (name, value, encode) => named(name, value, encode, '&');

/** `form`, not exploded: `color=blue,black`, an object as `color=R,100,G,200`. */
export const formJoined: Write = (name, value, encode) => delimited(name, value, encode, ',');

/** `color=blue%20black`. */
export const spaceDelimited: Write = (name, value, encode) => delimited(name, value, encode, '%20');

/** `color=blue%7Cblack`. */
export const pipeDelimited: Write = (name, value, encode) => delimited(name, value, encode, '%7C');

/** `color=blue%09black`: `tsv` of Swagger 2.0, for which OpenAPI 3 has no style. */
export const tabDelimited: Write = (name, value, encode) => delimited(name, value, encode, '%09');

/**
 * `color%5BR%5D=100&color%5BG%5D=200`; deeper objects, of which OpenAPI says nothing, go on with brackets, those of a list
 * with their places in it. A list of scalars alone is `color%5B%5D=blue&color%5B%5D=black`.
 */
export const deepObject: Write = (name, value, encode) =>
  brackets(name, encodeURIComponent(name) + (Array.isArray(value) ? '%5B%5D' : ''), value, encode);

/** A parameter described by `content`: its value as JSON. */
export const jsonContent: Write = (name, value, encode) =>
  `${encodeURIComponent(name)}=${encode(toJson(value))}`;

/**
 * `allowReserved`: RFC 6570 section 3.2.3, so reserved characters and percent-encoded triplets stay, save those that
 * would end or split the query: `#`, `&`, `+`, and the brackets that RFC 3986 keeps out of it.
 */
export const reserved: Encode = (text) =>
  encodeURI(text)
    .replace(/[#&+]/g, encodeURIComponent)
    .replace(/%25(?=[\dA-Fa-f]{2})/g, '%');

function delimited(name: string, value: unknown, encode: Encode, separator: string): string {
  if (Array.isArray(value) && items(value).length === 0) return '';
  return `${encodeURIComponent(name)}=${joined(name, value, encode, separator)}`;
}

function brackets(name: string, prefix: string, value: unknown, encode: Encode): string {
  const list = Array.isArray(value)
    ? items(value).map((item, i) =>
        brackets(name, isScalar(item) ? prefix : `${prefix.replace(/%5B%5D$/, '')}%5B${i}%5D`, item, encode),
      )
    : members(value)?.map(([key, member]) =>
        brackets(name, `${prefix}%5B${encodeURIComponent(key)}%5D`, member, encode),
      );
  return list?.filter((pair) => pair !== '').join('&') ?? `${prefix}=${encode(scalarText(name, value))}`;
}
