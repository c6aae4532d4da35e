import type { Schema, Schemas } from '@plumbline/model';

/** Component schemas one made of the other: more than people write, and few enough for recursion. */
export const MAX_COMPOSITION = 500;

/**
 * The first component schema that is made of others through more than {@link MAX_COMPOSITION} of them: by reference, and
 * as a part of `allOf`, `oneOf` or `anyOf`. Null where none is. One that is made of itself counts once.
 */
export function tooDeeplyComposed(schemas: Schemas): Schema | null {
  const depths = new Map<string, number>();
  for (const start of Object.keys(schemas)) {
    const open = [start];
    for (let name = open.at(-1); name !== undefined; name = open.at(-1)) {
      const schema = schemas[name];
      const parts = schema === undefined ? [] : componentsOf(schema);
      if (depths.has(name)) {
        // All of its parts are known now, but those that lead back to it.
        const depth = 1 + parts.reduce((most, part) => Math.max(most, depths.get(part) ?? 0), 0);
        if (depth > MAX_COMPOSITION && schema !== undefined) return schema;
        depths.set(name, depth);
        open.pop();
      } else {
        depths.set(name, 0);
        open.push(...parts.filter((part) => !depths.has(part)));
      }
    }
  }
  return null;
}

/** The components that a schema is made of at once. */
function componentsOf(schema: Schema): readonly string[] {
  switch (schema.kind) {
    case 'ref':
      return [schema.name];
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
      return schema.parts.flatMap(componentsOf);
    default:
      return [];
  }
}
