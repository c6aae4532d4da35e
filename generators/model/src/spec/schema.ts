import type { Dictionary } from '../dictionary.ts';
import type { JsonValue } from '../json.ts';
import type { SpecOrigin } from '../origin.ts';

/** Limits on a value (JSON Schema 2020-12 Validation, section 6; both exclusive styles come out as numbers). */
export interface Constraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** The members of {@link Constraints}, in the order in which they are shown. */
export const CONSTRAINT_KEYS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Constraints)[];

/** What any schema may say besides its shape. A key that the document does not give is absent. */
export interface SchemaFacts extends Constraints {
  readonly origin: SpecOrigin;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  /** `nullable: true` of OpenAPI 3.0, or `null` among the types of 3.1. */
  readonly nullable?: true;
  readonly readOnly?: true;
  readonly writeOnly?: true;
  readonly deprecated?: true;
  readonly default?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  /** `example` and `examples`, in order. */
  readonly examples?: readonly JsonValue[];
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  /** The `x-` members. */
  readonly extensions?: Dictionary<JsonValue>;
}

/** `$ref` by component name; its siblings (allowed in 3.1, common in 3.0) are the facts beside it. */
export interface RefSchema extends SchemaFacts {
  readonly kind: 'ref';
  /** The key in {@link Schemas}. */
  readonly name: string;
}
export interface ScalarSchema extends SchemaFacts {
  readonly kind: 'string' | 'number' | 'integer' | 'boolean' | 'null';
}
export interface ArraySchema extends SchemaFacts {
  readonly kind: 'array';
  /** Null where the document says nothing of the items. */
  readonly items: Schema | null;
  readonly prefixItems?: readonly Schema[];
}
export interface ObjectSchema extends SchemaFacts {
  readonly kind: 'object';
  /** In document order; names are hostile, hence a list. */
  readonly properties: readonly Property[];
  /** Names in `required` that no property here declares: an `allOf` sibling may. */
  readonly requiredElsewhere?: readonly string[];
  /** True: anything; false: nothing more; absent: not said (which allows anything). */
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: readonly { readonly pattern: string; readonly schema: Schema }[];
  /** Of a base schema: the mapped components build on it by `allOf`. */
  readonly discriminator?: Discriminator;
}
export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** The document requires it, and declares it nowhere. */
  readonly undeclared?: true;
}
/**
 * `allOf`, `oneOf` or `anyOf`. A schema that has `properties` besides becomes an `allOf` of its own object
 * and the rest.
 */
export interface CompositeSchema extends SchemaFacts {
  readonly kind: 'allOf' | 'oneOf' | 'anyOf';
  readonly parts: readonly Schema[];
  readonly discriminator?: Discriminator;
}
/** OpenAPI 3.1 section 4.8.25. */
export interface Discriminator {
  readonly propertyName: string;
  /** Value → component name. */
  readonly mapping: Dictionary<string>;
}
/** A list of types (3.1), other than one type with `null`. */
export interface UnionSchema extends SchemaFacts {
  readonly kind: 'union';
  readonly types: readonly Schema[];
}
/** `{}` or `true`: any value. */
export interface AnySchema extends SchemaFacts {
  readonly kind: 'any';
}
/** `false`: no value. */
export interface NeverSchema extends SchemaFacts {
  readonly kind: 'never';
}
export interface NotSchema extends SchemaFacts {
  readonly kind: 'not';
  readonly schema: Schema;
}

/** A schema as plain data. References stay names, so that recursion is ordinary. */
export type Schema =
  | RefSchema
  | ScalarSchema
  | ArraySchema
  | ObjectSchema
  | CompositeSchema
  | UnionSchema
  | AnySchema
  | NeverSchema
  | NotSchema;

/** The component schemas by name. */
export type Schemas = Dictionary<Schema>;
