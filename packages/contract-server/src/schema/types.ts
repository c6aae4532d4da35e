import type { ApiDocument } from '../document/document.ts';
import { isObject, type JsonValue, list, member, members } from '../json.ts';

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** What text is read as: a parameter or form field comes as text, and its schema says what is meant. */
export interface Shape {
  /** Empty: anything. */
  readonly types: ReadonlySet<string>;
  readonly items: JsonValue | undefined;
  readonly properties: ReadonlyMap<string, JsonValue>;
  /** Whether members that are not named may be there: their schema, or `true`. */
  readonly additional: JsonValue | undefined;
}

const MAX_PARTS = 100;

/** The types that a schema allows, with the items and members that it names: its own, and those of all its parts. */
export function shapeOf(schema: JsonValue | undefined, document: ApiDocument): Shape {
  const properties = new Map<string, JsonValue>();
  let items: JsonValue | undefined;
  let additional: JsonValue | undefined;
  let left = MAX_PARTS;
  /** Null: says nothing of the type. */
  const typesIn = (value: JsonValue | undefined): ReadonlySet<string> | null => {
    left -= 1;
    const own = document.follow(value);
    if (left < 0 || !isObject(own)) return null;
    items ??= member(own, 'items');
    additional ??= member(own, 'additionalProperties');
    for (const [name, part] of members(member(own, 'properties')))
      if (!properties.has(name)) properties.set(name, part);
    let types = ownTypes(own);
    for (const part of list(member(own, 'allOf'))) types = both(types, typesIn(part));
    for (const keyword of ['oneOf', 'anyOf']) {
      const variants = list(member(own, keyword)).map(typesIn);
      if (variants.length > 0 && !variants.includes(null))
        types = both(types, new Set(variants.flatMap((each) => [...(each ?? [])])));
    }
    return types;
  };
  return { types: typesIn(schema) ?? new Set(), items, properties, additional };
}

function ownTypes(schema: JsonValue): ReadonlySet<string> | null {
  const type = [member(schema, 'type') ?? []].flat().filter((each) => typeof each === 'string');
  const nullable = member(schema, 'nullable') === true ? ['null'] : [];
  if (type.length > 0) return new Set([...type, ...nullable]);
  const constant = member(schema, 'const');
  const values = constant === undefined ? list(member(schema, 'enum')) : [constant];
  if (values.length > 0) return new Set(values.map(typeOf));
  if (member(schema, 'properties') !== undefined) return new Set(['object']);
  return member(schema, 'items') === undefined ? null : new Set(['array']);
}

function both(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null || b === null) return a ?? b;
  const shared = [...a].filter(
    (type) =>
      b.has(type) || (type === 'integer' && b.has('number')) || (type === 'number' && b.has('integer')),
  );
  return shared.length === 0 ? a : new Set(shared);
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}
