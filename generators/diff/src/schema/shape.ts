import {
  CONSTRAINT_KEYS,
  type Constraints,
  type JsonValue,
  type ObjectSchema,
  type Property,
  type Schema,
  type SchemaFacts,
  type Schemas,
  type SpecOrigin,
} from '@plumbline/model';
import { createHeirs, type Heirs } from './heirs.ts';

/** A field of a shape, with the component that declares it. */
export interface ShapeField {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** Null: declared where the shape is. */
  readonly owner: string | null;
}

/** What a schema says of a value: `$ref`s followed, `allOf` merged; alternatives stay alternatives. */
export interface Shape {
  readonly origin: SpecOrigin;
  /** JSON types, `null` aside; null: any. */
  readonly types: ReadonlySet<string> | null;
  readonly nullable: boolean;
  readonly values: readonly JsonValue[] | null;
  readonly limits: Constraints;
  readonly format: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly default: JsonValue | undefined;
  readonly examples: readonly JsonValue[];
  readonly fields: ReadonlyMap<string, ShapeField>;
  /** Of fields that are not named; absent: not said. */
  readonly extra: boolean | Schema | undefined;
  readonly items: Schema | null;
  /** Of lists whose places have types of their own. */
  readonly places: readonly Schema[];
  readonly variants: readonly Schema[];
}

/** Makes shapes of the schemas of one side. */
export type ShapeOf = (schema: Schema) => Shape;

export function createShapes(schemas: Schemas): ShapeOf {
  // By schema and owner: components that share parts would multiply otherwise.
  const known = new WeakMap<Schema, Map<string | null, Shape>>();
  const heirs = createHeirs(schemas);
  const open = new Set<Schema>();
  const shapeOf = (schema: Schema, owner: string | null): Shape => {
    const byOwner = known.get(schema) ?? new Map<string | null, Shape>();
    const earlier = byOwner.get(owner);
    if (earlier !== undefined) return earlier;
    // What contains itself adds nothing the second time.
    if (open.has(schema)) return bare(schema);
    open.add(schema);
    const shape = makeShape(schema, { schemas, heirs, owner, shapeOf });
    open.delete(schema);
    known.set(schema, byOwner.set(owner, shape));
    return shape;
  };
  return (schema) => shapeOf(schema, null);
}

interface Making {
  readonly schemas: Schemas;
  readonly heirs: Heirs;
  /** The component whose parts are merged; null: the schema's own. */
  readonly owner: string | null;
  readonly shapeOf: (schema: Schema, owner: string | null) => Shape;
}

function makeShape(schema: Schema, making: Making): Shape {
  const { schemas, heirs, owner, shapeOf } = making;
  switch (schema.kind) {
    case 'ref': {
      const target = schemas[schema.name];
      if (target === undefined) return bare(schema);
      const shape = over(shapeOf(target, owner), schema);
      // A part of an `allOf` is the base alone.
      return owner === null ? { ...shape, variants: heirs(schema.name) ?? shape.variants } : shape;
    }
    case 'object':
      return {
        ...bare(schema),
        types: new Set(['object']),
        fields: new Map(namedFields(schema).map((field) => [field.name, { ...field, owner }])),
        extra: schema.additionalProperties,
      };
    case 'array':
      return {
        ...bare(schema),
        types: new Set(['array']),
        items: schema.items,
        places: schema.prefixItems ?? [],
      };
    case 'allOf': {
      const parts = schema.parts.map((part) => shapeOf(part, part.kind === 'ref' ? part.name : owner));
      const required = new Set(schema.parts.flatMap(requiredElsewhere));
      return over(withRequired(mergeAll(schema, parts), required), schema);
    }
    case 'oneOf':
    case 'anyOf':
      return alternatives(schema, schema.parts, making);
    case 'union':
      return alternatives(schema, schema.types, making);
    case 'any':
    case 'not':
      return bare(schema);
    case 'never':
      return { ...bare(schema), types: new Set() };
    case 'null':
      return { ...bare(schema), types: new Set(), nullable: true };
    default:
      return { ...bare(schema), types: new Set([schema.kind]) };
  }
}

/** The fields of an object; those whose names match a pattern are called by it: `/^x-/`. */
function namedFields({ properties, patternProperties = [] }: ObjectSchema): readonly Property[] {
  const patterned = patternProperties.map(({ pattern, schema }) => ({
    name: `/${pattern}/`,
    required: false,
    schema,
  }));
  return [...properties, ...patterned];
}

/** One of several; a single one that may be null is that one. */
function alternatives(schema: Schema, parts: readonly Schema[], { owner, shapeOf }: Making): Shape {
  const others = parts.filter(({ kind }) => kind !== 'null');
  const nullable = others.length < parts.length;
  const [only] = others;
  if (others.length === 1 && only !== undefined) {
    const shape = over(shapeOf(only, owner), schema);
    return nullable ? { ...shape, nullable: true } : shape;
  }
  const own = bare(schema);
  return { ...own, nullable: own.nullable || nullable, variants: others };
}

function bare(schema: Schema): Shape {
  return over(
    {
      origin: schema.origin,
      types: null,
      nullable: false,
      values: null,
      limits: {},
      format: '',
      description: '',
      deprecated: false,
      default: undefined,
      examples: [],
      fields: new Map(),
      extra: undefined,
      items: null,
      places: [],
      variants: [],
    },
    schema,
  );
}

/** The facts that stand beside a reference or a list of parts, laid over what these come to. */
function over(shape: Shape, facts: SchemaFacts): Shape {
  const limits = limitsOf(facts);
  const values = facts.const === undefined ? facts.enum : [facts.const];
  return {
    ...shape,
    nullable: shape.nullable || facts.nullable === true,
    values: values === undefined ? shape.values : values.filter((value) => value !== null),
    limits: Object.keys(limits).length === 0 ? shape.limits : { ...shape.limits, ...limits },
    format: facts.format ?? shape.format,
    description: facts.description ?? shape.description,
    deprecated: facts.deprecated ?? shape.deprecated,
    default: facts.default ?? shape.default,
    examples: facts.examples ?? shape.examples,
  };
}

function limitsOf(facts: SchemaFacts): Constraints {
  const given = CONSTRAINT_KEYS.filter((key) => facts[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, facts[key]]));
}

/** All shapes at once; the descriptions of parts are of the parts. */
function mergeAll(schema: Schema, parts: readonly Shape[]): Shape {
  const fields = new Map<string, ShapeField>();
  for (const part of parts) {
    for (const [name, field] of part.fields) {
      const earlier = fields.get(name);
      const required = field.required || earlier?.required === true;
      const isVaguer = earlier !== undefined && field.schema.kind === 'any';
      fields.set(name, { ...(isVaguer ? earlier : field), required });
    }
  }
  const last = <T>(read: (shape: Shape) => T | null | undefined): T | undefined =>
    parts.map(read).findLast((value) => value !== null && value !== undefined) ?? undefined;
  return {
    ...bare(schema),
    types: last(({ types }) => types) ?? null,
    nullable: parts.length > 0 && parts.every(({ nullable }) => nullable),
    values: last(({ values }) => values) ?? null,
    limits: Object.assign({}, ...parts.map(({ limits }) => limits)),
    format: last(({ format }) => format || null) ?? '',
    default: last((shape) => shape.default),
    fields,
    extra: last(({ extra }) => extra),
    items: last(({ items }) => items) ?? null,
    places: last(({ places }) => (places.length > 0 ? places : null)) ?? [],
    variants: parts.flatMap(({ variants }) => variants),
  };
}

function withRequired(shape: Shape, required: ReadonlySet<string>): Shape {
  if (required.size === 0) return shape;
  const fields = [...shape.fields].map(
    ([name, field]) => [name, required.has(name) ? { ...field, required: true } : field] as const,
  );
  return { ...shape, fields: new Map(fields) };
}

/** What a part of an `allOf` requires of the others. */
function requiredElsewhere(schema: Schema): readonly string[] {
  return schema.kind === 'object' ? (schema.requiredElsewhere ?? []) : [];
}
