import { isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';
import { type ContractDocument, list, numberAt } from './document.ts';
import { stringSample } from './string-sample.ts';

/** Bytes: the content of a file or of a binary body. */
export class Binary {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value to send or to answer: JSON, with bytes in the place of files. */
export type Sample =
  | null
  | boolean
  | number
  | string
  | Binary
  | readonly Sample[]
  | { readonly [key: string]: Sample };

export interface SampleOptions {
  /** `request` leaves `readOnly` properties out, `response` `writeOnly` ones (OpenAPI 3.1 section 4.8.24). */
  readonly side: 'request' | 'response';
  /** `required`: nothing that is not needed. */
  readonly extent: 'required' | 'full';
  /** Only characters that a header field and a cookie may hold. */
  readonly plain?: boolean;
}

interface State extends SampleOptions {
  readonly document: ContractDocument;
  readonly depth: number;
  /** Set once {@link MAX_DEPTH} is reached: the value is thrown away then. */
  readonly endless: { isReached: boolean };
  /** The name of the property or parameter, which makes samples readable. */
  readonly name: string;
}

/** Optional properties below this depth are left out: a recursive schema has no end of them. */
const MAX_OPTIONAL_DEPTH = 3;
/** Lists that may be empty are, below this depth. */
const MAX_ITEM_DEPTH = 8;
/** A schema that requires itself has no finite value. */
const MAX_DEPTH = 24;

/** A value that validates against the schema, always the same one; undefined where no finite value does. */
export function sampleOf(
  schema: JsonValue | undefined,
  name: string,
  document: ContractDocument,
  options: SampleOptions,
): Sample | undefined {
  const endless = { isReached: false };
  const value = sample(schema, { ...options, document, name, depth: 0, endless });
  return endless.isReached ? undefined : value;
}

function sample(value: JsonValue | undefined, state: State): Sample {
  if (state.depth > MAX_DEPTH) state.endless.isReached = true;
  if (state.endless.isReached) return null;
  const merged = mergedSchema(value, state);
  const constant = member(merged, 'const');
  if (constant !== undefined) return constant as Sample;
  const options = list(member(merged, 'enum'));
  if (options.length > 0) return (options.find((option) => option !== null) ?? null) as Sample;
  switch (typeOf(merged)) {
    case 'object':
      return objectSample(merged, state);
    case 'array':
      return arraySample(merged, state);
    case 'integer':
    case 'number':
      return numberSample(merged);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'string':
      return member(merged, 'format') === 'binary' ||
        member(merged, 'contentMediaType') === 'application/octet-stream'
        ? new Binary(`bytes of ${state.name}`)
        : stringSample(merged, state);
    default:
      return stringSample(merged, state);
  }
}

/** The value as JSON can hold it: bytes as their text. */
export function asJson(value: Sample): JsonValue {
  if (value instanceof Binary) return value.text;
  if (Array.isArray(value)) return value.map((item: Sample) => asJson(item));
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item as Sample)]));
}

/** The schema with `$ref`, `allOf` and the first of `oneOf`/`anyOf` merged into one object. */
export function mergedSchema(
  value: JsonValue | undefined,
  { document }: { readonly document: ContractDocument },
): JsonObject {
  if (!isObject(value)) return {};
  const known = document.merged.get(value);
  if (known !== undefined) return known;
  const merged = merge(value, document);
  document.merged.set(value, merged);
  return merged;
}

function merge(value: JsonObject, document: ContractDocument): JsonObject {
  const parts: JsonObject[] = [];
  collectParts(value, document, parts, []);
  const properties = new Map<string, JsonValue>();
  const required = new Set<JsonValue>();
  for (const part of parts) {
    for (const [name, property] of Object.entries(asObject(member(part, 'properties')))) {
      const earlier = properties.get(name);
      properties.set(name, earlier === undefined ? property : { allOf: [earlier, property] });
    }
    for (const name of list(member(part, 'required'))) required.add(name);
  }
  return {
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part))),
    ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.size > 0 && { required: [...required] }),
  };
}

function collectParts(
  value: JsonValue | undefined,
  document: ContractDocument,
  parts: JsonObject[],
  above: readonly JsonObject[],
): void {
  const schema = document.follow(value);
  // A variant's `allOf` names its base again, whose parts are there already.
  if (schema === undefined || above.includes(schema)) return;
  const inner = [...above, schema];
  parts.push(schema);
  for (const part of list(member(schema, 'allOf'))) collectParts(part, document, parts, inner);
  const groups = ['oneOf', 'anyOf'].map((key) => list(member(schema, key)));
  for (const variants of [...groups, groups.flat().length === 0 ? mappedVariants(schema) : []]) {
    const variant = variants.find((one) => !isNull(document.follow(one)));
    if (variant === undefined) continue;
    collectParts(variant, document, parts, inner);
    const discriminated = discriminatorPart(schema, variant);
    if (discriminated !== undefined) parts.push(discriminated);
  }
}

/** A base schema is one of the variants that its discriminator maps, without a `oneOf` that lists them. */
function mappedVariants(schema: JsonObject): readonly JsonValue[] {
  const targets = Object.values(asObject(member(member(schema, 'discriminator'), 'mapping')));
  return targets.map((target) => {
    const isReference = typeof target === 'string' && target.includes('/');
    return { $ref: isReference ? target : `#/components/schemas/${target}` };
  });
}

/** The discriminating property pinned to the value that names the variant (OpenAPI 3.1 section 4.8.25). */
function discriminatorPart(schema: JsonObject, variant: JsonValue): JsonObject | undefined {
  const discriminator = member(schema, 'discriminator');
  const property = member(discriminator, 'propertyName');
  const reference = member(variant, '$ref');
  if (typeof property !== 'string' || typeof reference !== 'string') return undefined;
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const mapped = Object.entries(asObject(member(discriminator, 'mapping'))).find(
    ([, target]) => target === reference || target === name,
  );
  return { properties: { [property]: { enum: [mapped?.[0] ?? name] } }, required: [property] };
}

function objectSample(schema: JsonObject, state: State): Sample {
  const required = new Set(list(member(schema, 'required')));
  const hidden = state.side === 'request' ? 'readOnly' : 'writeOnly';
  const entries = Object.entries(asObject(member(schema, 'properties'))).flatMap(
    ([name, property]): [string, Sample][] => {
      const inner = { ...state, name, depth: state.depth + 1 };
      const isWanted =
        required.has(name) ||
        isInherited(name) ||
        (state.extent === 'full' && state.depth < MAX_OPTIONAL_DEPTH);
      if (!isWanted || member(mergedSchema(property, state), hidden) === true) return [];
      return [[name, sample(property, inner)]];
    },
  );
  return Object.fromEntries(entries);
}

/** `constructor` and its like: to TypeScript an object without such a property has one of another type. */
function isInherited(name: string): boolean {
  return name !== '__proto__' && Object.hasOwn(Object.prototype, name);
}

function arraySample(schema: JsonObject, state: State): Sample {
  const usual = state.depth === 0 || (state.extent === 'full' && state.depth < MAX_ITEM_DEPTH) ? 1 : 0;
  const count = Math.max(numberAt(schema, 'minItems') ?? 0, usual);
  if (count === 0) return [];
  const items = member(schema, 'items');
  const item = sample(items, { ...state, depth: state.depth + 1 });
  if (member(schema, 'uniqueItems') !== true) return Array.from({ length: Math.min(count, 50) }, () => item);
  const options = list(member(mergedSchema(items, state), 'enum'));
  return options.length > 0 ? (options.slice(0, count) as Sample[]) : [item];
}

function numberSample(schema: JsonObject): number {
  const given = [member(schema, 'default'), member(schema, 'example')].find(
    (value) => typeof value === 'number',
  );
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const exclusive = member(schema, 'exclusiveMinimum');
  const least = Math.max(
    numberAt(schema, 'minimum') ?? Number.NEGATIVE_INFINITY,
    typeof exclusive === 'number' ? exclusive + step : Number.NEGATIVE_INFINITY,
  );
  const most = numberAt(schema, 'maximum') ?? Number.POSITIVE_INFINITY;
  const lowest = Number.isFinite(least)
    ? Math.ceil((exclusive === true ? least + step : least) / step) * step
    : step;
  const fallback = lowest > most ? Math.floor(most / step) * step : lowest;
  return typeof given === 'number' && given >= least && given <= most && given % step === 0
    ? given
    : fallback;
}

function typeOf(schema: JsonObject): JsonValue | undefined {
  const type = member(schema, 'type');
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (named !== undefined) return named;
  if (member(schema, 'properties') !== undefined || member(schema, 'additionalProperties') !== undefined)
    return 'object';
  return member(schema, 'items') === undefined ? undefined : 'array';
}

function isNull(schema: JsonObject | undefined): boolean {
  return schema !== undefined && member(schema, 'type') === 'null';
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
