import { type Flat, isObject, type JsonValue, list, member } from '@plumbline/contract-server';
import { highest, lowest, numberAt } from './leaves.ts';

/** A keyword of a schema with a value that just keeps it, and one that just breaks it; undefined where there is none to be made. */
export interface Bound {
  readonly keyword: string;
  readonly at?: JsonValue | undefined;
  readonly beyond?: JsonValue | undefined;
}

/** Longer texts and lists are not made. */
const LONGEST = 20_000;

/** What a schema asks of a value, each with values at its limit and beyond. `value` is one that it allows. */
export function boundsOf({ keywords, types }: Flat, value: JsonValue): readonly Bound[] {
  const bounds: Bound[] = [];
  const choices = list(member(keywords, 'enum'));
  if (member(keywords, 'const') === undefined && choices.length > 0)
    bounds.push(...choices.map((choice) => ({ keyword: 'enum', at: choice })), {
      keyword: 'enum',
      beyond: outside(choices),
    });
  if (typeof value === 'string' && choices.length === 0) bounds.push(...ofText(keywords, value));
  if (typeof value === 'number' && choices.length === 0)
    bounds.push(...ofNumber(keywords, types.includes('integer')));
  if (Array.isArray(value)) bounds.push(...ofList(keywords, value));
  const foreign = foreignTo(types);
  if (foreign !== undefined) bounds.push({ keyword: 'type', beyond: foreign });
  return bounds;
}

function outside(choices: readonly JsonValue[]): JsonValue {
  if (choices.every((choice) => typeof choice === 'number')) {
    const most = Math.max(...choices.map(Number));
    // Beyond 2^53 the next number may be the same.
    return most + 1 === most ? most * 2 : most + 1;
  }
  const longest = choices.reduce<string>(
    (best, choice) => (String(choice).length > best.length ? String(choice) : best),
    '',
  );
  return `${longest}x`;
}

/** A value of a type that is not allowed; null may be, where it is said elsewhere. */
function foreignTo(types: readonly string[]): JsonValue | undefined {
  if (types.length === 0) return undefined;
  if (types.some((type) => type === 'number' || type === 'integer' || type === 'boolean'))
    return types.includes('string') ? undefined : 'no-number';
  if (types.includes('string')) return types.includes('object') ? undefined : { not: 'a string' };
  return types.includes('object') || types.includes('array') ? 'no-object' : undefined;
}

function ofText(keywords: Flat['keywords'], value: string): readonly Bound[] {
  const bounds: Bound[] = [];
  const least = numberAt(keywords, 'minLength');
  const most = numberAt(keywords, 'maxLength');
  if (least !== undefined && least > 0 && least < LONGEST)
    bounds.push({ keyword: 'minLength', at: sized(value, least), beyond: sized(value, least - 1) });
  if (most !== undefined && most < LONGEST)
    bounds.push({ keyword: 'maxLength', at: sized(value, most), beyond: sized(value, most + 1) });
  const pattern = member(keywords, 'pattern');
  if (typeof pattern === 'string')
    bounds.push({ keyword: 'pattern', at: value, beyond: unlike(pattern, least ?? 0, most) });
  const format = member(keywords, 'format');
  const broken = typeof format === 'string' && Object.hasOwn(BROKEN, format) ? BROKEN[format] : undefined;
  if (broken !== undefined && pattern === undefined)
    bounds.push({ keyword: 'format', at: value, beyond: broken });
  return bounds;
}

/** A text of so many characters, which begins like another. */
function sized(text: string, length: number): string {
  const chars = [...text].slice(0, length);
  return chars.join('') + 'x'.repeat(length - chars.length);
}

/** A text that a pattern does not match; undefined: none was found. */
function unlike(pattern: string, least: number, most = Number.POSITIVE_INFINITY): string | undefined {
  const folded = pattern.startsWith('(?i)');
  try {
    const expression = new RegExp(folded ? pattern.slice(4) : pattern, folded ? 'iu' : 'u');
    return ['!', 'x', '0', '~~~~~~~~', 'é€', 'no match', '/', ' x ', 'x'.repeat(300)]
      .map((text) => sized(text, Math.max(least, [...text].length)))
      .find((text) => [...text].length <= most && !expression.test(text));
  } catch {
    return undefined;
  }
}

/** What no value of a format is. */
const BROKEN: { readonly [format: string]: string } = {
  'date-time': 'yesterday',
  date: '2024-02-30',
  time: 'noon',
  email: 'nobody',
  uuid: 'not-a-uuid',
  ipv4: '256.0.0.1',
  ipv6: ':::1',
  hostname: '-x-',
  uri: 'no uri',
};

function ofNumber(keywords: Flat['keywords'], isWhole: boolean): readonly Bound[] {
  const step = numberAt(keywords, 'multipleOf') ?? (isWhole ? 1 : 0.5);
  const least = lowest(keywords, step);
  const most = highest(keywords, step);
  const bounds: Bound[] = [];
  // Beyond 2^53 the next number may be the same.
  const beyond = (limit: number, value: number) => (value === limit ? undefined : value);
  if (least !== undefined)
    bounds.push({ keyword: 'minimum', at: least, beyond: beyond(least, least - step) });
  if (most !== undefined) bounds.push({ keyword: 'maximum', at: most, beyond: beyond(most, most + step) });
  if (numberAt(keywords, 'multipleOf') !== undefined && (!isWhole || step > 1))
    bounds.push({ keyword: 'multipleOf', beyond: (least ?? 0) + (isWhole ? 1 : step / 2) });
  return bounds;
}

function ofList(keywords: Flat['keywords'], value: readonly JsonValue[]): readonly Bound[] {
  const bounds: Bound[] = [];
  const [item = 'x'] = value;
  const least = numberAt(keywords, 'minItems');
  const most = numberAt(keywords, 'maxItems');
  const isUnique = member(keywords, 'uniqueItems') === true;
  const items = (count: number) =>
    Array.from({ length: count }, (_, i) => value[i] ?? (isUnique ? varied(item, i) : item));
  if (least !== undefined && least > 0 && least < LONGEST)
    bounds.push({ keyword: 'minItems', at: items(least), beyond: items(least - 1) });
  if (most !== undefined && most < 1000)
    bounds.push({ keyword: 'maxItems', at: items(most), beyond: items(most + 1) });
  if (isUnique) bounds.push({ keyword: 'uniqueItems', beyond: [item, item] });
  return bounds;
}

function varied(item: JsonValue, index: number): JsonValue {
  if (typeof item === 'number') return item + index;
  if (typeof item === 'string') return `${item}${index}`;
  return isObject(item) ? { ...item, [`x${index}`]: index } : item;
}
