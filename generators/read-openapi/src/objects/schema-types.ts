import { childPointer, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { memberOf, type ObjectNode, reportMalformed } from '../document/node.ts';

export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
const TYPE_NAMES: ReadonlySet<string> = new Set<TypeName>([
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
]);

export interface SchemaTypes {
  /** As written, else as the other keywords imply; empty: any. */
  readonly types: readonly TypeName[];
  /** `null` is among them. */
  readonly nullable: boolean;
  /** They follow from what is said of members and items alone, which says nothing of other values. */
  readonly isImplied: boolean;
}

/** The `type` of a schema: one name, or a list of them (3.1). Names that JSON Schema does not know are reported. */
export function readTypes(context: Context, node: ObjectNode): SchemaTypes {
  const written = memberOf(node, 'type');
  if (written === undefined) {
    return { types: impliedTypes(node.value), nullable: false, isImplied: hasShape(node.value) };
  }
  const names: readonly JsonValue[] = Array.isArray(written.value) ? written.value : [written.value];
  const types = new Set<TypeName>();
  let nullable = false;
  for (const name of names) {
    // An unquoted `null` in YAML means the type as well.
    if (name === 'null' || name === null) nullable = true;
    else if (isTypeName(name)) types.add(name);
    else if (typeof name !== 'string') reportMalformed(context, written, 'type', 'the name of a type');
    else {
      const at = originOf(context, { pointer: childPointer(node.pointer, 'type') });
      context.report({ code: 'schema-type-unknown', args: { type: name }, at });
    }
  }
  // Every number is allowed where both are.
  if (types.has('number')) types.delete('integer');
  return { types: [...types], nullable, isImplied: false };
}

function isTypeName(name: JsonValue): name is TypeName {
  return typeof name === 'string' && TYPE_NAMES.has(name);
}

const OBJECT_KEYWORDS = ['properties', 'additionalProperties', 'patternProperties', 'required'];
const ARRAY_KEYWORDS = ['items', 'prefixItems'];
const SHAPE_KEYWORDS = [...OBJECT_KEYWORDS, ...ARRAY_KEYWORDS];

/** A schema says something of the members of objects or of the items of arrays. */
export function hasShape(schema: JsonObject): boolean {
  return SHAPE_KEYWORDS.some((key) => isPresent(schema, key));
}

function impliedTypes(schema: JsonObject): readonly TypeName[] {
  if (OBJECT_KEYWORDS.some((key) => isPresent(schema, key))) return ['object'];
  if (ARRAY_KEYWORDS.some((key) => isPresent(schema, key))) return ['array'];
  const values: JsonValue = Object.hasOwn(schema, 'const') ? [schema.const ?? null] : (schema.enum ?? null);
  if (!Array.isArray(values)) return [];
  const types = new Set(values.flatMap((value: JsonValue) => (value === null ? [] : [typeof value])));
  const [type] = types;
  if (types.size !== 1) return [];
  if (type === 'string' || type === 'boolean') return [type];
  return type === 'number' ? [values.every((value) => Number.isInteger(value)) ? 'integer' : 'number'] : [];
}

/** Empty lists and mappings, and flags where no flag belongs, say nothing. */
function isPresent(schema: JsonObject, key: string): boolean {
  const value = Object.hasOwn(schema, key) ? schema[key] : undefined;
  if (Array.isArray(value)) return value.length > 0;
  if (key === 'items' || key === 'additionalProperties') return value !== undefined && value !== null;
  return isObject(value) && Object.keys(value).length > 0;
}
