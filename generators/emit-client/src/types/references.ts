import type { Schema, Schemas } from '@plumbline/model';
import { innerSchemas } from './inner-schemas.ts';
import { isHidden, type Side } from './side.ts';

/** The component names that the type of a schema on one side speaks of, in the order of their first places. */
export type ReferencesOf = (schema: Schema, side: Side) => ReadonlySet<string>;

/** Looks through each schema once for a side, however often it is asked about. */
export function referencesIn(schemas: Schemas): ReferencesOf {
  const known: { readonly [S in Side]: Map<Schema, ReadonlySet<string>> } = {
    request: new Map(),
    response: new Map(),
  };
  return (schema, side) => {
    const earlier = known[side].get(schema);
    if (earlier !== undefined) return earlier;
    const found = new Set<string>();
    addReferences(found, schema, { side, schemas });
    known[side].set(schema, found);
    return found;
  };
}

function addReferences(
  found: Set<string>,
  schema: Schema,
  seen: { readonly side: Side; readonly schemas: Schemas },
): void {
  if (schema.kind === 'ref') found.add(schema.name);
  if ('discriminator' in schema) {
    for (const name of Object.values(schema.discriminator?.mapping ?? {})) found.add(name);
  }
  if (schema.kind === 'object') {
    for (const { schema: value } of schema.properties) {
      if (!isHidden(value, seen.side, seen.schemas)) addReferences(found, value, seen);
    }
  }
  for (const inner of innerSchemas(schema)) addReferences(found, inner, seen);
}
