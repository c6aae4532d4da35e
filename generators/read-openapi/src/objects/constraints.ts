import { type Constraints, childPointer, type JsonValue } from '@plumbline/model';
import { reportPattern } from '../checks/pattern.ts';
import type { Context } from '../document/context.ts';
import { type ObjectNode, reportMalformed } from '../document/node.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The limits of a schema (JSON Schema 2020-12 Validation section 6). `exclusiveMinimum: true` beside `minimum`,
 * the style of OpenAPI 3.0, comes out as a number, as in 3.1.
 */
export function readConstraints(context: Context, node: ObjectNode): Constraints {
  const found: Mutable<Constraints> = {};
  for (const key of Object.keys(node.value)) {
    const value = node.value[key] as JsonValue;
    switch (key) {
      case 'minimum':
      case 'maximum':
      case 'multipleOf':
      case 'minLength':
      case 'maxLength':
      case 'minItems':
      case 'maxItems':
      case 'minProperties':
      case 'maxProperties':
        if (typeof value === 'number') found[key] = value;
        else malformed(context, node, key, 'a number');
        break;
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        if (typeof value === 'number') found[key] = value;
        else if (typeof value !== 'boolean') malformed(context, node, key, 'a number');
        break;
      case 'uniqueItems':
        if (value === true) found.uniqueItems = true;
        else if (value !== false) malformed(context, node, key, 'true or false');
        break;
      case 'pattern':
        if (typeof value === 'string') {
          found.pattern = value;
          reportPattern(context, node, value);
        } else malformed(context, node, key, 'a string');
        break;
    }
  }
  if (node.value.exclusiveMinimum === true) exclude(found, 'minimum', 'exclusiveMinimum');
  if (node.value.exclusiveMaximum === true) exclude(found, 'maximum', 'exclusiveMaximum');
  return found;
}

function exclude(
  found: Mutable<Constraints>,
  bound: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
): void {
  const limit = found[bound];
  if (limit === undefined) return;
  found[exclusive] = limit;
  delete found[bound];
}

function malformed(context: Context, node: ObjectNode, key: string, expected: string): void {
  const value = node.value[key] as JsonValue;
  reportMalformed(context, { value, pointer: childPointer(node.pointer, key) }, key, expected);
}
