import {
  type ApiDocument,
  type Flat,
  flatten,
  hasAccess,
  type JsonValue,
  list,
  member,
  type Purpose,
} from '@plumbline/contract-server';
import fc from 'fast-check';
import { numberAt, numberOf, stringOf } from './leaves.ts';
import { type TextPlace, textIn } from './texts.ts';

export interface ValueOptions {
  readonly document: ApiDocument;
  readonly purpose: Purpose;
  readonly place: TextPlace;
}

type Values = fc.Arbitrary<JsonValue>;

/** So many variants of a choice are tried, near the top and below. */
const VARIANTS = 4;
/** Deeper than this, nothing is made that is not required. */
const OPTIONAL_DEPTH = 4;
const MAX_DEPTH = 12;

/**
 * Values of a schema, as a request or an answer may hold them: optional members here or not, arrays empty or not, texts
 * hostile. Few are made that the schema does not allow, such as by what two of its parts ask of one another: the caller
 * checks. Undefined where no finite value was found.
 */
export function valuesOf(schema: JsonValue | undefined, options: ValueOptions): Values | undefined {
  return valuesAt([schema ?? true], { ...options, depth: 0, path: [] });
}

interface Place extends ValueOptions {
  readonly depth: number;
  /** References on the way here, to see circles by. */
  readonly path: readonly string[];
}

function valuesAt(schemas: readonly JsonValue[], place: Place): Values | undefined {
  if (place.depth > MAX_DEPTH) return undefined;
  const references = schemas.flatMap((schema) => {
    const reference = member(schema, '$ref');
    return typeof reference === 'string' ? [reference] : [];
  });
  if (references.some((reference) => place.path.includes(reference))) return undefined;
  const within = { ...place, path: [...place.path, ...references] };
  let widest = 1;
  const first = flatten(schemas, place.document, (count) => {
    widest = Math.max(widest, count);
    return 0;
  });
  const others = Array.from({ length: Math.min(widest, place.depth < 2 ? VARIANTS : 1) - 1 }, (_, i) =>
    flatten(schemas, place.document, (count) => (i + 1) % count),
  );
  const made = [first, ...others].flatMap((flat) => valuesOfFlat(flat, within) ?? []);
  const [only, ...more] = made;
  return more.length === 0 ? only : fc.oneof(...made);
}

function valuesOfFlat(flat: Flat, place: Place): Values | undefined {
  const { keywords, types } = flat;
  const constant = member(keywords, 'const');
  if (constant !== undefined) return fc.constant(constant);
  const choices = list(member(keywords, 'enum'));
  if (choices.length > 0) return fc.constantFrom(...choices);
  const type = types.find((each) => each !== 'null') ?? types[0] ?? guessed(flat);
  switch (type) {
    case 'object':
      return objects(flat, place);
    case 'array':
      return arrays(flat, place);
    case 'integer':
    case 'number':
      return numberOf(keywords, type === 'integer');
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return stringOf(keywords, place.place);
    default:
      return place.place === 'json'
        ? fc.constantFrom<JsonValue>('any', 1, true, {}, [])
        : textIn(place.place, 1);
  }
}

function guessed({ properties, required, items, keywords }: Flat): string | undefined {
  if (properties.size > 0 || required.size > 0) return 'object';
  if (items.length > 0) return 'array';
  const ofText = ['pattern', 'format', 'minLength', 'maxLength'];
  if (ofText.some((keyword) => member(keywords, keyword) !== undefined)) return 'string';
  return member(keywords, 'minimum') === undefined ? undefined : 'number';
}

function objects(flat: Flat, place: Place): Values | undefined {
  const { document, purpose, depth } = place;
  const absent = purpose === 'request' ? 'readOnly' : 'writeOnly';
  const model: [string, Values][] = [];
  const required: string[] = [];
  for (const [name, schemas] of flat.properties) {
    const isRequired = flat.required.has(name);
    if (
      (depth >= OPTIONAL_DEPTH && !isRequired) ||
      schemas.some((schema) => hasAccess(schema, absent, document))
    )
      continue;
    const values = valuesAt(schemas, { ...place, depth: depth + 1 });
    if (values === undefined && isRequired) return undefined;
    if (values !== undefined) model.push([name, values]);
    if (isRequired) required.push(name);
  }
  const open = typeof flat.additional === 'object' ? flat.additional : true;
  for (const name of flat.required) {
    if (flat.properties.has(name)) continue;
    model.push([name, valuesAt([open], { ...place, depth: depth + 1 }) ?? fc.constant({})]);
    required.push(name);
  }
  if (model.length > 0) {
    return fc
      .tuple(
        ...model.map(([name, values]) =>
          required.includes(name)
            ? values.map((value) => [value])
            : fc.option(values.map((value) => [value])),
        ),
      )
      .map((made) =>
        Object.fromEntries(
          model.flatMap(([name], i) => (made[i] ?? []).map((value) => [name, value] as const)),
        ),
      );
  }
  const isMap = flat.additional !== undefined && flat.additional !== false && depth < OPTIONAL_DEPTH;
  const least = numberAt(flat.keywords, 'minProperties') ?? 0;
  const values = isMap || least > 0 ? valuesAt([open], { ...place, depth: depth + 1 }) : undefined;
  if (values === undefined) return fc.constant({});
  const key = place.place === 'json' ? textIn('json', 1, 8) : fc.stringMatching(/^[a-z]{1,8}$/);
  const isOwn = (name: string) => !flat.properties.has(name);
  return fc
    .uniqueArray(fc.tuple(key.filter(isOwn), values), {
      minLength: least,
      maxLength: least + 2,
      selector: ([name]) => name,
    })
    .map((entries) => Object.fromEntries(entries));
}

function arrays({ items, prefixItems, keywords }: Flat, place: Place): Values | undefined {
  const least = numberAt(keywords, 'minItems') ?? 0;
  const wanted = place.depth >= OPTIONAL_DEPTH ? least : least + 2;
  const most = Math.max(least, Math.min(numberAt(keywords, 'maxItems') ?? wanted, wanted));
  const of = (schemas: readonly JsonValue[]) => valuesAt(schemas, { ...place, depth: place.depth + 1 });
  if (prefixItems.length > 0) {
    const heads = prefixItems.slice(0, Math.max(least, prefixItems.length)).map((schema) => of([schema]));
    return heads.includes(undefined)
      ? undefined
      : fc.tuple(...heads.flatMap((values) => values ?? [])).map((made) => made);
  }
  const values = of(items);
  if (values === undefined) return least > 0 ? undefined : fc.constant([]);
  const bounds = { minLength: least, maxLength: most };
  return member(keywords, 'uniqueItems') === true
    ? fc.uniqueArray(values, { ...bounds, selector: (value) => JSON.stringify(value) })
    : fc.array(values, bounds);
}
