import { isObject, type JsonObject, type JsonValue, list, member } from '../json.ts';

const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const COUNTS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'minContains',
  'maxContains',
];
const TYPES: readonly JsonValue[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** The keywords of a schema that hold no schema, where they are well-formed. */
export function plainKeywords(schema: JsonObject): readonly (readonly [string, JsonValue])[] {
  const kept: (readonly [string, JsonValue])[] = [];
  const keep = (keyword: string, isWellFormed: (value: JsonValue) => boolean) => {
    const value = member(schema, keyword);
    if (value !== undefined && isWellFormed(value)) kept.push([keyword, value]);
  };
  const isText = (value: JsonValue) => typeof value === 'string';
  for (const keyword of NUMBERS)
    keep(keyword, (value) => typeof value === 'number' && (keyword !== 'multipleOf' || value > 0));
  for (const keyword of COUNTS) keep(keyword, (value) => Number.isInteger(value) && Number(value) >= 0);
  keep(
    'type',
    (value) => [value].flat().length > 0 && [value].flat().every((type) => TYPES.includes(type as JsonValue)),
  );
  keep('pattern', isText);
  keep('format', isText);
  keep('uniqueItems', (value) => value === true);
  keep('enum', (value) => list(value).length > 0);
  keep('const', () => true);
  keep('dependentRequired', isObject);
  return kept;
}

/**
 * Exclusive bounds as OpenAPI 3.0 has them, flags beside the bound, as those of JSON Schema 2020-12. In documents of later
 * versions they are malformed, and mean nothing else.
 */
export function exclusiveBounds(schema: JsonObject, keywords: JsonObject): JsonObject {
  const changed: Record<string, JsonValue> = { ...keywords };
  for (const [flag, bound, exclusive] of [
    ['exclusiveMinimum', 'minimum', 'exclusiveMinimum'],
    ['exclusiveMaximum', 'maximum', 'exclusiveMaximum'],
  ] as const) {
    const limit = member(schema, bound);
    if (member(schema, flag) !== true || typeof limit !== 'number') continue;
    delete changed[bound];
    changed[exclusive] = limit;
  }
  return changed;
}

/** The keywords as OpenAPI 3.0 means them (section 4.7.24), in those of JSON Schema 2020-12. */
export function draft4Keywords(schema: JsonObject, keywords: JsonObject): JsonObject {
  const changed: Record<string, JsonValue> = { ...keywords };
  if (member(schema, 'nullable') !== true) return changed;
  // OpenAPI 3.0.3 wants a `type` beside `nullable`, and null in the `enum`; documents rarely know, and mean it.
  const type = member(schema, 'type');
  if (changed.enum !== undefined) changed.enum = [...list(changed.enum), null];
  if (typeof type === 'string' && TYPES.includes(type)) changed.type = [type, 'null'];
  return { 'x-nullable': changed };
}
