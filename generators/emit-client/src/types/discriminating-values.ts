import { fieldsOf, resolveSchema, type Schema, type Schemas } from '@plumbline/model';
import { isHidden, type Side } from './side.ts';

/**
 * The values of a discriminator's property by which a schema is told from its siblings: those mapped to it that it
 * allows. Null where nothing need or can be said: it says so itself, it has no such property on this side, or it
 * allows none of them.
 */
export function discriminatingValues({
  schema,
  propertyName,
  mapped,
  side,
  schemas,
}: {
  readonly schema: Schema;
  readonly propertyName: string;
  readonly mapped: readonly string[];
  readonly side: Side;
  readonly schemas: Schemas;
}): readonly string[] | null {
  const property = fieldsOf(schema, schemas).find(({ name }) => name === propertyName);
  if (property === undefined) return mapped;
  if (isHidden(property.schema, side, schemas)) return null;
  const resolved = resolveSchema(property.schema, schemas);
  const allowed = resolved.const === undefined ? resolved.enum : [resolved.const];
  if (allowed === undefined) return isText(resolved, schemas) ? mapped : null;
  const values = mapped.filter((value) => allowed.includes(value));
  if (values.length === 0 || (property.required && values.length === allowed.length)) return null;
  return values;
}

function isText(schema: Schema, schemas: Schemas): boolean {
  if (schema.kind === 'allOf')
    return schema.parts.some((part) => resolveSchema(part, schemas).kind === 'string');
  return schema.kind === 'string';
}
