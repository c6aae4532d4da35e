import { isObject, type JsonValue } from '@plumbline/model';

/** JSON that is ours to change. */
export type JsonTree = null | boolean | number | string | JsonTree[] | TreeObject;
export interface TreeObject {
  [key: string]: JsonTree;
}

/** A copy in which no two parts are one object, as YAML aliases are. */
export function copyTree(value: JsonValue): JsonTree {
  if (Array.isArray(value)) return value.map(copyTree);
  if (!isObject(value)) return value as null | boolean | number | string;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyTree(part)]));
}

export function isTreeObject(value: JsonTree | undefined): value is TreeObject {
  return isObject(value);
}

/** The own member, also one named `__proto__`. */
export function ownMember(object: TreeObject, key: string): JsonTree | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function setMember(object: TreeObject, key: string, value: JsonTree): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
