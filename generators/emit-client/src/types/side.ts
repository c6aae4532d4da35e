import { resolveSchema, type Schema, type Schemas } from '@plumbline/model';
import { innerSchemas } from './inner-schemas.ts';

/** Which way a value travels: a `readOnly` field is no part of a request, a `writeOnly` one none of a response. */
export type Side = 'request' | 'response';

/** The schema, or a part that it is made of by `allOf`, is marked as being of the other side alone. */
export function isHidden(schema: Schema, side: Side, schemas: Schemas): boolean {
  const flag = side === 'request' ? 'readOnly' : 'writeOnly';
  const resolved = resolveSchema(schema, schemas);
  if (resolved[flag] === true) return true;
  return (
    resolved.kind === 'allOf' && resolved.parts.some((part) => resolveSchema(part, schemas)[flag] === true)
  );
}

/** Some field in the schema, though not in a component that it refers to, is hidden on one side. */
export function hasHidden(schema: Schema, schemas: Schemas): boolean {
  if (schema.kind === 'object') {
    for (const { schema: value } of schema.properties) {
      if (isHidden(value, 'request', schemas) || isHidden(value, 'response', schemas)) return true;
      if (hasHidden(value, schemas)) return true;
    }
  }
  return innerSchemas(schema).some((inner) => hasHidden(inner, schemas));
}
