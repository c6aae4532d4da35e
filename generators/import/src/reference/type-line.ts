import { dictionary, type JsonValue } from '@plumbline/model';

export interface TypeLine {
  /** As far as a reference tells it; the members of JSON Schema by their names. */
  readonly schema: { readonly [keyword: string]: JsonValue };
  /** What stands behind the type on its line. */
  readonly rest: string;
  /** `Recursive`: the schema is one that is being shown. */
  readonly isRecursive: boolean;
}

const WORDS: { readonly [word: string]: string } = dictionary(
  ['string', 'integer', 'number', 'boolean', 'object', 'array'].flatMap((type) => [
    [type, type],
    [`${type}s`, type],
  ]),
);
const BASE =
  /^\(?(string|integer|number|boolean|object|array)s?(?![a-z])((?: or (?:string|integer|number|boolean|object|array|null)s?)*)\)?/;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const RANGE = new RegExp(
  String.raw`^([[(]) ?(${NUMBER}) ?\.\. ?(${NUMBER}) ?([\])])(?: (characters|items|properties))?`,
  'i',
);
const BOUND = new RegExp(`^(>=|<=|>|<|=) ?(${NUMBER})(?: (characters?|items?|properties|property))?`, 'i');
const ITEMS = /^\[ ?items ?((?:[^[\]]|\[[^[\]]{0,80}\]){0,300}?)\]/i;
/** No type is longer than this, without its pattern. */
const MOST = 4000;

/**
 * A type as ReDoc writes it: `string <email> [ 1 .. 100 ] characters`, `Array of strings non-empty`, `integer or null`,
 * `object (User)`. Null where the text does not begin with one.
 */
export function parseTypeLine(text: string): TypeLine | null {
  const line = text.length > MOST ? null : typeIn(text);
  return line === null ? null : settled(line);
}

function typeIn(text: string): TypeLine | null {
  const array = /^array of /i.exec(text);
  if (array !== null) {
    const items = typeIn(text.slice(array[0].length));
    return items === null ? null : arrayOf(items);
  }
  if (/^any(?![a-z])(?! of)/.test(text)) return restOf({}, text.slice(3));
  const base = BASE.exec(text);
  if (base === null) return null;
  const [whole, word = '', others = ''] = base;
  const types = [word, ...others.split(/ or /).slice(1)].map((one) => WORDS[one.toLowerCase()] ?? 'null');
  const [type = 'string'] = types;
  const schema: { [keyword: string]: JsonValue } = { type: types.length === 1 ? type : types };
  return restOf(schema, text.slice(whole.length));
}

/** Bounds that count items are the array's, what stands in brackets is of its items, and so are format and pattern. */
function arrayOf({ schema: own, rest, isRecursive }: TypeLine): TypeLine {
  const bounds: [string, JsonValue][] = [];
  const items: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(own)) {
    if (keyword === NON_EMPTY) bounds.push(['minItems', 1]);
    else if (ARRAY_BOUNDS.has(keyword)) bounds.push([keyword, value]);
    else items.push([keyword.replace(/^items:/, ''), value]);
  }
  return {
    schema: dictionary([['type', 'array'], ...bounds, ['items', dictionary(items)]]),
    rest,
    isRecursive,
  };
}

const ARRAY_BOUNDS: ReadonlySet<string> = new Set(['minItems', 'maxItems', 'uniqueItems']);
/** Until it is known what it is of. */
const NON_EMPTY = 'non-empty';

function settled({ schema: { [NON_EMPTY]: isNonEmpty, ...schema }, ...line }: TypeLine): TypeLine {
  if (isNonEmpty === undefined) return { ...line, schema };
  const keyword =
    schema.type === 'array' ? 'minItems' : schema.type === 'object' ? 'minProperties' : 'minLength';
  return { ...line, schema: { ...schema, [keyword]: 1 } };
}

function restOf(start: { readonly [keyword: string]: JsonValue }, text: string): TypeLine {
  const schema: { [keyword: string]: JsonValue } = { ...start };
  let rest = text;
  let isRecursive = false;
  for (;;) {
    rest = rest.trimStart();
    const taken = takeConstraint(schema, rest);
    if (taken > 0) rest = rest.slice(taken);
    else if (/^[Rr]ecursive(?![a-z])/.test(rest)) {
      isRecursive = true;
      rest = rest.slice('recursive'.length);
    } else break;
  }
  const pattern = /^(\^\S.*?\$|\^\S+|\/\^.*\$\/)(?=\s|$|[A-Z][a-z]+ )/.exec(rest)?.[1];
  if (pattern !== undefined && schema.type === 'string') {
    schema.pattern = pattern.replace(/^\/(.*)\/$/, '$1');
    rest = rest.slice(pattern.length).trimStart();
  }
  return { schema, rest, isRecursive };
}

/** How much of the text says something of the schema, which is added. */
function takeConstraint(schema: { [keyword: string]: JsonValue }, text: string): number {
  const format = /^<([^<>]{1,300}?) ?>/.exec(text);
  if (format !== null) {
    schema.format = format[1]?.trim() ?? '';
    return format[0].length;
  }
  const title = /^\(([\w .:/-]{1,120})\)/.exec(text);
  if (title !== null && !/\.\./.test(text.slice(0, title[0].length))) {
    schema.title = title[1] ?? '';
    return title[0].length;
  }
  const range = RANGE.exec(text);
  if (range !== null) {
    const [whole, open, low = '', high = '', close, unit] = range;
    bound(schema, { sign: open === '(' ? '>' : '>=', value: Number(low), unit });
    bound(schema, { sign: close === ')' ? '<' : '<=', value: Number(high), unit });
    return whole.length;
  }
  const single = BOUND.exec(text);
  if (single !== null) {
    const [whole, sign = '', value = '', unit] = single;
    bound(schema, { sign, value: Number(value), unit });
    return whole.length;
  }
  const nonEmpty = /^non-empty(?![a-z])/.exec(text);
  if (nonEmpty !== null) {
    schema[NON_EMPTY] = 1;
    return nonEmpty[0].length;
  }
  const multiple = new RegExp(`^multiple of (${NUMBER})`, 'i').exec(text);
  if (multiple !== null) {
    schema.multipleOf = Number(multiple[1]);
    return multiple[0].length;
  }
  const places = /^decimal places <= (\d{1,2})/i.exec(text);
  if (places !== null) {
    schema.multipleOf = Number(`1e-${places[1]}`);
    return places[0].length;
  }
  const unique = /^(?:items )?unique(?: items)?(?![a-z])/.exec(text);
  if (unique !== null) {
    schema.uniqueItems = true;
    return unique[0].length;
  }
  const nullable = /^[Nn]ullable(?![a-z])/.exec(text);
  if (nullable !== null) {
    if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
    return nullable[0].length;
  }
  const items = ITEMS.exec(text);
  if (items === null) return 0;
  const inner = restOf({ type: 'string' }, items[1] ?? '').schema;
  for (const [keyword, value] of Object.entries(inner))
    if (keyword !== 'type') schema[`items:${keyword === NON_EMPTY ? 'minLength' : keyword}`] = value;
  return items[0].length;
}

function bound(
  schema: { [keyword: string]: JsonValue },
  {
    sign,
    value,
    unit = '',
  }: { readonly sign: string; readonly value: number; readonly unit?: string | undefined },
): void {
  const suffix = /^char/i.test(unit)
    ? 'Length'
    : /^item/i.test(unit)
      ? 'Items'
      : /^prop/i.test(unit)
        ? 'Properties'
        : '';
  if (suffix !== '') {
    if (sign !== '<=' && sign !== '<') schema[`min${suffix}`] = sign === '>' ? value + 1 : value;
    if (sign !== '>=' && sign !== '>') schema[`max${suffix}`] = sign === '<' ? value - 1 : value;
  } else if (sign === '=') {
    schema.minimum = value;
    schema.maximum = value;
  } else {
    const keyword = { '>=': 'minimum', '<=': 'maximum', '>': 'exclusiveMinimum', '<': 'exclusiveMaximum' }[
      sign
    ];
    if (keyword !== undefined) schema[keyword] = value;
  }
}
