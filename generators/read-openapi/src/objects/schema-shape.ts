import {
  type ArraySchema,
  isObject,
  type ObjectSchema,
  type Property,
  type Schema,
  type SchemaFacts,
} from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { listMember, memberOf, membersAt, type Node, type ObjectNode } from '../document/node.ts';

/** Reads a nested schema: handed in, since schemas nest. */
export type ReadSchema = (context: Context, node: Node) => Schema;

/** Items of an array (JSON Schema 2020-12 Core section 10.3.1); a list under `items`, the older style, counts as `prefixItems`. */
export function readArray(
  context: Context,
  node: ObjectNode,
  facts: SchemaFacts,
  readSchema: ReadSchema,
): ArraySchema {
  const items = memberOf(node, 'items');
  const isList = items !== undefined && Array.isArray(items.value);
  const prefix = listMember(context, node, isList ? 'items' : 'prefixItems');
  return {
    ...facts,
    kind: 'array',
    items: items === undefined || isList ? null : readSchema(context, items),
    ...(prefix.length > 0 && { prefixItems: prefix.map((item) => readSchema(context, item)) }),
  };
}

/** Members of an object (JSON Schema 2020-12 Core section 10.3.2). */
export function readObject(
  context: Context,
  node: ObjectNode,
  facts: SchemaFacts,
  readSchema: ReadSchema,
): ObjectSchema {
  const required = new Set(readRequired(context, node));
  const properties = readProperties(context, node, required, readSchema);
  for (const { name } of properties) required.delete(name);
  const patterns = membersAt(context, node, 'patternProperties');
  const additional = memberOf(node, 'additionalProperties');
  return {
    ...facts,
    kind: 'object',
    properties,
    ...(required.size > 0 && { requiredElsewhere: [...required] }),
    ...(additional !== undefined && {
      additionalProperties: readAdditional(context, additional, readSchema),
    }),
    ...(patterns.length > 0 && {
      patternProperties: patterns.map(([pattern, schema]) => ({
        pattern,
        schema: readSchema(context, schema),
      })),
    }),
  };
}

function readProperties(
  context: Context,
  node: ObjectNode,
  required: ReadonlySet<string>,
  readSchema: ReadSchema,
): readonly Property[] {
  return membersAt(context, node, 'properties').map(([name, schema]) => {
    if (name === '$ref' && isObject(schema.value)) {
      context.report({ code: 'property-named-ref', args: {}, at: originOf(context, schema) });
    }
    return { name, required: required.has(name), schema: readSchema(context, schema) };
  });
}

function readRequired(context: Context, node: ObjectNode): readonly string[] {
  // Draft 3 and many hand-written specs mark the property itself; there the flag means nothing.
  if (typeof node.value.required === 'boolean') return [];
  return listMember(context, node, 'required').flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
}

/** `{}` allows anything, as `true` does. */
function readAdditional(context: Context, node: Node, readSchema: ReadSchema): boolean | Schema {
  if (typeof node.value === 'boolean') return node.value;
  return isObject(node.value) && Object.keys(node.value).length === 0 ? true : readSchema(context, node);
}
