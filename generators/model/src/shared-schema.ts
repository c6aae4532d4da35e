import type { JsonValue } from './json.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { Schema, Schemas } from './spec/schema.ts';

/**
 * One schema for a field that several variants have: the first one's, with the values of all. What tells variants
 * apart is a field of one value in each (`const: APP_GROUP`), and one of all those values in the whole. Where the
 * variants differ in kind, or in what an object holds, it is any of them.
 */
export function sharedSchema(given: readonly [Schema, ...Schema[]], schemas: Schemas): Schema {
  const [first] = given;
  const resolved = given.map((schema) => resolveSchema(schema, schemas));
  const distinct = new Map<unknown, Schema>();
  given.forEach((schema, i) => {
    const key = shapeKey(schema, resolved[i] ?? schema);
    if (!distinct.has(key)) distinct.set(key, schema);
  });
  if (distinct.size > 1) {
    const texts = textsOf(resolved);
    return { kind: 'anyOf', origin: first.origin, ...texts, parts: [...distinct.values()] };
  }
  const lists = resolved.map(valuesOf);
  const [own] = lists;
  if (!own) return first;
  const { const: _const, enum: _enum, ...rest } = resolved[0] ?? first;
  if (lists.includes(null)) return rest as Schema;
  const values = [...new Set(lists.flatMap((list) => list ?? []))];
  return values.length === own.length ? first : ({ ...rest, enum: values } as Schema);
}

/** What differs for schemas that are to be told apart: kinds, and components or places where objects are made. */
function shapeKey(schema: Schema, { kind }: Schema): unknown {
  const holdsMembers = kind === 'object' || kind === 'allOf' || kind === 'oneOf' || kind === 'anyOf';
  if (!holdsMembers) return kind;
  return schema.kind === 'ref' ? `#${schema.name}` : schema;
}

/** The title and the description, each where no two differ. */
function textsOf(schemas: readonly Schema[]): Pick<Schema, 'title' | 'description'> {
  const only = (key: 'title' | 'description') => {
    const [text, ...others] = new Set(schemas.flatMap((schema) => schema[key] ?? []));
    return text !== undefined && others.length === 0 && { [key]: text };
  };
  return { ...only('title'), ...only('description') };
}

function valuesOf(schema: Schema): readonly JsonValue[] | null {
  return schema.const === undefined ? (schema.enum ?? null) : [schema.const];
}
