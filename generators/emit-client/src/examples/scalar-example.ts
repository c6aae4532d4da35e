import type { Constraints, JsonValue, Schema } from '@plumbline/model';

/** What is known of a value besides its schema. */
export interface ScalarFacts extends Constraints {
  readonly format?: string;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
}

export type ScalarKind = 'string' | 'number' | 'integer' | 'boolean';

export function isScalarKind(kind: Schema['kind']): kind is ScalarKind {
  return kind === 'string' || kind === 'number' || kind === 'integer' || kind === 'boolean';
}

/** A value of a scalar: the document's own example or default where it is of the kind, else one within its bounds. */
export function scalarExample(kind: ScalarKind, facts: ScalarFacts, name: string): JsonValue {
  const { examples = [], default: fallback } = facts;
  const given = [...examples, ...(fallback === undefined ? [] : [fallback])];
  const own = given.find((value) => isOfKind(value, kind) && !isRefused(value, facts.pattern));
  if (own !== undefined) return own;
  switch (kind) {
    case 'string':
      return text(facts, name);
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return amount(facts);
  }
}

function isOfKind(value: JsonValue, kind: ScalarKind): boolean {
  if (kind === 'integer') return Number.isSafeInteger(value);
  // An empty text in a path would be refused, and tells nothing anywhere else.
  return kind === 'number' ? Number.isFinite(value) : typeof value === kind && value !== '';
}

const BY_FORMAT: ReadonlyMap<string | undefined, string> = new Map([
  ['date', '2026-01-31'],
  ['date-time', '2026-01-31T12:00:00Z'],
  ['email', 'ada@example.com'],
  ['hostname', 'www.example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['time', '12:00:00Z'],
  ['uri', 'https://example.com'],
  ['uri-reference', '/path'],
  ['url', 'https://example.com'],
  ['uuid', '8f14e45f-ceea-467f-9cb3-0a7c2d1f6b11'],
]);

/** By its format; else the value's name, written as what stands for a value: `USER_ID`. */
function text({ format, minLength = 0, maxLength, pattern }: ScalarFacts, name: string): string {
  const known = BY_FORMAT.get(format);
  if (known !== undefined) return known;
  const words = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_').replace(/[^\p{L}\p{N}]+/gu, '_');
  const shown = words.replace(/^_|_$/g, '').toUpperCase() || 'VALUE';
  // A length of thousands says nothing that one of dozens does not.
  const text = shown.padEnd(Math.min(minLength, 64), '0').slice(0, maxLength);
  if (!isRefused(text, pattern)) return text;
  return SIMPLE.find((simple) => simple.length >= minLength && !isRefused(simple, pattern)) ?? text;
}

/** Texts of which many patterns allow one, to be tried where they allow no name. */
const SIMPLE = ['1.0.0', 'value', 'VALUE', 'a', 'A', '1', '10', '1000', '#1d6b3a', 'a.b', 'a@b.c', '/a'];

/** Whether a pattern forbids a text. A long text is not tried: a hostile pattern would take for ever over it. */
function isRefused(value: JsonValue, pattern: string | undefined): boolean {
  if (pattern === undefined || typeof value !== 'string' || value.length > 24) return false;
  try {
    return !new RegExp(pattern, 'u').test(value);
  } catch {
    return false;
  }
}

function amount({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: ScalarFacts): number {
  const least = Math.max(minimum ?? 1, exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  const most = Math.min(maximum ?? least, exclusiveMaximum === undefined ? least : exclusiveMaximum - 1);
  const within = Math.min(minimum === undefined && exclusiveMinimum === undefined ? 1 : least, most);
  return multipleOf === undefined ? within : Math.ceil(within / multipleOf) * multipleOf;
}
