import type { JsonValue } from './json.ts';
import type { CompositeSchema, Schema } from './spec/schema.ts';

/**
 * One schema for a field that several variants describe, each in its way: the first one's, its enum widened to the
 * values of all; where their kinds differ, any of them.
 */
export function sharedSchema(schemas: readonly Schema[]): Schema {
  const [first, ...others] = schemas;
  if (first === undefined) throw new Error('A field has a schema.');
  if (others.length === 0 || others.every((other) => other === first)) return first;
  if (others.some((other) => !isAlike(first, other))) return anyOf(first, schemas);
  const { const: _const, enum: _enum, default: _default, ...facts } = first;
  const values = commonValues(schemas);
  return { ...facts, ...(values !== null && { enum: values }) } as Schema;
}

function isAlike(a: Schema, b: Schema): boolean {
  return a.kind === b.kind && (a.kind !== 'ref' || b.kind !== 'ref' || a.name === b.name);
}

/** The values that some variant allows; null where one of them does not list its own. */
function commonValues(schemas: readonly Schema[]): readonly JsonValue[] | null {
  const lists = schemas.map((schema) => (schema.const === undefined ? schema.enum : [schema.const]));
  return lists.some((list) => list === undefined) ? null : [...new Set(lists.flatMap((list) => list ?? []))];
}

/** The distinct kinds, described as the first one is. */
function anyOf(first: Schema, schemas: readonly Schema[]): CompositeSchema {
  const parts: Schema[] = [];
  for (const schema of schemas) if (!parts.some((part) => isAlike(part, schema))) parts.push(schema);
  const { origin, title, description } = first;
  return {
    kind: 'anyOf',
    parts,
    origin,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}
