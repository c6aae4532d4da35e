import { type JsonObject, type JsonValue, member } from '@plumbline/contract-server';
import fc from 'fast-check';
import { fits, type TextPlace, textIn } from './texts.ts';

/** A keyword of a flat schema that is a number. */
export function numberAt(keywords: JsonObject, name: string): number | undefined {
  const value = member(keywords, name);
  return typeof value === 'number' ? value : undefined;
}

/** Strings of a pattern, a format, or of any characters within their bounds. */
export function stringOf(keywords: JsonObject, place: TextPlace): fc.Arbitrary<string> {
  const pattern = member(keywords, 'pattern');
  const format = member(keywords, 'format');
  const least = numberAt(keywords, 'minLength') ?? 0;
  const most = Math.max(least, Math.min(numberAt(keywords, 'maxLength') ?? least + 24, least + 24));
  const any = textIn(place, least, most);
  if (typeof pattern === 'string') return matching(pattern, place) ?? any;
  const formatted = typeof format === 'string' ? ofFormat(format) : undefined;
  return formatted?.filter((text) => fits(text, place)) ?? any;
}

function matching(pattern: string, place: TextPlace): fc.Arbitrary<string> | undefined {
  const folded = pattern.startsWith('(?i)');
  const source = folded ? pattern.slice(4) : pattern;
  for (const flags of ['u', '']) {
    try {
      // What is asked for is made now and then; what does not fit, the caller replaces.
      return fc
        .stringMatching(new RegExp(source, flags), { size: 'small' })
        .map((text) => (fits(text, place) ? text : ''));
    } catch {
      // It has what the generator cannot make, such as a look-ahead.
    }
  }
  return undefined;
}

const moment = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

function ofFormat(format: string): fc.Arbitrary<string> | undefined {
  switch (format) {
    case 'date-time':
      return moment.map((date) => date.toISOString());
    case 'date':
      return moment.map((date) => date.toISOString().slice(0, 10));
    case 'time':
      return moment.map((date) => date.toISOString().slice(11));
    case 'email':
      return fc.emailAddress();
    case 'uri':
    case 'url':
    case 'iri':
      return fc.webUrl({ withQueryParameters: true, withFragments: true });
    case 'uuid':
      return fc.uuid();
    case 'ipv4':
      return fc.ipV4();
    case 'ipv6':
      return fc.ipV6();
    case 'hostname':
      return fc.domain();
    case 'byte':
    case 'base64':
      return fc.base64String({ maxLength: 24 });
    default:
      return undefined;
  }
}

const INT32 = 2 ** 31;

/** Numbers within their bounds, whole ones where they must be; the bounds themselves often. */
export function numberOf(keywords: JsonObject, isWhole: boolean): fc.Arbitrary<number> {
  const step = numberAt(keywords, 'multipleOf');
  const widest = member(keywords, 'format') === 'int32' ? INT32 - 1 : Number.MAX_SAFE_INTEGER;
  const unit = step ?? (isWhole ? 1 : 0);
  const low = lowest(keywords, unit) ?? -widest;
  const high = Math.max(low, highest(keywords, unit) ?? widest);
  if (unit > 0)
    return fc
      .integer({ min: Math.ceil(low / unit), max: Math.max(Math.ceil(low / unit), Math.floor(high / unit)) })
      .map((count) => count * unit + 0);
  return fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
}

/** The least value that is allowed; undefined: there is none. */
export function lowest(keywords: JsonObject, unit: number): number | undefined {
  return bound(keywords, 'minimum', 'exclusiveMinimum', unit);
}

/** The greatest. */
export function highest(keywords: JsonObject, unit: number): number | undefined {
  return bound(keywords, 'maximum', 'exclusiveMaximum', -unit);
}

/** `exclusiveMinimum` is a flag beside the bound in OpenAPI 3.0, and a bound of its own from 3.1 on. */
function bound(
  keywords: JsonObject,
  inclusive: string,
  exclusive: string,
  inward: number,
): number | undefined {
  const limit = numberAt(keywords, inclusive);
  const strict: JsonValue | undefined = member(keywords, exclusive);
  if (typeof strict === 'number') return strict + (inward === 0 ? Math.sign(inward) : inward);
  return limit !== undefined && strict === true ? limit + inward : limit;
}
