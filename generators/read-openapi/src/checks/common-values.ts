import type { JsonValue, Schema } from '@plumbline/model';
import { crossedLimits, type Disagreement } from './limits.ts';

/** Formats of texts of which no text has two. */
const FORMS: ReadonlySet<string> = new Set(['date', 'date-time', 'time', 'uuid', 'email', 'ipv4', 'ipv6']);

/** Which types, enums, formats or limits of two schemas no value has; null where some value may. */
export function disagreement(a: Schema, b: Schema): Disagreement | null {
  const kinds = commonKinds(kindsOf(a), kindsOf(b));
  if (kinds?.length === 0) {
    const problem = `one part is of the type ${kindText(a)}, and another of ${kindText(b)}`;
    return { problem, keys: ['type', 'type'] };
  }
  const allowed = valuesOf(a);
  const others = valuesOf(b);
  if (allowed !== null && others !== null && !haveCommon(allowed, new Set(others))) {
    return { problem: 'no value is among the enums of two of its parts', keys: ['enum', 'enum'] };
  }
  const [kind, ...more] = kinds ?? [];
  if (kind === undefined || more.length > 0) return null;
  if (kind === 'string' && a.format !== b.format && isForm(a.format) && isForm(b.format)) {
    const problem = `one part has the format \`${a.format}\`, and another \`${b.format}\``;
    return { problem, keys: ['format', 'format'] };
  }
  return crossedLimits(kind, a, b) ?? flipped(crossedLimits(kind, b, a));
}

function flipped(found: Disagreement | null): Disagreement | null {
  if (found === null) return null;
  const [one, other] = found.keys;
  return { ...found, keys: [other, one] };
}

export function allowsNull(schema: Schema): boolean {
  const kinds = kindsOf(schema);
  if (kinds !== null) return kinds.includes('null');
  return valuesOf(schema)?.includes(null) !== false;
}

type Kind = Schema['kind'];

/** The types of a schema's values; null: any. */
function kindsOf(schema: Schema): readonly Kind[] | null {
  const nullable: readonly Kind[] = schema.nullable === true ? ['null'] : [];
  switch (schema.kind) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
    case 'array':
    case 'object':
      return [schema.kind, ...nullable];
    case 'union':
      return [...schema.types.map(({ kind }) => kind), ...nullable];
    default:
      return null;
  }
}

function haveCommon(values: readonly JsonValue[], others: ReadonlySet<JsonValue>): boolean {
  return values.some((value) => others.has(value));
}

/** Every integer is a number. */
function commonKinds(a: readonly Kind[] | null, b: readonly Kind[] | null): readonly Kind[] | null {
  if (a === null || b === null) return a ?? b;
  return [
    ...a.filter((kind) => b.includes(kind) || (kind === 'integer' && b.includes('number'))),
    ...b.filter((kind) => kind === 'integer' && !a.includes(kind) && a.includes('number')),
  ];
}

function kindText(schema: Schema): string {
  return (kindsOf(schema) ?? []).map((kind) => `\`${kind}\``).join(' or ');
}

/** Null: any. An empty list is the leaving of a generator; what objects and lists are alike in is not looked at. */
function valuesOf(schema: Schema): readonly JsonValue[] | null {
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  if (values.length === 0 || values.some((value) => typeof value === 'object' && value !== null)) return null;
  return schema.nullable === true ? [...values, null] : values;
}

function isForm(format: string | undefined): boolean {
  return format !== undefined && FORMS.has(format);
}
