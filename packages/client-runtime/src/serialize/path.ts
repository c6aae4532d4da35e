import { joined, named, paired } from './delimited.ts';
import { toJson } from './json.ts';
import type { Write } from './scalar.ts';

/** The styles of path parameters (OpenAPI 3.1.1 section 4.8.12.2); one that no method names is not bundled. */

/** `simple`, the default: `blue,black`, an object as `R,100,G,200`. Headers are written so too. */
export const simple: Write = (name, value, encode) => joined(name, value, encode, ',');

/** `simple`, exploded: an object as `R=100,G=200`. */
export const simpleExploded: Write = (name, value, encode) => paired(name, value, encode, ',');

/** `.blue,black`. */
export const label: Write = (name, value, encode) => `.${joined(name, value, encode, ',')}`;

/** `.blue.black`, an object as `.R=100.G=200`. */
export const labelExploded: Write = (name, value, encode) => `.${paired(name, value, encode, '.')}`;

/** `;color=blue,black`; `;color` where the value is empty. */
export const matrix: Write = (name, value, encode) => {
  const text = joined(name, value, encode, ',');
  return `;${encodeURIComponent(name)}${text === '' ? '' : `=${text}`}`;
};

/** `;color=blue;color=black`, an object as `;R=100;G=200`. */
export const matrixExploded: Write = (name, value, encode) =>
  value === '' ? matrix(name, value, encode) : `;${named(name, value, encode, ';')}`;

/** A path or header parameter described by `content`: its value as JSON. */
export const jsonText: Write = (_name, value, encode) => encode(toJson(value));
