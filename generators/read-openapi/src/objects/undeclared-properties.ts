import { childPointer, type ObjectSchema, type Schema } from '@plumbline/model';
import type { Context } from '../document/context.ts';

/**
 * An object that requires what it does not declare (JSON Schema 2020-12 Validation section 6.5.3): each value of it has a
 * member of that name, of which nothing is known. Of an object without declared members nothing is said, nor of a base,
 * whose variants may declare them.
 */
export function withUndeclared(schema: Schema, report: Context['report']): Schema {
  if (schema.kind !== 'object' || !isLacking(schema)) return schema;
  const { requiredElsewhere: names = [], origin, properties, ...facts } = schema;
  for (const name of names) {
    const at = { file: origin.file, pointer: childPointer(origin.pointer, 'required') };
    report({ code: 'required-property-undeclared', args: { name }, at, subject: { name } });
  }
  const added = names.map(
    (name) => ({ name, required: true, schema: { kind: 'any', origin }, undeclared: true }) as const,
  );
  return { ...facts, origin, properties: [...properties, ...added] };
}

function isLacking(schema: ObjectSchema): boolean {
  const { properties, requiredElsewhere = [], additionalProperties, discriminator } = schema;
  if (requiredElsewhere.length === 0 || properties.length === 0) return false;
  return additionalProperties !== false && discriminator === undefined;
}

/** The components that a schema is at once made of: a part of an `allOf` may require what another part declares. */
export function* componentsIn(schema: Schema): Generator<string> {
  if (schema.kind === 'ref') yield schema.name;
  else if ('parts' in schema) for (const part of schema.parts) yield* componentsIn(part);
}
