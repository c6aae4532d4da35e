import { type JsonObject, member } from '@plumbline/model';
import { Binary, type Sample } from './sample.ts';

/** What a parameter becomes on the wire: nothing here is taken from the client's serializers. */
export type WirePart =
  | { readonly in: 'path'; readonly name: string; readonly text: string }
  /** Pairs as they stand in the query, encoded. */
  | { readonly in: 'query'; readonly pairs: readonly string[] }
  | { readonly in: 'header'; readonly name: string; readonly text: string }
  | { readonly in: 'cookie'; readonly pairs: readonly string[] };

/**
 * Serializes a parameter's value (OpenAPI 3.1 section 4.8.12.6, RFC 6570): every style, exploded or not; by JSON
 * where the parameter is described by `content`. Undefined for a parameter of an unknown place, and for text that has
 * no UTF-8 (a lone surrogate), which no URL can hold.
 */
export function wirePart(parameter: JsonObject, value: Sample): WirePart | undefined {
  const name = String(member(parameter, 'name'));
  const place = member(parameter, 'in');
  if (!name.isWellFormed() || !isWellFormed(value)) return undefined;
  const shape = shapeOf(value, member(parameter, 'content') !== undefined);
  const style = String(
    member(parameter, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple'),
  );
  const explode = (member(parameter, 'explode') ?? style === 'form') === true;
  switch (place) {
    case 'path':
      return { in: 'path', name, text: pathText(name, shape, style, explode) };
    case 'query':
      return {
        in: 'query',
        pairs: queryPairs(name, shape, { style, explode, encode: queryEncoder(parameter) }),
      };
    case 'header':
      return { in: 'header', name, text: listText(shape, explode, (text) => text) };
    case 'cookie':
      return { in: 'cookie', pairs: queryPairs(name, shape, { style, explode, encode: encodeURIComponent }) };
    default:
      return undefined;
  }
}

/** JSON escapes of surrogates only those that are alone (ECMAScript 2025 section 25.5.2.3). */
function isWellFormed(value: Sample): boolean {
  return !/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

type Shape =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, string])[] };

function shapeOf(value: Sample, isContent: boolean): Shape {
  if (isContent) return { kind: 'text', text: JSON.stringify(value) };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(scalarText) };
  if (typeof value === 'object' && value !== null && !(value instanceof Binary)) {
    return {
      kind: 'record',
      entries: Object.entries(value).map(([key, item]) => [key, scalarText(item as Sample)]),
    };
  }
  return { kind: 'text', text: scalarText(value) };
}

function scalarText(value: Sample): string {
  if (value instanceof Binary) return value.text;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** RFC 3986 leaves unreserved characters alone; `allowReserved` the reserved ones too. */
function queryEncoder(parameter: JsonObject): (text: string) => string {
  if (member(parameter, 'allowReserved') !== true) return encodeURIComponent;
  return (text) =>
    encodeURI(text)
      .replaceAll('%5B', '[')
      .replaceAll('%5D', ']')
      .replaceAll('#', '%23')
      .replaceAll('&', '%26')
      .replaceAll('+', '%2B');
}

function pathText(name: string, shape: Shape, style: string, explode: boolean): string {
  const encode = encodeURIComponent;
  if (style === 'label') return `.${listText(shape, explode, encode, explode ? '.' : ',')}`;
  if (style !== 'matrix') return listText(shape, explode, encode);
  if (shape.kind === 'list' && explode) return shape.items.map((item) => `;${name}=${encode(item)}`).join('');
  if (shape.kind === 'record' && explode)
    return shape.entries.map(([key, item]) => `;${encode(key)}=${encode(item)}`).join('');
  return `;${name}=${listText(shape, false, encode)}`;
}

/** `simple`: a list by commas, a record as `key,value` or, exploded, as `key=value`. */
function listText(shape: Shape, explode: boolean, encode: (text: string) => string, separator = ','): string {
  if (shape.kind === 'text') return encode(shape.text);
  if (shape.kind === 'list') return shape.items.map(encode).join(separator);
  return shape.entries
    .map(([key, item]) => `${encode(key)}${explode ? '=' : ','}${encode(item)}`)
    .join(separator);
}

function queryPairs(
  name: string,
  shape: Shape,
  {
    style,
    explode,
    encode,
  }: { readonly style: string; readonly explode: boolean; readonly encode: (text: string) => string },
): readonly string[] {
  const key = encodeURIComponent(name);
  if (shape.kind === 'text') return [`${key}=${encode(shape.text)}`];
  if (style === 'deepObject' && shape.kind === 'record') {
    return shape.entries.map(([inner, item]) => `${key}[${encodeURIComponent(inner)}]=${encode(item)}`);
  }
  if (explode) {
    return shape.kind === 'list'
      ? shape.items.map((item) => `${key}=${encode(item)}`)
      : shape.entries.map(([inner, item]) => `${encodeURIComponent(inner)}=${encode(item)}`);
  }
  const separator = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
  const items = shape.kind === 'list' ? shape.items : shape.entries.flat();
  return [`${key}=${items.map(encode).join(separator)}`];
}
