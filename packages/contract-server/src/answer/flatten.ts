import type { ApiDocument } from '../document/document.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  list,
  member,
  members,
  objectOf,
  textAt,
} from '../json.ts';
import { switchOfBase, switchOfVariants } from '../schema/discriminator.ts';

/** A schema with its references, `allOf` parts and one variant of each choice laid together. */
export interface Flat {
  /** Keywords that hold no schema; the narrower of two bounds. */
  readonly keywords: JsonObject;
  /** Empty: anything. */
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, readonly JsonValue[]>;
  readonly required: ReadonlySet<string>;
  readonly items: readonly JsonValue[];
  readonly prefixItems: readonly JsonValue[];
  readonly additional: JsonValue | undefined;
  readonly examples: readonly JsonValue[];
  readonly isWriteOnly: boolean;
}

/** More parts are not looked at. */
const MAX_PARTS = 200;

/** Lays schemas that hold of one value together. `choose` picks a variant of so many. */
export function flatten(
  schemas: readonly JsonValue[],
  document: ApiDocument,
  choose: (count: number) => number,
): Flat {
  const keywords: Record<string, JsonValue> = {};
  const properties = new Map<string, JsonValue[]>();
  const required = new Set<string>();
  const items: JsonValue[] = [];
  const prefixItems: JsonValue[] = [];
  const examples: JsonValue[] = [];
  const seen = new Set<JsonValue>();
  let types: readonly string[] = [];
  let additional: JsonValue | undefined;
  let isWriteOnly = false;
  const declare = (name: string, part: JsonValue) =>
    properties.set(name, [...(properties.get(name) ?? []), part]);

  const add = (value: JsonValue | undefined, isPart = false): void => {
    const schema = document.follow(value);
    if (!isObject(schema) || seen.has(schema) || seen.size > MAX_PARTS) return;
    seen.add(schema);
    types = narrowed(types, typesOf(schema));
    for (const [keyword, given] of members(schema)) mergeKeyword(keywords, keyword, given);
    for (const [name, part] of members(member(schema, 'properties'))) declare(name, part);
    for (const name of list(member(schema, 'required'))) if (typeof name === 'string') required.add(name);
    const itemSchema = member(schema, 'items');
    if (itemSchema !== undefined) items.push(itemSchema);
    prefixItems.push(...list(member(schema, 'prefixItems')));
    additional ??= member(schema, 'additionalProperties');
    examples.push(...examplesOf(schema));
    isWriteOnly ||= member(schema, 'writeOnly') === true;
    for (const part of list(member(schema, 'allOf'))) add(part, true);
    addChoice(schema, isPart);
  };
  const addChoice = (schema: JsonObject, isPart: boolean): void => {
    const base = isPart ? null : switchOfBase(schema);
    if (base !== null) addCase(base.property, base.cases[choose(base.cases.length)]);
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const variants = list(member(schema, keyword));
      if (variants.length === 0) continue;
      const decision = switchOfVariants(schema, keyword, document);
      if (decision === null) add(variants[choose(variants.length)]);
      else addCase(decision.property, decision.cases[choose(decision.cases.length)]);
    }
  };
  const addCase = (property: string, chosen: readonly [string, string] | undefined): void => {
    if (chosen === undefined) return;
    const [value, pointer] = chosen;
    required.add(property);
    declare(property, { const: value });
    add({ $ref: `#${pointer}` }, true);
  };

  for (const schema of schemas) add(schema);
  // OpenAPI 3.1 section 4.4: of whole numbers, whatever the type is called.
  const isWhole = /^int(?:32|64)$/.test(String(keywords.format));
  return {
    keywords: objectOf(Object.entries(keywords)),
    types: isWhole ? types.map((type) => (type === 'number' ? 'integer' : type)) : types,
    properties,
    required,
    items,
    prefixItems,
    additional,
    examples,
    isWriteOnly,
  };
}

const LOWER = new Set(['minimum', 'minLength', 'minItems', 'minProperties']);
const UPPER = new Set(['maximum', 'maxLength', 'maxItems', 'maxProperties']);
const KEPT = new Set([
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'pattern',
  'format',
  'uniqueItems',
  'const',
]);

function mergeKeyword(keywords: Record<string, JsonValue>, keyword: string, value: JsonValue): void {
  const before = keywords[keyword];
  if (LOWER.has(keyword) || UPPER.has(keyword)) {
    if (typeof value !== 'number') return;
    const narrow = LOWER.has(keyword) ? Math.max : Math.min;
    keywords[keyword] = typeof before === 'number' ? narrow(before, value) : value;
  } else if (keyword === 'enum' && Array.isArray(value) && value.length > 0) {
    const shared = Array.isArray(before) ? value.filter((each) => before.includes(each)) : value;
    keywords.enum = shared.length > 0 ? shared : value;
  } else if (KEPT.has(keyword)) keywords[keyword] ??= value;
}

function typesOf(schema: JsonObject): readonly string[] {
  const types = [member(schema, 'type') ?? []].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) return types;
  if (member(schema, 'properties') !== undefined || isObject(member(schema, 'additionalProperties')))
    return ['object'];
  return member(schema, 'items') === undefined ? [] : ['array'];
}

function narrowed(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const shared = b.filter((type) => a.includes(type) || (type === 'integer' && a.includes('number')));
  return shared.length > 0 ? shared : a;
}

function examplesOf(schema: JsonObject): readonly JsonValue[] {
  const example = member(schema, 'example');
  const others = list(member(schema, 'examples'));
  const fallback = member(schema, 'default');
  return [
    ...(example === undefined ? [] : [example]),
    ...others,
    ...(fallback === undefined ? [] : [fallback]),
  ];
}

/** The name of the component that a schema refers to, to see a circle by. */
export function referenceOf(schema: JsonValue): string | undefined {
  return textAt(schema, '$ref');
}
