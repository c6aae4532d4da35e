import { resolveSchema } from './resolve-schema.ts';
import { sharedSchema } from './shared-schema.ts';
import type { Property, Schema, Schemas } from './spec/schema.ts';

/** A field of a schema's top level, `allOf` merged and variants counted in. */
export interface SchemaField extends Property {
  /** Names of the `oneOf`/`anyOf` variants that have it: component names, titles or numbers; absent where all do. */
  readonly variants?: readonly string[];
}

/**
 * The fields of an object schema: `allOf` parts merged (a later part narrows an earlier one of the same name,
 * required in one is required), fields of `oneOf` and `anyOf` variants with the variants that have them, none of
 * them required unless each variant requires it. Fields keep the order in which they first come. Anything but an
 * object has none; where a schema contains itself, it adds nothing the second time.
 */
export function fieldsOf(schema: Schema, schemas: Schemas): readonly SchemaField[] {
  return collect(schema, { schemas, known: new Map() }).fields;
}

interface Shape {
  readonly fields: readonly SchemaField[];
  /** Names that some part requires, declared there or not. */
  readonly required: ReadonlySet<string>;
}

interface Walk {
  readonly schemas: Schemas;
  /** Component name → its shape, once per walk: components that share parts would multiply otherwise. */
  readonly known: Map<string, Shape>;
}

const EMPTY: Shape = { fields: [], required: new Set() };

function collect(schema: Schema, walk: Walk): Shape {
  switch (schema.kind) {
    case 'ref':
      return collectComponent(schema.name, walk);
    case 'object':
      return {
        fields: schema.properties,
        required: new Set([
          ...schema.properties.flatMap(({ name, required }) => (required ? [name] : [])),
          ...(schema.requiredElsewhere ?? []),
        ]),
      };
    case 'allOf':
      return mergeAll(schema.parts.map((part) => collect(part, walk)));
    case 'oneOf':
    case 'anyOf':
      return mergeVariants(schema.parts, walk);
    case 'union':
      return mergeAll(schema.types.map((type) => collect(type, walk)));
    default:
      return EMPTY;
  }
}

function collectComponent(name: string, walk: Walk): Shape {
  const known = walk.known.get(name);
  if (known !== undefined) return known;
  const target = walk.schemas[name];
  if (target === undefined) return EMPTY;
  // What a component finds of itself inside itself.
  walk.known.set(name, EMPTY);
  const shape = collect(target, walk);
  walk.known.set(name, shape);
  return shape;
}

/** All shapes at once. */
function mergeAll(shapes: readonly Shape[]): Shape {
  const merged = new Map<string, SchemaField>();
  const required = new Set<string>();
  for (const shape of shapes) {
    for (const name of shape.required) required.add(name);
    for (const field of shape.fields) {
      const earlier = merged.get(field.name);
      merged.set(field.name, earlier === undefined ? field : narrow(earlier, field));
    }
  }
  const fields = [...merged.values()].map((field) =>
    required.has(field.name) && !field.required ? { ...field, required: true } : field,
  );
  return { fields, required };
}

/** A field that two parts describe: all objects have it as soon as one part says so of all. */
function narrow(earlier: SchemaField, later: SchemaField): SchemaField {
  const { name } = earlier;
  const required = earlier.required || later.required;
  // A part that says nothing of the type only adds to what is known.
  const schema =
    later.schema.kind === 'any'
      ? ({ ...earlier.schema, ...later.schema, kind: earlier.schema.kind } as Schema)
      : later.schema;
  return earlier.variants === undefined || later.variants === undefined
    ? { name, required, schema }
    : { name, required, schema, variants: [...new Set([...earlier.variants, ...later.variants])] };
}

/** One of several shapes. */
function mergeVariants(parts: readonly Schema[], walk: Walk): Shape {
  const variants = parts
    .filter((part) => resolveSchema(part, walk.schemas).kind !== 'null')
    .map((part, i) => ({
      name: part.kind === 'ref' ? part.name : (part.title ?? `variant ${i + 1}`),
      shape: collect(part, walk),
    }));
  const found = new Map<
    string,
    { readonly fields: [SchemaField, ...SchemaField[]]; readonly holders: string[] }
  >();
  for (const { name, shape } of variants) {
    for (const field of shape.fields) {
      const entry = found.get(field.name);
      if (entry === undefined) found.set(field.name, { fields: [field], holders: [name] });
      else {
        entry.fields.push(field);
        entry.holders.push(name);
      }
    }
  }
  const [first, ...others] = variants;
  const required = new Set(
    [...(first?.shape.required ?? [])].filter((name) =>
      others.every(({ shape }) => shape.required.has(name)),
    ),
  );
  const fields = [...found].map(
    ([
      name,
      {
        fields: [one, ...more],
        holders,
      },
    ]): SchemaField => {
      const schema = sharedSchema([one.schema, ...more.map((field) => field.schema)], walk.schemas);
      if (holders.length < variants.length) return { name, required: false, schema, variants: holders };
      const base = { name, required: one.required && more.every((field) => field.required), schema };
      const inner = [one, ...more].flatMap((field) => field.variants ?? []);
      return inner.length === 0 ? base : { ...base, variants: inner };
    },
  );
  return { fields, required };
}
