import {
  CONSTRAINT_KEYS,
  fieldsOf,
  findPolymorphism,
  type RefSchema,
  resolveSchema,
  type Schema,
  type SchemaFacts,
  type SchemaField,
  type Schemas,
} from '@plumbline/model';
import { pick } from './pick.ts';

const FACTS = [
  ...CONSTRAINT_KEYS,
  'format',
  'description',
  'nullable',
  'readOnly',
  'writeOnly',
  'deprecated',
  'default',
  'enum',
  'const',
  'examples',
] as const;

/** What a schema says of a value as a whole: `$ref`s followed, `allOf` merged. */
export interface SchemaFactSheet extends Pick<SchemaFacts, (typeof FACTS)[number]> {
  /** JSON types that a value can have, `null` aside; empty: any. */
  readonly types: readonly string[];
}

/** Reads schemas of one spec; what it has read once it remembers. */
export interface SchemaReader {
  readonly facts: (schema: Schema) => SchemaFactSheet;
  /** Those of what a discriminator maps values to among them. */
  readonly fields: (schema: Schema) => readonly SchemaField[];
  readonly resolve: (schema: Schema) => Schema;
}

const NOTHING: SchemaFactSheet = { types: [] };

export function createSchemaReader(schemas: Schemas): SchemaReader {
  const resolve = (schema: Schema): Schema => resolveSchema(schema, schemas);
  // A component is read once, however many references lead to it.
  const component = (schema: Schema): Schema =>
    schema.kind === 'ref' ? (schemas[schema.name] ?? schema) : schema;
  const polymorphism = findPolymorphism(schemas);
  const fields = remembered((schema: Schema) => fieldsOf(schema, schemas, polymorphism), []);
  const named = new Map<string, readonly SchemaField[]>();
  const fieldsOfComponent = (schema: RefSchema): readonly SchemaField[] => {
    const found = named.get(schema.name) ?? fields(schema);
    named.set(schema.name, found);
    return found;
  };
  const facts: (schema: Schema) => SchemaFactSheet = remembered((schema) => {
    if (schema.kind !== 'ref') return factsOf(schema, facts);
    const target = component(schema);
    if (target === schema) return NOTHING;
    return { ...facts(target), ...pick(schema, FACTS) };
  }, NOTHING);
  return {
    facts,
    fields: (schema) => (schema.kind === 'ref' ? fieldsOfComponent(schema) : fields(schema)),
    resolve,
  };
}

/** Reads each schema once; a schema that is met again while it is read (a cycle) gives `inCycle`. */
function remembered<T>(read: (schema: Schema) => T, inCycle: T): (schema: Schema) => T {
  const known = new WeakMap<Schema, T>();
  return (schema) => {
    const earlier = known.get(schema);
    if (earlier !== undefined) return earlier;
    known.set(schema, inCycle);
    const value = read(schema);
    known.set(schema, value);
    return value;
  };
}

function factsOf(schema: Schema, facts: (part: Schema) => SchemaFactSheet): SchemaFactSheet {
  const own = pick(schema, FACTS);
  switch (schema.kind) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'array':
    case 'object':
      return { ...own, types: [schema.kind] };
    case 'allOf': {
      const parts = schema.parts.map(facts);
      const types = parts.find((part) => part.types.length > 0)?.types ?? [];
      // A part's description and deprecation speak of the part; its limits hold for the whole.
      const limits = parts.map(({ description: _description, deprecated: _deprecated, ...limit }) => limit);
      return { ...Object.assign({}, ...limits), ...own, types };
    }
    case 'oneOf':
    case 'anyOf':
    case 'union': {
      const parts = (schema.kind === 'union' ? schema.types : schema.parts).filter(
        ({ kind }) => kind !== 'null',
      );
      const sheets = parts.map(facts);
      const [only] = sheets;
      if (sheets.length === 1 && only !== undefined) return { ...only, ...own, types: only.types };
      const isOpen = sheets.some(({ types }) => types.length === 0);
      return { ...own, types: isOpen ? [] : [...new Set(sheets.flatMap(({ types }) => types))] };
    }
    default:
      return { ...own, types: [] };
  }
}
