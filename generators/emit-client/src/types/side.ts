import type { Schema, Schemas } from '@plumbline/model';
import { innerSchemas } from './inner-schemas.ts';

/** Which way a value travels: a `readOnly` field is no part of a request, a `writeOnly` one none of a response. */
export type Side = 'request' | 'response';

/** The schema, or a part that it is made of by `allOf`, is marked as being of the other side alone. */
export function isHidden(schema: Schema, side: Side, schemas: Schemas): boolean {
  const flag = side === 'request' ? 'readOnly' : 'writeOnly';
  const last = followUntil(schema, flag, schemas);
  if (last[flag] === true) return true;
  return last.kind === 'allOf' && last.parts.some((part) => followUntil(part, flag, schemas)[flag] === true);
}

/** Follows references to the first schema that has the flag, else to the last. Asked of every field, so it copies nothing. */
function followUntil(schema: Schema, flag: 'readOnly' | 'writeOnly', schemas: Schemas): Schema {
  let current = schema;
  for (let steps = 0; current.kind === 'ref' && current[flag] !== true; steps += 1) {
    const target = schemas[current.name];
    // A chain of so many references is a circle.
    if (target === undefined || steps === 100) break;
    current = target;
  }
  return current;
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
