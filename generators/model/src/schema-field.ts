import { resolveSchema } from './resolve-schema.ts';
import { sharedSchema } from './shared-schema.ts';
import type { Property, Schema, Schemas } from './spec/schema.ts';

/** A field of a schema's top level, `allOf` merged and variants counted in. */
export interface SchemaField extends Property {
  /**
   * Names of the variants that have it: of a `oneOf` or `anyOf` component names, titles or numbers, of a polymorphic base
   * component names; absent where all do.
   */
  readonly variants?: readonly string[];
  /** Names of the variants that require it, where some do and others do not. */
  readonly requiredBy?: readonly string[];
  /** What a discriminator maps values to has it; the base that refers to these by their values alone does not. */
  readonly ofHeirs?: true;
}

/** What the merging of parts and variants goes by. */
export interface Shape {
  readonly fields: readonly SchemaField[];
  /** Names that some part requires, declared there or not. */
  readonly required: ReadonlySet<string>;
}

export const EMPTY: Shape = { fields: [], required: new Set() };

/** All shapes at once. */
export function mergeAll(shapes: readonly Shape[], schemas: Schemas): Shape {
  const merged = new Map<string, SchemaField>();
  const required = new Set<string>();
  for (const shape of shapes) {
    for (const name of shape.required) required.add(name);
    for (const field of shape.fields) {
      const earlier = merged.get(field.name);
      merged.set(field.name, earlier === undefined ? field : narrow(earlier, field, schemas));
    }
  }
  const fields = [...merged.values()].map((field) =>
    required.has(field.name) && !field.required ? { ...field, required: true } : field,
  );
  return { fields, required };
}

/** A field that two parts describe: all objects have it as soon as one part says so of all. */
function narrow(earlier: SchemaField, later: SchemaField, schemas: Schemas): SchemaField {
  const { name } = earlier;
  const required = earlier.required || later.required;
  // A part that says nothing of the type only adds to what is known.
  const schema =
    later.schema.kind === 'any'
      ? ({ ...earlier.schema, ...later.schema, kind: earlier.schema.kind } as Schema)
      : withSharedValues(later.schema, earlier.schema, schemas);
  const requiredBy = [...new Set([...(earlier.requiredBy ?? []), ...(later.requiredBy ?? [])])];
  return {
    name,
    required,
    schema,
    ...(earlier.variants !== undefined &&
      later.variants !== undefined && { variants: [...new Set([...earlier.variants, ...later.variants])] }),
    ...(!required && requiredBy.length > 0 && { requiredBy }),
    ...(earlier.ofHeirs && later.ofHeirs && { ofHeirs: true }),
    ...(earlier.undeclared && later.undeclared && { undeclared: true }),
  };
}

/** A schema whose values are those that another one of the same field lists as well; itself where there are none. */
function withSharedValues(schema: Schema, other: Schema, schemas: Schemas): Schema {
  const resolved = resolveSchema(schema, schemas);
  const others = resolveSchema(other, schemas).enum;
  const shared = resolved.enum?.filter((value) => others?.includes(value)) ?? [];
  if (shared.length === 0 || shared.length === resolved.enum?.length) return schema;
  return { ...resolved, enum: shared } as Schema;
}

interface Variant {
  readonly name: string;
  readonly shape: Shape;
}

/** One of several shapes. */
export function mergeVariants(variants: readonly Variant[], schemas: Schemas): Shape {
  const found = new Map<string, Held[]>();
  for (const { name, shape } of variants) {
    for (const field of shape.fields) {
      const entry = found.get(field.name);
      if (entry === undefined) found.set(field.name, [{ holder: name, field }]);
      else entry.push({ holder: name, field });
    }
  }
  const [first, ...others] = variants;
  const required = new Set(
    [...(first?.shape.required ?? [])].filter((name) =>
      others.every(({ shape }) => shape.required.has(name)),
    ),
  );
  const fields = [...found].flatMap(([name, held]) => mergeHeld(name, held, variants.length, schemas));
  return { fields, required };
}

/** A field with the variant that has it. */
interface Held {
  readonly holder: string;
  readonly field: SchemaField;
}

/** A field of some of so many variants, or of all. */
function mergeHeld(
  name: string,
  [one, ...more]: readonly Held[],
  count: number,
  schemas: Schemas,
): readonly SchemaField[] {
  if (one === undefined) return [];
  const held = [one, ...more];
  const schema = sharedSchema([one.field.schema, ...more.map(({ field }) => field.schema)], schemas);
  const requirers = held.filter(({ field }) => field.required);
  const isInAll = held.length === count;
  // Of what variants share each would be told once for each way that leads to it.
  const inner = new Set(isInAll ? held.flatMap(({ field }) => field.variants ?? []) : []);
  const variants = isInAll ? [...inner] : held.map(({ holder }) => holder);
  const required = isInAll && requirers.length === count;
  const ways = held.flatMap(({ holder, field }) => (field.required ? [holder] : (field.requiredBy ?? [])));
  const requiredBy = [...new Set(ways)];
  return [
    {
      name,
      required,
      schema,
      ...(variants.length > 0 && { variants }),
      ...(!required && requiredBy.length > 0 && { requiredBy }),
      ...(held.every(({ field }) => field.ofHeirs) && { ofHeirs: true }),
      ...(held.every(({ field }) => field.undeclared) && { undeclared: true }),
    },
  ];
}
