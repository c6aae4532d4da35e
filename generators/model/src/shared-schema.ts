import type { JsonValue } from './json.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { Schema, Schemas } from './spec/schema.ts';

/**
 * One schema for a field that several variants have: the first one's, with the values of all. What tells variants
 * apart is a field of one value in each (`const: APP_GROUP`), and one of all those values in the whole. Where the
 * variants differ in kind, it is any of them.
 */
export function sharedSchema(given: readonly [Schema, ...Schema[]], schemas: Schemas): Schema {
  const [first] = given;
  const resolved = given.map((schema) => resolveSchema(schema, schemas));
  const byKind = new Map<Schema['kind'], Schema>();
  resolved.forEach(({ kind }, i) => {
    if (!byKind.has(kind)) byKind.set(kind, given[i] ?? first);
  });
  if (byKind.size > 1) {
    const { title, description } = resolved[0] ?? first;
    const texts = {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    };
    return { kind: 'anyOf', origin: first.origin, ...texts, parts: [...byKind.values()] };
  }
  const lists = resolved.map(valuesOf);
  const [own] = lists;
  if (!own) return first;
  const { const: _const, enum: _enum, ...rest } = resolved[0] ?? first;
  if (lists.includes(null)) return rest as Schema;
  const values = [...new Set(lists.flatMap((list) => list ?? []))];
  return values.length === own.length ? first : ({ ...rest, enum: values } as Schema);
}

function valuesOf(schema: Schema): readonly JsonValue[] | null {
  return schema.const === undefined ? (schema.enum ?? null) : [schema.const];
}
