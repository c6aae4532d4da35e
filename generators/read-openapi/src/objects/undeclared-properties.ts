import {
  childPointer,
  fieldsOf,
  type ObjectSchema,
  type Property,
  resolveSchema,
  type Schema,
  type Schemas,
  type SpecOrigin,
} from '@plumbline/model';
import type { Context } from '../document/context.ts';

/**
 * An object that requires what it does not declare (JSON Schema 2020-12 Validation section 6.5.3): each value of it has a
 * member of that name, of which nothing is known. Of an object without declared members nothing is said, nor of a base,
 * whose variants may declare them.
 */
export function withUndeclared(schema: Schema, report: Context['report']): Schema {
  if (schema.kind !== 'object' || !isLacking(schema)) return schema;
  const { requiredElsewhere: names = [], origin, properties, ...facts } = schema;
  const added = undeclared(names, origin, report);
  return { ...facts, origin, properties: [...properties, ...added] };
}

/**
 * The same of a component that is made by `allOf`: what a part of it requires, and no part declares. A part of which not all
 * is known may declare anything.
 */
export function withUndeclaredInParts(schema: Schema, schemas: Schemas, report: Context['report']): Schema {
  if (schema.kind !== 'allOf' || schema.discriminator !== undefined) return schema;
  const lacking = schema.parts.filter(
    (part) => part.kind === 'object' && part.requiredElsewhere !== undefined,
  );
  if (lacking.length === 0 || !schema.parts.every((part) => isKnown(part, schemas))) return schema;
  const declared = new Set(fieldsOf(schema, schemas).map(({ name }) => name));
  if (declared.size === 0) return schema;
  const parts = schema.parts.map((part) => {
    if (part.kind !== 'object') return part;
    const { requiredElsewhere = [], ...rest } = part;
    const names = requiredElsewhere.filter((name) => !declared.has(name));
    if (names.length === 0) return part;
    const elsewhere = requiredElsewhere.filter((name) => declared.has(name));
    return {
      ...rest,
      properties: [...rest.properties, ...undeclared(names, part.origin, report)],
      ...(elsewhere.length > 0 && { requiredElsewhere: elsewhere }),
    };
  });
  return { ...schema, parts };
}

/** An object whose members are all told, or made of such. */
function isKnown(part: Schema, schemas: Schemas): boolean {
  const resolved = resolveSchema(part, schemas);
  if (resolved.kind === 'object') return resolved.properties.length > 0 || resolved === part;
  return (
    resolved.kind === 'allOf' &&
    resolved.parts.every((one) => one !== part && fieldsOf(one, schemas).length > 0)
  );
}

function undeclared(
  names: readonly string[],
  origin: SpecOrigin,
  report: Context['report'],
): readonly Property[] {
  return names.map((name) => {
    const at = { file: origin.file, pointer: childPointer(origin.pointer, 'required') };
    report({ code: 'required-property-undeclared', args: { name }, at, subject: { name } });
    return { name, required: true, schema: { kind: 'any', origin }, undeclared: true } as const;
  });
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
