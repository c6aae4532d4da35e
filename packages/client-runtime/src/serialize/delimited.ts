import { type Encode, items, members, scalarText } from './scalar.ts';

/** Array items, or an object's keys and values, one after the other: `blue,black` or `R,100,G,200`. */
export function joined(name: string, value: unknown, encode: Encode, separator: string): string {
  const flat = Array.isArray(value) ? items(value) : (members(value)?.flat() ?? [value]);
  return flat.map((item) => encode(scalarText(name, item))).join(separator);
}

/** Array items as they are and an object's members as pairs: `blue,black` or `R=100,G=200`. */
export function paired(name: string, value: unknown, encode: Encode, separator: string): string {
  const pairs = members(value);
  if (pairs === null) return joined(name, value, encode, separator);
  return pairs.map(([key, member]) => `${encode(key)}=${encode(scalarText(name, member))}`).join(separator);
}

/** `name=blue;name=black` or `R=100;G=200`: each item bears the parameter's name, each member its own. */
export function named(name: string, value: unknown, encode: Encode, separator: string): string {
  if (members(value) !== null) return paired(name, value, encode, separator);
  const list = Array.isArray(value) ? items(value) : [value];
  return list.map((item) => `${encodeURIComponent(name)}=${encode(scalarText(name, item))}`).join(separator);
}
