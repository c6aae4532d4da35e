import type { Schema, SchemaFacts, Schemas } from './spec/schema.ts';

/**
 * Follows `$ref`s to the schema they mean, the siblings of each reference laid over it. A cycle of references,
 * and a name that no component has, end in the reference itself.
 */
export function resolveSchema(schema: Schema, schemas: Schemas): Schema {
  const seen = new Set<string>();
  let current = schema;
  while (current.kind === 'ref') {
    const target = schemas[current.name];
    if (target === undefined || seen.has(current.name)) return current;
    seen.add(current.name);
    const { kind: _kind, name: _name, origin: _origin, ...siblings } = current;
    current = { ...target, ...(siblings as Partial<SchemaFacts>) } as Schema;
  }
  return current;
}
