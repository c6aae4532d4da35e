import type { JsonValue, Schema } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';

/** A value that a document gives for a schema. */
export interface Sample {
  readonly role: 'default' | 'example';
  readonly value: JsonValue;
  readonly pointer: string;
}

/**
 * Reports a default or an example that is of another type than its schema, or not among its enum. Only what the
 * schema itself says is checked, no reference and no limit.
 */
export function reportSample(context: Context, schema: Schema, { role, value, pointer }: Sample): void {
  const problem = mismatch(schema, value);
  if (problem === null) return;
  context.report({
    code: role === 'default' ? 'default-invalid' : 'example-invalid',
    args: { value: JSON.stringify(value), problem },
    at: originOf(context, { pointer }),
  });
}

/** Reports the first value of an enum that is of another type than the schema: no value can satisfy both. */
export function reportEnum(context: Context, schema: Schema, pointer: string): void {
  const odd = schema.enum?.find((value) => value !== null && !TYPES[schema.kind](value));
  if (odd === undefined) return;
  context.report({
    code: 'enum-invalid',
    args: { value: JSON.stringify(odd), type: schema.kind },
    at: originOf(context, { pointer }),
  });
}

/** What is wrong with the value, as the end of a sentence; null where nothing is. */
function mismatch(schema: Schema, value: JsonValue): string | null {
  if (value === null && schema.nullable) return null;
  if (!TYPES[schema.kind](value)) return `is not of the type \`${schema.kind}\``;
  const allowed = schema.const === undefined ? schema.enum : [schema.const];
  if (allowed === undefined || typeof value === 'object' || allowed.includes(value)) return null;
  // An enum of another type is at fault itself, and reported.
  if (!allowed.some((one) => TYPES[schema.kind](one))) return null;
  return schema.const === undefined ? 'is not among the enum' : 'is not the constant';
}

const anything = (): boolean => true;
const TYPES: Readonly<Record<Schema['kind'], (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ref: anything,
  allOf: anything,
  oneOf: anything,
  anyOf: anything,
  union: anything,
  any: anything,
  never: anything,
  not: anything,
};
