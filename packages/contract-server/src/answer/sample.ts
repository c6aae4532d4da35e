import type { ApiDocument } from '../document/document.ts';
import { childPointer } from '../document/pointer.ts';
import { type JsonValue, member, objectOf } from '../json.ts';
import { hasAccess } from '../schema/access.ts';
import type { Check } from '../schema/checker.ts';
import type { Purpose } from '../schema/convert.ts';
import { type Flat, flatten, referenceOf } from './flatten.ts';
import { sampleNumber, sampleOfEnum, sampleString } from './leaf.ts';
import { type Random, randomFrom, seedOf } from './random.ts';

export interface SampleOptions {
  readonly document: ApiDocument;
  readonly check: Check;
  readonly seed: number;
  /** Whether the examples of the schemas within are taken, where they are valid. */
  readonly examples: boolean;
  /** Of a request `readOnly` members are left out, of an answer, the default, `writeOnly` ones. */
  readonly purpose?: Purpose;
  /** Nothing but what is required; the default is what may be there, too. */
  readonly bare?: boolean;
  /** Items of a list where nothing but what is required is taken. None unless given. */
  readonly items?: number;
  /** What has no type is a text, as in a query or a form; an object unless given. */
  readonly texts?: boolean;
}

/** A value of a schema. `isValid` is false where none was found that the schema allows. */
export interface Sample {
  readonly value: JsonValue;
  readonly isValid: boolean;
}

/** So often a value is mended where its check finds fault. */
const ROUNDS = 12;

/**
 * Makes a value of a schema as an answer or a request may hold it: the same for the same seed, and checked. Where the check finds
 * fault, the next round makes that place otherwise: without examples, by another variant, and at last without it.
 */
export function sampleOf(schema: JsonValue | undefined, options: SampleOptions): Sample {
  const faults = new Map<string, number>();
  let best: { readonly value: JsonValue; readonly faults: number } | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const isLast = round === ROUNDS - 1;
    const value = sampleAt([schema ?? true], {
      ...options,
      pointer: '',
      faults,
      path: [],
      isBare: options.bare === true || isLast || round === ROUNDS - 3,
      round,
    });
    const found = options.check(value ?? null);
    if (value !== undefined && found.length === 0) return { value, isValid: true };
    if (best === null || found.length < best.faults) best = { value: value ?? null, faults: found.length };
    for (const { pointer } of found) faults.set(pointer, (faults.get(pointer) ?? 0) + 1);
  }
  return { value: best?.value ?? null, isValid: false };
}

interface Place extends SampleOptions {
  readonly pointer: string;
  /** Pointer → how often it was at fault. */
  readonly faults: ReadonlyMap<string, number>;
  /** References on the way here, to see circles by. */
  readonly path: readonly string[];
  /** Nothing but what is required. */
  readonly isBare: boolean;
  readonly round: number;
}

const MAX_DEPTH = 12;
const MAX_REFERENCES = 40;
/** Deeper than this, optional members are left out: answers stay readable. */
const OPTIONAL_DEPTH = 5;

/** Undefined: no finite value was found. */
function sampleAt(schemas: readonly JsonValue[], place: Place): JsonValue | undefined {
  const { document, pointer, faults } = place;
  const blamed = faults.get(pointer) ?? 0;
  const random = randomFrom(seedOf(`${pointer} ${blamed > 1 ? place.round : 0}`, place.seed));
  const first = place.examples ? 0 : Math.floor(random() * 1000);
  const variant = first + blamed + stuckMembers(pointer, faults);
  const flat = flatten(schemas, document, (count) => variant % count);
  const references = schemas.flatMap((schema) => referenceOf(schema) ?? []);
  // A circle goes round once, so that there is something to see.
  const times = (reference: string) => place.path.filter((each) => each === reference).length;
  const isCircling = references.length > 0 && references.every((reference) => times(reference) > 1);
  if (isCircling || place.path.length > MAX_REFERENCES) return undefined;
  const within = { ...place, path: [...place.path, ...references] };
  const fixed = sampleOfEnum(flat.keywords, random);
  const example = place.examples && !isFaulty(pointer, faults) ? flat.examples[0] : undefined;
  if (example !== undefined && (fixed === undefined || typeof example !== 'object')) return example;
  if (fixed !== undefined) return fixed;
  return sampleOfType(flat, within, random);
}

/** How often a member would not be mended, so that another variant must: a third of its faults. */
function stuckMembers(pointer: string, faults: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const [faulty, count] of faults)
    if (faulty.startsWith(`${pointer}/`) && !faulty.includes('/', pointer.length + 1))
      most = Math.max(most, count);
  return Math.floor(most / 3);
}

function isFaulty(pointer: string, faults: ReadonlyMap<string, number>): boolean {
  if (faults.has(pointer)) return true;
  for (const faulty of faults.keys()) if (faulty.startsWith(`${pointer}/`)) return true;
  return false;
}

function sampleOfType(flat: Flat, place: Place, random: Random): JsonValue | undefined {
  const type = flat.types.find((each) => each !== 'null') ?? flat.types[0] ?? guessedType(flat);
  switch (type) {
    case 'object':
      return sampleObject(flat, place);
    case 'array':
      return sampleArray(flat, place);
    case 'integer':
    case 'number':
      return sampleNumber(flat.keywords, type === 'integer', random);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    case 'string':
      return sampleString(flat.keywords, random);
    default:
      return place.texts === true ? sampleString({}, random) : {};
  }
}

function guessedType({ properties, required, items, keywords }: Flat): string | undefined {
  if (properties.size > 0 || required.size > 0) return 'object';
  if (items.length > 0) return 'array';
  if (member(keywords, 'pattern') !== undefined || member(keywords, 'format') !== undefined) return 'string';
  if (member(keywords, 'minLength') !== undefined || member(keywords, 'maxLength') !== undefined)
    return 'string';
  return member(keywords, 'minimum') === undefined ? undefined : 'number';
}

function sampleObject(flat: Flat, place: Place): JsonValue | undefined {
  const { document, pointer, faults, isBare } = place;
  const depth = pointer.split('/').length - 1;
  if (depth > MAX_DEPTH && flat.required.size === 0) return {};
  const absent = place.purpose === 'request' ? 'readOnly' : 'writeOnly';
  const entries: [string, JsonValue][] = [];
  for (const [name, schemas] of flat.properties) {
    const isRequired = flat.required.has(name);
    if (schemas.some((schema) => hasAccess(schema, absent, document))) continue;
    const at = childPointer(pointer, name);
    const isLeftOut = isBare || depth >= OPTIONAL_DEPTH || (faults.get(at) ?? 0) > 3;
    if (!isRequired && isLeftOut) continue;
    const value = sampleAt(schemas, { ...place, pointer: at });
    if (value !== undefined) entries.push([name, value]);
    else if (isRequired) return undefined;
  }
  for (const name of flat.required) {
    if (flat.properties.has(name)) continue;
    const schema = typeof flat.additional === 'object' ? flat.additional : true;
    entries.push([name, sampleAt([schema], { ...place, pointer: childPointer(pointer, name) }) ?? {}]);
  }
  const least = member(flat.keywords, 'minProperties');
  const isMap =
    entries.length === 0 && typeof flat.additional === 'object' && !isBare && depth < OPTIONAL_DEPTH;
  const count = Math.max(typeof least === 'number' ? least : 0, isMap ? 1 : 0);
  for (let i = 1; entries.length < count; i += 1) {
    const name = `key${i}`;
    const schema = flat.additional === undefined || flat.additional === false ? true : flat.additional;
    const value = sampleAt([schema], { ...place, pointer: childPointer(pointer, name) });
    if (value === undefined) break;
    entries.push([name, value]);
  }
  return objectOf(entries);
}

function sampleArray({ items, prefixItems, keywords }: Flat, place: Place): JsonValue | undefined {
  const least = member(keywords, 'minItems');
  const most = member(keywords, 'maxItems');
  const wanted = Math.min(place.isBare ? (place.items ?? 0) : 1, typeof most === 'number' ? most : 1);
  const count = Math.max(typeof least === 'number' ? least : 0, wanted);
  const values: JsonValue[] = [];
  for (let i = 0; i < count; i += 1) {
    const prefix = prefixItems[i];
    const schemas = prefix === undefined ? items : [prefix];
    const at = { ...place, pointer: childPointer(place.pointer, i) };
    // Further items differ, in case they must.
    const value = sampleAt(schemas, i === 0 ? at : { ...at, examples: false, seed: place.seed + i });
    if (value === undefined) return typeof least === 'number' && least > 0 ? undefined : values;
    values.push(value);
  }
  return values;
}
