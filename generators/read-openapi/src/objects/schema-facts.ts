import { childPointer, type JsonObject, type JsonValue, type SchemaFacts } from '@plumbline/model';
import { reportReferencesInData } from '../checks/data-references.ts';
import { type Context, originOf } from '../document/context.ts';
import { extensionsOf, type Node, type ObjectNode, reportMalformed } from '../document/node.ts';
import { readConstraints } from './constraints.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What a schema says besides its shape (JSON Schema 2020-12 Validation sections 6, 8 and 9; OpenAPI 3.1
 * section 4.8.24). `null` among the types is for the reader of the shape to add.
 */
export function readSchemaFacts(context: Context, node: ObjectNode): SchemaFacts {
  const facts: Mutable<SchemaFacts> = { origin: originOf(context, node) };
  Object.assign(facts, readConstraints(context, node));
  let extended = false;
  for (const key of Object.keys(node.value)) {
    const value = node.value[key] as JsonValue;
    switch (key) {
      case 'title':
      case 'description':
      case 'format':
      case 'contentMediaType':
      case 'contentEncoding':
        if (typeof value === 'string') facts[key] = value;
        else if (value !== null) reportMalformed(context, child(node, key), key, 'a string');
        break;
      case 'readOnly':
      case 'writeOnly':
      case 'deprecated':
      case 'nullable':
        if (value === true) facts[key] = true;
        else if (value !== false) reportMalformed(context, child(node, key), key, 'true or false');
        break;
      case 'default':
      case 'const':
        facts[key] = value;
        reportReferencesInData(context, child(node, key));
        break;
      case 'enum':
        if (Array.isArray(value)) facts.enum = value;
        else reportMalformed(context, child(node, key), key, 'a sequence');
        break;
      case 'example':
      case 'examples':
        reportReferencesInData(context, child(node, key));
        break;
      default:
        extended ||= key.startsWith('x-');
    }
  }
  const examples = examplesOf(node.value);
  if (examples.length > 0) facts.examples = examples;
  if (extended) facts.extensions = extensionsOf(node.value);
  return facts;
}

/** `example` (3.0) and the list `examples` (3.1), in this order. */
function examplesOf(schema: JsonObject): readonly JsonValue[] {
  const one = Object.hasOwn(schema, 'example') ? [schema.example as JsonValue] : [];
  return Array.isArray(schema.examples) ? [...one, ...schema.examples] : one;
}

function child(node: ObjectNode, key: string): Node {
  return { value: node.value[key] as JsonValue, pointer: childPointer(node.pointer, key) };
}
