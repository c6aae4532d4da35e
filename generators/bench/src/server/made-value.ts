import type { JsonObject, JsonValue } from '@plumbline/model';
import { type FlatSchema, numberAt } from './flat-schema.ts';

/** How a value is made of schemas. */
export interface Making {
  readonly flat: (schema: JsonValue | undefined) => FlatSchema;
  /** With what is optional too. */
  readonly isFull: boolean;
  /** How many values it is within. */
  readonly depth: number;
}

const MAX_DEPTH = 7;
/** What is optional is left out of what is deeper. */
const MAX_FULL_DEPTH = 3;

/** A value that the schema allows in a request; undefined: none was found. */
export function madeValue(schema: JsonValue | undefined, making: Making): JsonValue | undefined {
  if (making.depth > MAX_DEPTH) return undefined;
  const flat = making.flat(schema);
  const { type, schema: own } = flat;
  if (own.const !== undefined) return own.const;
  if (Array.isArray(own.enum) && own.enum.length > 0) return own.enum.find((each) => each !== null);
  if (type === 'object') return makeObject(flat, making);
  if (type === 'array') return makeArray(own, making);
  if (type === 'integer' || type === 'number') return makeNumber(own);
  return type === 'boolean' ? true : makeString(own);
}

function makeObject({ schema, properties, required }: FlatSchema, making: Making): JsonObject | undefined {
  const { flat, isFull, depth } = making;
  const hasOptional = isFull && depth < MAX_FULL_DEPTH;
  const entries: [string, JsonValue][] = [];
  for (const [name, part] of properties) {
    if (!(required.has(name) || hasOptional) || flat(part).isReadOnly) continue;
    const value = madeValue(part, { ...making, depth: depth + 1 });
    if (value === undefined && required.has(name)) return undefined;
    if (value !== undefined) entries.push([name, value]);
  }
  for (const name of required) if (!properties.has(name)) entries.push([name, 'any']);
  return (numberAt(schema, 'minProperties') ?? 0) > entries.length ? undefined : Object.fromEntries(entries);
}

function makeArray(schema: JsonObject, making: Making): readonly JsonValue[] | undefined {
  const least = numberAt(schema, 'minItems') ?? 0;
  const count = Math.max(least, making.isFull ? 1 : 0);
  if (count === 0) return [];
  const item = madeValue(schema.items, { ...making, depth: making.depth + 1 });
  if (item === undefined) return least > 0 ? undefined : [];
  return count > 1 && schema.uniqueItems === true ? undefined : Array.from({ length: count }, () => item);
}

function makeNumber(schema: JsonObject): number | undefined {
  const least = numberAt(schema, 'minimum') ?? numberAt(schema, 'exclusiveMinimum');
  const most = numberAt(schema, 'maximum') ?? numberAt(schema, 'exclusiveMaximum');
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const from = least ?? Math.min(most ?? step, step);
  const candidates = [from, from + step, Math.ceil(from / step) * step + step];
  return (
    candidates.find(
      (value) => value % step === 0 && value <= (most ?? value) && schema.exclusiveMinimum === undefined,
    ) ?? candidates[1]
  );
}

const BY_FORMAT: { readonly [format: string]: string } = {
  'date-time': '2024-05-06T07:08:09.000Z',
  date: '2024-05-06',
  email: 'ada@example.com',
  uri: 'https://example.org/a',
  url: 'https://example.org/a',
  uuid: '3b241101-e2bb-4255-8caf-4136c566a962',
  ipv4: '192.0.2.1',
  regex: '^a+$',
  byte: 'YWJj',
  'uri-reference': '/a',
  hostname: 'example.org',
};

/** Undefined where a pattern is in the way, and none of the document's own values matches it. */
function makeString(schema: JsonObject): string | undefined {
  const { format, pattern } = schema;
  const least = numberAt(schema, 'minLength') ?? 0;
  const most = numberAt(schema, 'maxLength') ?? 1000;
  const fitting = (text: string) => text.length >= least && text.length <= most && isMatch(text, pattern);
  const own = [schema.example, ...(Array.isArray(schema.examples) ? schema.examples : []), schema.default];
  const base = typeof format === 'string' && Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined;
  const hasFormat = base !== undefined;
  const candidates = [
    ...(hasFormat ? [base] : own.filter((text) => typeof text === 'string')),
    ...(hasFormat
      ? []
      : ['abcdefgh'.repeat(Math.ceil(Math.max(least, 1) / 8)).slice(0, Math.max(least, Math.min(8, most)))]),
    ...(hasFormat ? [] : ['1'.repeat(Math.max(least, 1)), 'a'.repeat(Math.max(least, 1))]),
  ];
  return candidates.find((text): text is string => text !== undefined && fitting(text));
}

export function isMatch(text: string, pattern: JsonValue | undefined): boolean {
  if (typeof pattern !== 'string') return true;
  try {
    return new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'i' : '').test(text);
  } catch {
    return true;
  }
}
