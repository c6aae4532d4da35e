/** A JSON value (RFC 8259), as a parsed document holds it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Its keys come from strangers: read it through {@link member}, never by `object[key]`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own member `key` of an object; undefined for inherited names such as `constructor`, and for anything but an object. */
export function member(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own members of an object; none of anything else. */
export function members(value: unknown): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** An array, or nothing. */
export function list(value: unknown): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The member `key`, where it is a string. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** An object of the given members; `__proto__` is one like the others. */
export function objectOf(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}
