import type { ApiDocument } from '../document/document.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { type Shape, shapeOf } from '../schema/types.ts';
import { scalarOf, scalarReadings } from './scalar.ts';

/** A value as it may be meant: several readings, where its schema allows several types. Null: not in that style. */
export type Readings = readonly JsonValue[] | null;

/** What is common to the values that come as one text. */
export interface Written {
  readonly style: string;
  readonly explode: boolean;
  readonly name: string;
  readonly schema: JsonValue | undefined;
}

export function isArrayShape({ types }: Shape): boolean {
  return types.has('array');
}

export function isObjectShape({ types }: Shape): boolean {
  return types.has('object');
}

/**
 * Reads a path or header value: `simple`, `label` or `matrix` (OpenAPI 3.1 section 4.8.12.2). `decode` undoes the
 * percent-encoding; separators are those that stand in the text as it came.
 */
export function readDelimited(
  text: string,
  { style, explode, name, schema }: Written,
  document: ApiDocument,
  decode: (text: string) => string,
): Readings {
  const shape = shapeOf(schema, document);
  const isList = isArrayShape(shape);
  const isRecord = isObjectShape(shape) && !isList;
  if (style === 'label') {
    if (!text.startsWith('.')) return null;
    const separator = explode && (isList || isRecord) ? '.' : ',';
    return readPlain(text.slice(1), { separator, paired: explode, shape, document, decode });
  }
  if (style === 'matrix') {
    if (!text.startsWith(';')) return null;
    return readMatrix(text.slice(1), { name, explode, isList, isRecord, shape, document, decode });
  }
  return readPlain(text, { separator: ',', paired: explode, shape, document, decode });
}

interface Plain {
  readonly separator: string;
  /** Members as `R=100` and not as `R,100`. */
  readonly paired: boolean;
  readonly shape: Shape;
  readonly document: ApiDocument;
  readonly decode: (text: string) => string;
  /** As it came, where separators are written otherwise. */
  readonly raw?: string;
}

/** Reads a text whose items or members are separated; that of a list may be meant as a whole, where a text is allowed too. */
export function readPlain(
  text: string,
  { separator, paired, shape, document, decode, raw }: Plain,
): Readings {
  if (isArrayShape(shape)) {
    const items = text === '' ? [] : text.split(separator);
    const whole = shape.types.has('string') ? [decode(raw ?? text)] : [];
    const lists = listReadings(items.map(decode), shape, document);
    return text === '' ? [...whole, ...lists] : [...lists, ...whole];
  }
  if (!isObjectShape(shape)) return scalarReadings(decode(text), shape);
  const parts = text === '' ? [] : text.split(separator);
  if (!paired && parts.length % 2 !== 0) return null;
  const pairs = paired
    ? parts.map((part) => halves(part))
    : parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? ''] as const] : []));
  return [
    membersOf(
      pairs.map(([key, value]) => [decode(key), decode(value)] as const),
      shape,
      document,
    ),
  ];
}

function readMatrix(
  text: string,
  {
    name,
    explode,
    isList,
    isRecord,
    ...plain
  }: Omit<Plain, 'separator' | 'paired'> & {
    readonly name: string;
    readonly explode: boolean;
    readonly isList: boolean;
    readonly isRecord: boolean;
  },
): Readings {
  const { shape, document, decode } = plain;
  const pairs = text.split(';').map((part) => halves(part));
  if (explode && isRecord)
    return [
      membersOf(
        pairs.map(([key, value]) => [decode(key), decode(value)] as const),
        shape,
        document,
      ),
    ];
  if (pairs.some(([key]) => decode(key) !== name)) return null;
  if (explode && isList)
    return [
      itemsOf(
        pairs.map(([, value]) => decode(value)),
        shape,
        document,
      ),
    ];
  const [only, ...others] = pairs;
  if (only === undefined || others.length > 0) return null;
  return readPlain(only[1], { separator: ',', paired: false, ...plain });
}

/** A list of texts, by the types of its items; those that may be texts may all be meant so. */
export function listReadings(
  texts: readonly string[],
  shape: Shape,
  document: ApiDocument,
): readonly JsonValue[] {
  const { types } = shapeOf(shape.items, document);
  return [itemsOf(texts, shape, document), ...(types.size > 1 && types.has('string') ? [texts] : [])];
}

export function itemsOf(texts: readonly string[], shape: Shape, document: ApiDocument): readonly JsonValue[] {
  const ofItem = shapeOf(shape.items, document);
  return texts.map((text) => scalarOf(text, ofItem));
}

/** An object of pairs; a name that comes again makes a list of its values. */
export function membersOf(
  pairs: readonly (readonly [string, string])[],
  shape: Shape,
  document: ApiDocument,
): JsonObject {
  const texts = new Map<string, string[]>();
  for (const [name, text] of pairs) {
    const known = texts.get(name);
    if (known === undefined) texts.set(name, [text]);
    else known.push(text);
  }
  return Object.fromEntries(
    [...texts].map(([name, values]) => {
      const ofMember = shapeOf(memberSchema(name, shape), document);
      const [first = ''] = values;
      const isList = isArrayShape(ofMember) || values.length > 1;
      return [name, isList ? itemsOf(values, ofMember, document) : scalarOf(first, ofMember)];
    }),
  );
}

function memberSchema(name: string, { properties, additional }: Shape): JsonValue | undefined {
  return properties.get(name) ?? (typeof additional === 'object' ? additional : undefined);
}

/** `name=value` → both; without a sign, a name alone. */
export function halves(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
