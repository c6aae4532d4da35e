import { type JsonObject, type JsonValue, member } from '@plumbline/model';
import { list, numberAt } from './document.ts';

/** One valid text for each format that validators check (OpenAPI format registry; JSON Schema 2020-12 section 7.3). */
const FORMATS: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ['date-time', '2024-02-29T12:30:45.000Z'],
  ['date', '2024-02-29'],
  ['time', '12:30:45Z'],
  ['duration', 'P1DT2H'],
  ['email', 'ada@example.com'],
  ['idn-email', 'ada@example.com'],
  ['hostname', 'host.example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com/a'],
  ['url', 'https://example.com/a'],
  ['uri-reference', '/a'],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000'],
  ['byte', 'aGVsbG8='],
  ['int64', '1'],
  ['regex', '^a$'],
  ['json-pointer', '/a'],
]);

/**
 * A string that validates: by format, else the document's own example or default where it obeys the schema, else a
 * text with characters that every encoder must mind.
 */
export function stringSample(
  schema: JsonObject,
  { name, plain = false }: { readonly name: string; readonly plain?: boolean },
): string {
  const format = FORMATS.get(member(schema, 'format'));
  if (format !== undefined) return format;
  const least = numberAt(schema, 'minLength') ?? 0;
  const most = numberAt(schema, 'maxLength') ?? Number.POSITIVE_INFINITY;
  const pattern = patternOf(schema);
  const obeys = (text: JsonValue | undefined): text is string =>
    typeof text === 'string' && text.length >= least && text.length <= most && (pattern?.test(text) ?? true);
  const free = (plain ? `${name.replace(/[^\w-]/g, '-')}-1` : `${name} a b&c=d/é?#%+`)
    .slice(0, most)
    .padEnd(least, 'x');
  const own = [member(schema, 'example'), ...list(member(schema, 'examples')), member(schema, 'default')];
  return (
    (pattern === undefined && free !== ''
      ? free
      : [...own, free, 'a'.repeat(Math.max(1, least)), '1'.repeat(Math.max(1, least))].find(obeys)) ?? free
  );
}

/** The pattern as JavaScript reads it; undefined where there is none, or none that it accepts. */
function patternOf(schema: JsonObject): RegExp | undefined {
  const pattern = member(schema, 'pattern');
  if (typeof pattern !== 'string' || pattern.length > 1000) return undefined;
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
