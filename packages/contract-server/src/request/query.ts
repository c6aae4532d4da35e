import type { ApiDocument } from '../document/document.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { type Shape, shapeOf } from '../schema/types.ts';
import { formDecoded } from './decode.ts';
import { scalarOf } from './scalar.ts';
import {
  halves,
  isArrayShape,
  isObjectShape,
  itemsOf,
  listReadings,
  membersOf,
  type Readings,
  readPlain,
} from './styles.ts';

/** A field of a query, a cookie header or a form: a parameter, or a property of a form's schema. */
export interface Field {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: JsonValue | undefined;
}

/** The pairs of a query string, as they came. */
export type Pairs = readonly (readonly [string, string])[];

export function pairsOf(query: string, separator = '&'): Pairs {
  return query
    .split(separator)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => halves(pair.trim()));
}

export interface FieldReading {
  /** Null: the field is there, and not in its style. */
  readonly readings: Readings;
  /** Which pairs it took, by their index. */
  readonly taken: readonly number[];
}

/**
 * Reads a field of the styles `form`, `spaceDelimited`, `pipeDelimited` or `deepObject` (OpenAPI 3.1 section
 * 4.8.12.2). `others` are the names that belong to other fields: an exploded object takes the rest, where it may.
 * Undefined: it is not there.
 */
export function readField(
  field: Field,
  pairs: Pairs,
  others: ReadonlySet<string>,
  document: ApiDocument,
): FieldReading | undefined {
  const { name, style, explode, schema } = field;
  const shape = shapeOf(schema, document);
  if (style === 'deepObject') return readDeepObject(name, pairs, shape, document);
  const indices = (isOurs: (key: string) => boolean) =>
    pairs.flatMap(([key], i) => (isOurs(formDecoded(key)) ? [i] : []));
  const textAtIndex = (i: number) => pairs[i]?.[1] ?? '';
  if (explode && isObjectShape(shape) && !isArrayShape(shape)) {
    const isOpen = shape.additional !== undefined && shape.additional !== false;
    const taken = indices((key) => shape.properties.has(key) || (isOpen && !others.has(key)));
    const own = taken.map((i) => [formDecoded(pairs[i]?.[0] ?? ''), formDecoded(textAtIndex(i))] as const);
    return taken.length === 0 ? undefined : { readings: [membersOf(own, shape, document)], taken };
  }
  const taken = indices((key) => key === name);
  const [first, ...more] = taken;
  if (first === undefined) return undefined;
  if (isArrayShape(shape) && (explode || more.length > 0)) {
    const texts = taken.map((i) => formDecoded(textAtIndex(i)));
    const plain = more.length === 0 && shape.types.has('string') ? texts : [];
    return { readings: explode ? [...listReadings(texts, shape, document), ...plain] : null, taken };
  }
  if (more.length > 0) return { readings: null, taken };
  const separator = SEPARATORS.get(style) ?? /,/;
  // Separators are those that stand in the text as it came: an encoded comma is one of the value.
  const raw = textAtIndex(first);
  const text = raw.split(separator).join('\u0000');
  const plain = { separator: '\u0000', paired: false, shape, document, decode: formDecoded, raw };
  const isMany = isArrayShape(shape) || isObjectShape(shape);
  return { readings: readPlain(isMany ? text : raw, plain), taken };
}

const SEPARATORS: ReadonlyMap<string, RegExp> = new Map([
  ['spaceDelimited', /%20|\+| /],
  ['pipeDelimited', /%7C|\|/i],
  // Of Swagger 2.0 alone.
  ['tabDelimited', /%09|\t/],
]);

function readDeepObject(
  name: string,
  pairs: Pairs,
  shape: Shape,
  document: ApiDocument,
): FieldReading | undefined {
  const taken: number[] = [];
  const found: DeepNode = { texts: [], members: new Map() };
  pairs.forEach(([rawKey, rawValue], i) => {
    const key = formDecoded(rawKey);
    if (!key.startsWith(`${name}[`) || !key.endsWith(']')) return;
    taken.push(i);
    let node = found;
    for (const token of key
      .slice(name.length + 1, -1)
      .split('][')
      .slice(0, MAX_DEPTH)) {
      const next = node.members.get(token) ?? { texts: [], members: new Map() };
      node.members.set(token, next);
      node = next;
    }
    node.texts.push(formDecoded(rawValue));
  });
  return taken.length === 0 ? undefined : { readings: [deepValue(found, shape, document)], taken };
}

const MAX_DEPTH = 20;

interface DeepNode {
  readonly texts: string[];
  readonly members: Map<string, DeepNode>;
}

function deepValue({ texts, members }: DeepNode, shape: Shape, document: ApiDocument): JsonValue {
  if (members.size === 0) {
    if (isArrayShape(shape) || texts.length > 1) return itemsOf(texts, shape, document);
    return scalarOf(texts[0] ?? '', shape);
  }
  const keys = [...members.keys()];
  const isList = isArrayShape(shape) && !isObjectShape(shape) && keys.every((key) => /^\d*$/.test(key));
  const value = (key: string, node: DeepNode): JsonValue => {
    const schema = isList ? shape.items : (shape.properties.get(key) ?? objectSchema(shape.additional));
    return deepValue(node, shapeOf(schema, document), document);
  };
  const entries = [...members].map(([key, node]) => [key, value(key, node)] as const);
  if (!isList) return Object.fromEntries(entries) as JsonObject;
  // What has no place of its own may come again: `name[]`.
  return entries.flatMap(([key, item]) =>
    key === '' ? itemsOf(members.get(key)?.texts ?? [], shape, document) : [item],
  );
}

function objectSchema(additional: JsonValue | undefined): JsonValue | undefined {
  return typeof additional === 'object' ? additional : undefined;
}
