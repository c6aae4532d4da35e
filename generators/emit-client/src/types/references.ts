import type { Schema, Schemas } from '@plumbline/model';
import { innerSchemas } from './inner-schemas.ts';
import { isHidden, type Side } from './side.ts';

/** The component names that the type of a schema on one side speaks of, once for each place. */
export function* referencesOf(schema: Schema | null, side: Side, schemas: Schemas): Generator<string> {
  if (schema === null) return;
  if (schema.kind === 'ref') yield schema.name;
  if ('discriminator' in schema) yield* Object.values(schema.discriminator?.mapping ?? {});
  if (schema.kind === 'object') {
    for (const { schema: value } of schema.properties) {
      if (!isHidden(value, side, schemas)) yield* referencesOf(value, side, schemas);
    }
  }
  for (const inner of innerSchemas(schema)) yield* referencesOf(inner, side, schemas);
}
