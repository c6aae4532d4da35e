import {
  childPointer,
  type Dictionary,
  dictionary,
  isObject,
  type JsonObject,
  type JsonValue,
} from '@plumbline/model';
import { describe } from '@plumbline/yaml';
import type { Context } from './context.ts';

/** A value of a document, and where it stands there. */
export interface Node<T extends JsonValue = JsonValue> {
  readonly value: T;
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
}
export type ObjectNode = Node<JsonObject>;

/** The member of that name, whatever it is. */
export function memberOf(node: ObjectNode, key: string): Node | undefined {
  return Object.hasOwn(node.value, key)
    ? { value: node.value[key] as JsonValue, pointer: childPointer(node.pointer, key) }
    : undefined;
}

/** The member, where it is a mapping; anything else there is reported. */
export function objectMember(context: Context, node: ObjectNode, key: string): ObjectNode | undefined {
  const member = memberOf(node, key);
  return member === undefined ? undefined : asObject(context, member, key);
}

/** The node, where it is a mapping; anything else is reported under `name`. */
export function asObject(context: Context, node: Node, name: string): ObjectNode | undefined {
  if (isObjectNode(node)) return node;
  reportMalformed(context, node, name, 'a mapping');
  return undefined;
}

export function isObjectNode(node: Node): node is ObjectNode {
  return isObject(node.value);
}

/** The member's items, where it is a sequence; anything else there is reported. */
export function listMember(context: Context, node: ObjectNode, key: string): readonly Node[] {
  const member = memberOf(node, key);
  if (member === undefined) return [];
  if (Array.isArray(member.value)) return itemsOf(member.value, member.pointer);
  reportMalformed(context, member, key, 'a sequence');
  return [];
}

function itemsOf(values: readonly JsonValue[], pointer: string): readonly Node[] {
  return values.map((value, i) => ({ value, pointer: childPointer(pointer, i) }));
}

/** The member as text: a number, which YAML makes of an unquoted `1.0`, is written out; nothing is the empty text. */
export function textMember(context: Context, node: ObjectNode, key: string): string {
  const member = memberOf(node, key);
  return member === undefined || member.value === null ? '' : (asText(context, member, key) ?? '');
}

/** The texts of a sequence; anything else in it is reported and left out. */
export function textsMember(context: Context, node: ObjectNode, key: string): readonly string[] {
  return listMember(context, node, key).flatMap((item) => asText(context, item, key) ?? []);
}

function asText(context: Context, node: Node, name: string): string | undefined {
  if (typeof node.value === 'string') return node.value;
  if (typeof node.value === 'number') return String(node.value);
  reportMalformed(context, node, name, 'a string');
  return undefined;
}

/** The member as a flag, false where it is absent. */
export function flagMember(context: Context, node: ObjectNode, key: string): boolean {
  const member = memberOf(node, key);
  if (member === undefined) return false;
  if (typeof member.value === 'boolean') return member.value;
  reportMalformed(context, member, key, 'true or false');
  return false;
}

/** The members of a mapping, in the order of JavaScript's keys: that of the document, whole numbers before all others. */
export function membersOf(node: ObjectNode): readonly (readonly [string, Node])[] {
  return Object.entries(node.value).map(([key, value]) => [
    key,
    { value, pointer: childPointer(node.pointer, key) },
  ]);
}

/** The members of a mapping that may be extended: `x-` members left out. */
export function entriesOf(node: ObjectNode): readonly (readonly [string, Node])[] {
  return membersOf(node).filter(([key]) => !key.startsWith('x-'));
}

/** The members of the mapping under a key; anything else there is reported. */
export function membersAt(
  context: Context,
  node: ObjectNode,
  key: string,
): readonly (readonly [string, Node])[] {
  const mapping = objectMember(context, node, key);
  return mapping === undefined ? [] : membersOf(mapping);
}

/** The members of the mapping under a key that are mappings themselves; anything else among them is reported. */
export function objectsAt(
  context: Context,
  node: ObjectNode,
  key: string,
): readonly (readonly [string, ObjectNode])[] {
  return membersAt(context, node, key).flatMap(
    ([name, member]): readonly (readonly [string, ObjectNode])[] => {
      const object = asObject(context, member, name);
      return object === undefined ? [] : [[name, object]];
    },
  );
}

/** The `x-` members (OpenAPI 3.1 section 4.9). */
export function extensionsOf(value: JsonObject): Dictionary<JsonValue> {
  return dictionary(Object.entries(value).filter(([key]) => key.startsWith('x-')));
}

export function reportMalformed(context: Context, node: Node, name: string, expected: string): void {
  context.report({
    code: 'spec-malformed',
    args: { name, expected, found: describe(node.value) },
    at: context.place(node.pointer),
  });
}
