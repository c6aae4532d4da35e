import type { JsonValue } from '../json.ts';
import type { Shape } from '../schema/types.ts';

/** A JSON number (RFC 8259 section 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * What a text may mean to a schema, the likeliest first: the text itself, unless only another type is allowed. A number that
 * nobody writes so, as `1e3`, is rather a text where that is allowed too.
 */
export function scalarReadings(text: string, { types }: Shape): readonly JsonValue[] {
  const allows = (type: string) => types.has(type);
  const readings: JsonValue[] = [];
  const isNumber = (allows('number') || allows('integer')) && NUMBER.test(text);
  const isOdd = isNumber && allows('string') && String(Number(text)) !== text;
  if (isNumber && !isOdd) readings.push(Number(text));
  if (allows('boolean') && (text === 'true' || text === 'false')) readings.push(text === 'true');
  if (allows('null') && (text === '' || text === 'null')) readings.push(null);
  if (types.size === 0 || allows('string') || readings.length === 0) readings.push(text);
  if (isOdd) readings.push(Number(text));
  return readings;
}

/** The one reading of a text that is an item or a member of a bigger value. */
export function scalarOf(text: string, shape: Shape): JsonValue {
  return scalarReadings(text, shape)[0] ?? text;
}
