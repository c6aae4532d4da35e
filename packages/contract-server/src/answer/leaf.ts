import { generateSync } from 'json-schema-faker';
import { type JsonObject, list, member } from '../json.ts';
import { patternMatcher } from '../schema/pattern.ts';
import type { Random } from './random.ts';

/** Values of formats that a reader knows at once; the others are the library's. */
const OF_FORMAT: { readonly [format: string]: (random: Random) => string } = {
  'date-time': (random) => moment(random).toISOString(),
  date: (random) => moment(random).toISOString().slice(0, 10),
  time: (random) => moment(random).toISOString().slice(11),
  email: (random) => `${word(random, 6)}@example.com`,
  uri: (random) => `https://example.com/${word(random, 6)}`,
  url: (random) => `https://example.com/${word(random, 6)}`,
  'uri-reference': (random) => `/${word(random, 6)}`,
  'uri-template': (random) => `https://example.com/${word(random, 4)}/{id}`,
  iri: (random) => `https://example.com/${word(random, 6)}`,
  hostname: (random) => `${word(random, 6)}.example.com`,
  regex: () => '^[a-z]+$',
  byte: (random) => btoa(word(random, 9)),
  base64: (random) => btoa(word(random, 9)),
  duration: (random) => `PT${1 + Math.floor(random() * 59)}M`,
};

/** A string of a format, a pattern or a length. */
export function sampleString(keywords: JsonObject, random: Random): string {
  const format = member(keywords, 'format');
  const pattern = member(keywords, 'pattern');
  const least = numberAt(keywords, 'minLength') ?? 0;
  const most = numberAt(keywords, 'maxLength') ?? Math.max(least, 24);
  const formatted = typeof format === 'string' ? ofFormat(format, random) : undefined;
  if (typeof pattern === 'string') {
    // Some patterns know no fractions of a second.
    const fitting = [formatted, formatted?.replace(/\.\d+Z$/, 'Z')].find(
      (text) => text !== undefined && patternMatcher(pattern).test(text),
    );
    const made = fitting ?? byLibrary({ type: 'string', pattern: pattern.replace(/^\(\?i\)/, '') }, random);
    if (made !== undefined) return made;
  }
  if (formatted !== undefined) return formatted;
  const length = Math.min(Math.max(least, 8), most);
  return word(random, length);
}

function ofFormat(format: string, random: Random): string | undefined {
  if (Object.hasOwn(OF_FORMAT, format)) return OF_FORMAT[format]?.(random);
  return LIBRARY.has(format) ? byLibrary({ type: 'string', format }, random) : undefined;
}

const LIBRARY = new Set(['uuid', 'ipv4', 'ipv6', 'json-pointer', 'relative-json-pointer']);

function byLibrary(schema: JsonObject, random: Random): string | undefined {
  try {
    const value = generateSync(schema, { seed: Math.floor(random() * 2 ** 31) });
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A number within its bounds; whole, where it is one. */
export function sampleNumber(keywords: JsonObject, isWhole: boolean, random: Random): number {
  const step = numberAt(keywords, 'multipleOf') ?? (isWhole ? 1 : 0.5);
  const low = bound(keywords, 'minimum', 'exclusiveMinimum', step);
  const high = bound(keywords, 'maximum', 'exclusiveMaximum', -step);
  const from = Math.ceil((low ?? Math.min(1, high ?? 1)) / step);
  const to = Math.floor((high ?? from * step + 99 * step) / step);
  const value = (from + Math.floor(random() * Math.max(1, to - from + 1))) * step;
  return isWhole ? Math.round(value) : Number(value.toPrecision(12));
}

/** The limit, where it is exclusive one step inside it: a number in 3.1, a flag beside the bound in 3.0. */
function bound(keywords: JsonObject, name: string, exclusive: string, step: number): number | undefined {
  const limit = numberAt(keywords, name);
  const outside = member(keywords, exclusive);
  if (typeof outside === 'number') return outside + step;
  return limit === undefined ? undefined : limit + (outside === true ? step : 0);
}

/** One of the values that alone are allowed; undefined: any is. */
export function sampleOfEnum(keywords: JsonObject, random: Random) {
  const constant = member(keywords, 'const');
  if (constant !== undefined) return constant;
  const values = list(member(keywords, 'enum'));
  return values[Math.floor(random() * values.length)];
}

function numberAt(keywords: JsonObject, name: string): number | undefined {
  const value = member(keywords, name);
  return typeof value === 'number' ? value : undefined;
}

/** A moment of the years from 2020 on: none that depends on when it is asked for. */
function moment(random: Random): Date {
  return new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 5 * 365 * 86_400) * 1000);
}

function word(random: Random, length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const letter = (i: number) => letters.charAt(Math.floor(random() * (i === 0 ? 26 : 36)));
  return Array.from({ length: Math.min(length, 100_000) }, (_, i) => letter(i)).join('');
}
