import { items, scalarText, type Write } from './scalar.ts';

/** The default styles of scalars and of lists of them, which is what nearly all parameters hold; objects are refused. */

/** `simple`: `blue,black`. */
export const plainList: Write = (name, value, encode) => texts(name, value).map(encode).join(',');

/** `form`, exploded: `color=blue&color=black`. */
export const plainPairs: Write = (name, value, encode) =>
  texts(name, value)
    .map((text) => `${encodeURIComponent(name)}=${encode(text)}`)
    .join('&');

function texts(name: string, value: unknown): readonly string[] {
  return items(Array.isArray(value) ? value : [value]).map((item) => scalarText(name, item));
}
