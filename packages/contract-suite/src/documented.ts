import {
  type Contract,
  DOCUMENTED_KEYWORDS,
  flatten,
  hasAccess,
  type JsonValue,
  list,
  member,
  type Purpose,
  sampleOf,
  shapeOf,
} from '@plumbline/contract-server';
import { differenceOf } from './difference.ts';
import { shown } from './failure.ts';
import type { DocumentedValue } from './method-case.ts';
import { highest, lowest, type numberAt } from './values/leaves.ts';

/** What the document says of a parameter or a field. */
export interface Declared {
  readonly schemas: readonly JsonValue[];
  readonly required: boolean;
}

/** What a page says of a value that the document does not, or the other way round: a clause; null: they agree. */
export function documentedFault(
  documented: DocumentedValue,
  { schemas, required }: Declared,
  contract: Contract,
  { knowsRequired, isLoose }: { readonly knowsRequired: boolean; readonly isLoose: boolean },
): string | null {
  const { document } = contract;
  const facts = typeof documented === 'string' ? { type: documented } : documented;
  const type = facts.type.replace(/!$/, '');
  let isChoice = isLoose;
  const flat = flatten(schemas, document, () => {
    isChoice = true;
    return 0;
  });
  if (knowsRequired && facts.type.endsWith('!') !== required)
    return required ? 'is required, and documented as optional' : 'is documented as required, and is not';
  const types = new Set(schemas.flatMap((schema) => [...shapeOf(schema, document).types]));
  const isOther = type !== 'any' && types.size > 0 && !types.has(type);
  // Of what contradicts itself, any may be told.
  if (
    isOther &&
    !(type === 'number' && types.has('integer')) &&
    schemas.some((schema) => isPossible(schema, contract))
  )
    return `is documented as ${type}, and is ${[...types].join(' or ')}`;
  // Of variants, each may say something else; a page has one place for it.
  if (isChoice) return null;
  const items = flat.items.length === 0 ? null : flatten(flat.items, document, () => 0);
  for (const keyword of DOCUMENTED_KEYWORDS) {
    const wanted = declaredLimit(keyword, flat.keywords);
    const found = member(facts, keyword);
    if (found === undefined && wanted === undefined) continue;
    if (differenceOf(asSet(wanted), asSet(found)) === null) continue;
    const ofItems = items === null ? undefined : declaredLimit(keyword, items.keywords);
    if (found !== undefined && differenceOf(asSet(ofItems), asSet(found)) === null) continue;
    return found === undefined
      ? `has the ${keyword} ${shown(wanted)}, which is not documented`
      : `is documented with the ${keyword} ${shown(found)}, and has ${wanted === undefined ? 'none' : shown(wanted)}`;
  }
  return null;
}

function isPossible(schema: JsonValue, contract: Contract): boolean {
  const check = contract.check('response', schema);
  return sampleOf(schema, { document: contract.document, check, seed: 1, examples: false }).isValid;
}

function declaredLimit(
  keyword: (typeof DOCUMENTED_KEYWORDS)[number],
  keywords: JsonValue,
): JsonValue | undefined {
  const given = keywords as Parameters<typeof numberAt>[0];
  if (keyword === 'minimum') return isOpen(member(given, 'exclusiveMinimum')) ? lowest(given, 0) : undefined;
  if (keyword === 'maximum') return isOpen(member(given, 'exclusiveMaximum')) ? highest(given, 0) : undefined;
  const value = member(given, keyword);
  // What is malformed says nothing.
  return typeof value === 'string' || keyword !== 'pattern' ? value : undefined;
}

/** No bound that excludes itself: the flag of OpenAPI 3.0 may say so. */
function isOpen(exclusive: JsonValue | undefined): boolean {
  return exclusive === undefined || exclusive === false;
}

/** Choices in any order. */
function asSet(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value)
    ? [...new Set(value.map((each: JsonValue) => JSON.stringify(each)))].sort()
    : value;
}

/** The members that a schema names, for one of its purposes. */
export interface Members {
  /** Those of any variant. */
  readonly any: ReadonlyMap<string, Declared>;
  /** Those that every variant has. */
  readonly common: ReadonlySet<string>;
  readonly isChoice: boolean;
}

export function membersOf(schema: JsonValue | undefined, purpose: Purpose, { document }: Contract): Members {
  const { types, properties: own } = shapeOf(schema, document);
  // What is no object has no members, though they are listed.
  if (types.size > 0 && !types.has('object')) return { any: new Map(), common: new Set(), isChoice: false };
  const absent = purpose === 'request' ? 'readOnly' : 'writeOnly';
  const isThere = (schemas: readonly JsonValue[]) =>
    !schemas.some((each) => hasAccess(each, absent, document));
  const any = new Map<string, Declared>();
  // What a discriminator of the schema itself adds is its variants' own.
  const common = new Set(own.keys());
  let widest = 0;
  for (let variant = 0; variant < Math.max(1, Math.min(widest, MOST_VARIANTS)); variant += 1) {
    const flat = flatten([schema ?? true], document, (count) => {
      widest = Math.max(widest, count);
      return variant % count;
    });
    // What is required need not be declared; it is there all the same.
    const undeclared = [...flat.required].filter((name) => !flat.properties.has(name));
    const here = [...flat.properties, ...undeclared.map((name) => [name, []] as const)].filter(
      ([, schemas]) => isThere(schemas),
    );
    for (const [name, schemas] of here) {
      const known = any.get(name);
      any.set(name, {
        schemas: [...(known?.schemas ?? []), ...schemas],
        required: (known?.required ?? true) && flat.required.has(name),
      });
    }
    const there = new Set(here.map(([name]) => name));
    for (const name of common) if (!there.has(name)) common.delete(name);
  }
  // Variants of variants, in whatever combination.
  for (const [name, part] of own)
    if (!any.has(name) && isThere([part])) any.set(name, { schemas: [part], required: false });
  return { any, common, isChoice: widest > 0 };
}

const MOST_VARIANTS = 60;

/** So many schemas are taken for those of rows. */
const MOST_ROWS = 100;

/**
 * The schemas that may be those of a row, the outer ones first: the items of a list, the value itself, and in so many
 * envelopes within one another the items of the lists, then the things.
 */
export function rowSchemas(
  schema: JsonValue | undefined,
  contract: Contract,
  envelopes: number,
): readonly JsonValue[] {
  const { document } = contract;
  let isChoice = false;
  const flat = flatten([schema ?? true], document, () => {
    isChoice = true;
    return 0;
  });
  // One thing, where another variant is a list of them, is a row as well.
  if (flat.items.length > 0) return [together(flat.items), ...(isChoice ? [schema ?? true] : [])];
  const found: JsonValue[] = [schema ?? true];
  let level: readonly JsonValue[] = found;
  for (let depth = 0; depth < envelopes && found.length < MOST_ROWS; depth += 1) {
    const lists: JsonValue[] = [];
    const things: JsonValue[] = [];
    for (const outer of level) {
      const { any, isChoice: isAny } = membersOf(outer, 'response', contract);
      const join = isAny ? anyOf : together;
      for (const { schemas } of any.values()) {
        const flats = schemas.map((each) => flatten([each], document, () => 0));
        const items = flats.flatMap((each) => (each.items.length === 0 ? [] : together(each.items)));
        if (items.length > 0) lists.push(join(items));
        else if (flats.some(({ properties }) => properties.size > 0)) things.push(join(schemas));
      }
    }
    found.push(...lists, ...things);
    level = things.slice(0, MOST_ROWS);
  }
  return found.slice(0, MOST_ROWS);
}

/** Schemas of which one holds, as one. */
function anyOf(schemas: readonly JsonValue[]): JsonValue {
  const [only = true, ...others] = new Set(schemas);
  return others.length === 0 ? only : { anyOf: [only, ...others] };
}

/** Schemas that hold of one value, as one; alone a base means any of its variants, as a part it does not. */
function together(schemas: readonly JsonValue[]): JsonValue {
  const [only = true, ...others] = schemas;
  return others.length === 0 ? only : { allOf: schemas };
}

/** Names that are in `wanted` alone. */
export function missing(wanted: Iterable<string>, found: { has(name: string): boolean }): readonly string[] {
  return [...wanted].filter((name) => !found.has(name));
}

/** A list of names as a message shows it. */
export function names(all: readonly string[]): string {
  return list(all)
    .map((name) => `\`${String(name)}\``)
    .join(', ');
}
