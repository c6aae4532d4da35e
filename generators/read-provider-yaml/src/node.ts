import {
  type Code,
  childPointer,
  type Finding,
  isObject,
  type JsonObject,
  type JsonValue,
  type Placed,
  type SpecOrigin,
} from '@plumbline/model';
import { describe } from '@plumbline/yaml';

/** A value of a document, and where it stands. */
export interface Node<T extends JsonValue = JsonValue> {
  readonly value: T;
  readonly origin: SpecOrigin;
}
export type ObjectNode = Node<JsonObject>;

/** Takes a finding down. */
export type Report = <C extends Code>(finding: Finding<C>) => void;

/** The member of that name; undefined where it is absent or says nothing. */
export function memberOf(node: ObjectNode | undefined, key: string): Node | undefined {
  if (node === undefined || !Object.hasOwn(node.value, key)) return undefined;
  const value = node.value[key] as JsonValue;
  return value === null ? undefined : childOf(node, key, value);
}

/** The member, where it is a mapping; anything else there is reported. */
export function objectMember(
  node: ObjectNode | undefined,
  key: string,
  report: Report,
): ObjectNode | undefined {
  const member = memberOf(node, key);
  return member === undefined ? undefined : asObject(member, key, report);
}

/** The node, where it is a mapping; anything else is reported under `name`. */
function asObject(node: Node, name: string, report: Report): ObjectNode | undefined {
  const { value, origin } = node;
  if (isObject(value)) return { value, origin };
  reportMalformed(node, name, 'a mapping', report);
  return undefined;
}

/** The members of the mapping under a key that are mappings themselves; anything else among them is reported. */
export function objectsAt(
  node: ObjectNode | undefined,
  key: string,
  report: Report,
): readonly (readonly [string, ObjectNode])[] {
  const holder = objectMember(node, key, report);
  return Object.entries(holder?.value ?? {}).flatMap(([name, value]) => {
    const object = holder && asObject(childOf(holder, name, value), name, report);
    return object === undefined ? [] : [[name, object] as const];
  });
}

/** The items of the sequence under a key that are mappings; anything else is reported. */
export function listAt(node: ObjectNode | undefined, key: string, report: Report): readonly ObjectNode[] {
  const member = memberOf(node, key);
  if (member === undefined) return [];
  const { value } = member;
  if (!Array.isArray(value)) {
    reportMalformed(member, key, 'a sequence', report);
    return [];
  }
  return value.flatMap((item: JsonValue, i) => asObject(childOf(member, i, item), key, report) ?? []);
}

/** The member as text; a number, which YAML makes of an unquoted `200`, is written out. */
export function textMember(
  node: ObjectNode | undefined,
  key: string,
  report: Report,
): Placed<string> | undefined {
  const member = memberOf(node, key);
  if (member === undefined) return undefined;
  const { value, origin } = member;
  if (typeof value === 'string') return { value, origin };
  if (typeof value === 'number') return { value: String(value), origin };
  reportMalformed(member, key, 'a string', report);
  return undefined;
}

function childOf(node: Node, key: string | number, value: JsonValue): Node {
  const { file, pointer } = node.origin;
  return { value, origin: { file, pointer: childPointer(pointer, key) } };
}

function reportMalformed({ value, origin }: Node, name: string, expected: string, report: Report): void {
  report({
    code: 'provider-yaml-malformed',
    args: { name, expected, found: describe(value) },
    at: origin,
    subject: { name },
  });
}
