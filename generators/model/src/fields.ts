import type { JsonValue } from './json.ts';
import type { Property, Schema, SchemaFacts, Schemas } from './spec/schema.ts';

/** A field of a schema's top level, `allOf` merged and variants counted in. */
export interface SchemaField extends Property {
  /** Component names of the `oneOf`/`anyOf` variants that have it; absent where all do. */
  readonly variants?: readonly string[];
}

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

/**
 * The fields of an object schema: `allOf` parts merged (a later part narrows an earlier one of the same name,
 * required in one is required), fields of `oneOf` and `anyOf` variants with the variants that have them, none of
 * them required unless each variant requires it.
 */
export function fieldsOf(schema: Schema, schemas: Schemas): readonly SchemaField[] {
  return collect(schema, schemas, new Set());
}

function collect(schema: Schema, schemas: Schemas, above: ReadonlySet<string>): readonly SchemaField[] {
  if (schema.kind === 'ref') {
    const target = schemas[schema.name];
    if (target === undefined || above.has(schema.name)) return [];
    return collect(target, schemas, new Set([...above, schema.name]));
  }
  switch (schema.kind) {
    case 'object':
      return schema.properties;
    case 'allOf':
      return mergeAll(
        schema.parts.map((part) => collect(part, schemas, above)),
        requiredNames(schema.parts),
      );
    case 'oneOf':
    case 'anyOf':
      return mergeVariants(schema.parts, schemas, above);
    case 'union':
      return mergeAll(
        schema.types.map((type) => collect(type, schemas, above)),
        new Set(),
      );
    default:
      return [];
  }
}

/** An `allOf` part may require a property that another part declares. */
function requiredNames(parts: readonly Schema[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (part.kind === 'object' ? (part.requiredElsewhere ?? []) : [])));
}

function mergeAll(
  lists: readonly (readonly SchemaField[])[],
  required: ReadonlySet<string>,
): readonly SchemaField[] {
  const merged = new Map<string, SchemaField>();
  for (const field of lists.flat()) {
    const earlier = merged.get(field.name);
    merged.set(
      field.name,
      earlier === undefined ? field : { ...field, required: earlier.required || field.required },
    );
  }
  return [...merged.values()].map((field) =>
    required.has(field.name) ? { ...field, required: true } : field,
  );
}

function mergeVariants(
  parts: readonly Schema[],
  schemas: Schemas,
  above: ReadonlySet<string>,
): readonly SchemaField[] {
  const variants = parts
    .filter((part) => resolveSchema(part, schemas).kind !== 'null')
    .map((part, i) => ({
      name: part.kind === 'ref' ? part.name : (part.title ?? `variant ${i + 1}`),
      fields: collect(part, schemas, above),
    }));
  const merged = new Map<string, { field: SchemaField; in: string[]; required: boolean }>();
  for (const { name, fields } of variants) {
    for (const field of fields) {
      const entry = merged.get(field.name);
      if (entry === undefined) merged.set(field.name, { field, in: [name], required: field.required });
      else {
        entry.field = { ...entry.field, schema: uniteValues(entry.field.schema, field.schema, schemas) };
        entry.in.push(name);
        entry.required &&= field.required;
      }
    }
  }
  return [...merged.values()].map(({ field, in: names, required }) =>
    names.length === variants.length
      ? { ...field, required }
      : { ...field, required: false, variants: names },
  );
}

/**
 * The schema of a field that two variants have: the first one's, with the values of both. What tells variants apart
 * is a field of one value in each (`const: APP_GROUP`), and one of all those values in the whole.
 */
function uniteValues(first: Schema, second: Schema, schemas: Schemas): Schema {
  const [a, b] = [resolveSchema(first, schemas), resolveSchema(second, schemas)];
  const [own, other] = [valuesOf(a), valuesOf(b)];
  if (own === null || a.kind !== b.kind || other?.every((value) => own.includes(value))) return first;
  const { const: _const, enum: _enum, ...rest } = a;
  return other === null ? rest : { ...rest, enum: [...new Set([...own, ...other])] };
}

function valuesOf(schema: Schema): readonly JsonValue[] | null {
  return schema.const === undefined ? (schema.enum ?? null) : [schema.const];
}
