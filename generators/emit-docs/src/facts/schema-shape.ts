import { fieldsOf, resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';

/** What can be opened in place of a value: the fields of an object, or the variants that it may be. */
export interface SchemaShape {
  /** Component name; null for a schema that is written where it is used. */
  readonly component: string | null;
  readonly fields: readonly SchemaField[];
  /** Empty where there is one shape. */
  readonly variants: readonly Variant[];
  /** The property whose value tells the variants apart. */
  readonly discriminator: string | null;
}

export interface Variant {
  /** The values of the discriminator, or the component's name. */
  readonly label: string;
  readonly schema: Schema;
}

/** The shapes of one provider's schemas, each looked at once. */
export type ShapeOf = (schema: Schema) => SchemaShape | null;

export function rememberedShapes(schemas: Schemas): ShapeOf {
  const known = new WeakMap<Schema, SchemaShape | null>();
  const components = new Map<string, SchemaShape | null>();
  return (schema) => {
    const own = known.get(schema);
    const earlier = own === undefined && schema.kind === 'ref' ? components.get(schema.name) : own;
    if (earlier !== undefined) return earlier;
    const shape = schemaShape(schema, schemas);
    known.set(schema, shape);
    if (schema.kind === 'ref') components.set(schema.name, shape);
    return shape;
  };
}

/** Containers around the shape: a list of lists of an object. */
const MAX_WRAPPERS = 4;

/** Null where there is nothing to open: scalars, and objects that nobody describes. */
export function schemaShape(schema: Schema, schemas: Schemas): SchemaShape | null {
  const inner = unwrapped(schema, schemas);
  const resolved = resolveSchema(inner, schemas);
  const component = inner.kind === 'ref' ? inner.name : null;
  const variants = variantsOf(resolved, component, schemas);
  const fields = variants.length === 0 ? fieldsOf(inner, schemas) : [];
  if (fields.length === 0 && variants.length === 0) return null;
  const discriminator = 'discriminator' in resolved ? (resolved.discriminator?.propertyName ?? null) : null;
  return { component, fields, variants, discriminator };
}

/** The items of a list, the values of a map. */
function unwrapped(schema: Schema, schemas: Schemas): Schema {
  let current = schema;
  for (let i = 0; i < MAX_WRAPPERS; i += 1) {
    const resolved = resolveSchema(current, schemas);
    const only = onlyPart(resolved);
    if (only !== null) current = only;
    else if (resolved.kind === 'array' && resolved.items !== null) current = resolved.items;
    else if (
      resolved.kind === 'object' &&
      resolved.properties.length === 0 &&
      typeof resolved.additionalProperties === 'object'
    )
      current = resolved.additionalProperties;
    else return current;
  }
  return current;
}

/** `allOf` of one reference, with facts beside it. */
function onlyPart(schema: Schema): Schema | null {
  if (schema.kind !== 'allOf') return null;
  const telling = schema.parts.filter(({ kind }) => kind !== 'any');
  return telling.length === 1 ? (telling[0] ?? null) : null;
}

function variantsOf(schema: Schema, component: string | null, schemas: Schemas): readonly Variant[] {
  const mapping = 'discriminator' in schema ? Object.entries(schema.discriminator?.mapping ?? {}) : [];
  const labelOf = (name: string): string => {
    const values = mapping.filter(([, target]) => target === name).map(([value]) => value);
    return values.length === 0 ? name : values.join(', ');
  };
  if (schema.kind === 'oneOf' || schema.kind === 'anyOf') {
    const shaped = schema.parts.filter((part) => fieldsOf(part, schemas).length > 0);
    if (shaped.length < 2) return [];
    return shaped.map((part, i) => ({
      label: part.kind === 'ref' ? labelOf(part.name) : (part.title ?? `variant ${i + 1}`),
      schema: part,
    }));
  }
  const targets = [...new Set(mapping.map(([, target]) => target))].filter(
    (name) => name !== component && schemas[name] !== undefined,
  );
  return targets.map((name) => ({
    label: labelOf(name),
    schema: { kind: 'ref', name, origin: schema.origin },
  }));
}

/** `string (date-time)`, `array of object`: what a value of a schema is called. */
export function schemaType(
  schema: Schema,
  schemas: Schemas,
): { readonly type: string; readonly format?: string } {
  const { types, format } = typesOf(schema, schemas, new Set());
  return { type: types.join(' or ') || 'any', ...(format !== undefined && { format }) };
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);

/** What each item of a list is called, where it is no object that could be opened; undefined for what is no list of such. */
export function itemsType(schema: Schema | null, schemas: Schemas): string | undefined {
  const list = schema === null ? null : resolveSchema(schema, schemas);
  if (list?.kind !== 'array' || list.items === null) return undefined;
  const items = resolveSchema(list.items, schemas);
  if (!SCALARS.has(items.kind)) return undefined;
  const allowed = (items.enum ?? []).filter((value) => value !== null).map(String);
  const type = items.format === undefined ? items.kind : `${items.kind} (${items.format})`;
  return allowed.length === 0 ? type : `${type}, one of ${allowed.join(', ')}`;
}

/** `told`: components whose types are among those that are gathered; they add nothing the second time. */
function typesOf(
  schema: Schema,
  schemas: Schemas,
  told: Set<string>,
): { readonly types: readonly string[]; readonly format?: string } {
  if (schema.kind === 'ref') {
    if (told.has(schema.name)) return { types: [] };
    told.add(schema.name);
  }
  const resolved = resolveSchema(schema, schemas);
  const format = resolved.format === undefined ? {} : { format: resolved.format };
  switch (resolved.kind) {
    case 'allOf': {
      const [part] = resolved.parts.filter(({ kind }) => kind !== 'any');
      return part === undefined ? { types: ['any'] } : { ...typesOf(part, schemas, told), ...format };
    }
    case 'oneOf':
    case 'anyOf':
    case 'union': {
      const all = resolved.kind === 'union' ? resolved.types : resolved.parts;
      const parts = all.filter(({ kind }) => kind !== 'null');
      if (parts.length === 0) return { types: ['any'] };
      return { types: [...new Set(parts.flatMap((part) => typesOf(part, schemas, told).types))] };
    }
    case 'array': {
      const items = resolved.items === null ? undefined : resolveSchema(resolved.items, schemas).kind;
      const isPlain =
        items !== undefined && ['string', 'integer', 'number', 'boolean', 'object'].includes(items);
      return { types: [isPlain ? `array of ${items}` : 'array'] };
    }
    case 'ref':
      return { types: ['object'] };
    default:
      return { types: [resolved.kind], ...format };
  }
}
