import type { PolymorphicBase, Polymorphism } from './polymorphism.ts';
import { resolveSchema } from './resolve-schema.ts';
import { EMPTY, mergeAll, mergeVariants, type SchemaField, type Shape } from './schema-field.ts';
import type { Schema, Schemas } from './spec/schema.ts';

/**
 * The fields of an object schema: `allOf` parts merged (a later part narrows an earlier one of the same name,
 * required in one is required), fields of `oneOf` and `anyOf` variants with the variants that have them, none of
 * them required unless each variant requires it. Fields keep the order in which they first come. Anything but an
 * object has none; where a schema contains itself, it adds nothing the second time.
 *
 * Given polymorphism, a reference to a base means any of the components that its discriminator maps values to: their
 * fields follow those of the base.
 */
export function fieldsOf(
  schema: Schema,
  schemas: Schemas,
  polymorphism: Polymorphism | null = null,
): readonly SchemaField[] {
  const walk = { schemas, polymorphism, known: new Map(), knownHeirs: new Map() };
  return collect(schema, null, walk).fields;
}

interface Walk {
  readonly schemas: Schemas;
  readonly polymorphism: Polymorphism | null;
  /** Component name → its shape, once per walk: components that share parts would multiply otherwise. */
  readonly known: Map<string, Shape>;
  /** The same of bases with all that their discriminators map to. */
  readonly knownHeirs: Map<string, Shape>;
}

/** `inside`: the component that the schema is at once of; null: none. */
function collect(schema: Schema, inside: string | null, walk: Walk): Shape {
  switch (schema.kind) {
    case 'ref':
      return collectReference(schema.name, inside, walk);
    case 'object':
      return {
        fields: schema.properties,
        required: new Set([
          ...schema.properties.flatMap(({ name, required }) => (required ? [name] : [])),
          ...(schema.requiredElsewhere ?? []),
        ]),
      };
    case 'allOf':
      return mergeAll(
        schema.parts.map((part) => collect(part, inside, walk)),
        walk.schemas,
      );
    case 'oneOf':
    case 'anyOf':
      return mergeVariants(
        schema.parts
          .filter((part) => resolveSchema(part, walk.schemas).kind !== 'null')
          .map((part, i) => ({
            name: part.kind === 'ref' ? part.name : (part.title ?? `variant ${i + 1}`),
            shape: collect(part, inside, walk),
          })),
        walk.schemas,
      );
    case 'union':
      return mergeAll(
        schema.types.map((type) => collect(type, inside, walk)),
        walk.schemas,
      );
    default:
      return EMPTY;
  }
}

/** What is made of a base by `allOf` means the base alone. */
function collectReference(name: string, inside: string | null, walk: Walk): Shape {
  const base = walk.polymorphism?.bases.get(name);
  if (base === undefined || (inside !== null && base.heirs.has(inside)))
    return remembered(name, walk.known, () => collectComponent(name, walk));
  return remembered(name, walk.knownHeirs, () => collectHeirs(name, base, walk));
}

function remembered(name: string, known: Map<string, Shape>, read: () => Shape): Shape {
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  // What a component finds of itself inside itself.
  known.set(name, EMPTY);
  const shape = read();
  known.set(name, shape);
  return shape;
}

function collectComponent(name: string, walk: Walk): Shape {
  const target = walk.schemas[name];
  return target === undefined ? EMPTY : collect(target, name, walk);
}

/** A base, or any of those that its discriminator's values are mapped to. */
function collectHeirs(name: string, { propertyName, mapped, lineage }: PolymorphicBase, walk: Walk): Shape {
  const own = remembered(name, walk.known, () => collectComponent(name, walk));
  const heirs = [...mapped.keys()]
    .filter((heir) => heir !== name)
    .map((heir) => {
      const shape = collectReference(heir, name, walk);
      return { name: heir, shape: lineage.has(heir) ? shape : mergeAll([own, shape], walk.schemas) };
    });
  const isOfItsOwn = mapped.has(name) || hasUnmappedValues(own, propertyName, mapped, walk.schemas);
  const all = mergeVariants(isOfItsOwn ? [{ name, shape: own }, ...heirs] : heirs, walk.schemas);
  const found = new Map(all.fields.map((field) => [field.name, field]));
  const fields = own.fields.map((field) => {
    const { required, requiredBy } = found.get(field.name) ?? field;
    if (required) return field.required ? field : { ...field, required };
    return requiredBy === undefined ? field : { ...field, requiredBy };
  });
  const declared = new Set(own.fields.map((field) => field.name));
  const others = all.fields.filter((field) => !declared.has(field.name));
  return {
    fields: [...fields, ...others.map((field) => ({ ...field, ofHeirs: true as const }))],
    required: all.required,
  };
}

/** Values that the discriminator's property may have, and that stand for no component: for the base itself. */
function hasUnmappedValues(
  { fields }: Shape,
  propertyName: string,
  mapped: ReadonlyMap<string, readonly string[]>,
  schemas: Schemas,
): boolean {
  const property = fields.find(({ name }) => name === propertyName);
  const values = property === undefined ? undefined : resolveSchema(property.schema, schemas).enum;
  const known = new Set([...mapped.values()].flat());
  return values?.some((value) => typeof value === 'string' && !known.has(value)) ?? false;
}
