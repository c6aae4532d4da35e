import { isObject, type JsonObject, type JsonValue } from '@plumbline/model';

const PROTO = '__proto__';
/** Of the private use area, which no name of a field holds. */
const STAND_IN = '\ue000proto\ue000';

/**
 * An upgrade of Swagger 2.0 that keeps form fields named `__proto__`: the upgrade sets properties by their names, and this
 * one would become the prototype of the others.
 */
export function keepingProtoFields(
  document: JsonObject,
  upgrade: (document: JsonObject) => JsonObject,
): JsonObject {
  if (!hasProtoField(document)) return upgrade(document);
  const upgraded = upgrade(renamed(document, PROTO, STAND_IN) as JsonObject);
  return renamed(upgraded, STAND_IN, PROTO) as JsonObject;
}

function hasProtoField(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(hasProtoField);
  if (!isObject(value)) return false;
  return isProtoField(value) || Object.values(value).some(hasProtoField);
}

function isProtoField(value: JsonObject): boolean {
  return Object.hasOwn(value, 'name') && value.name === PROTO;
}

/** The value with a name changed, as a key and as a text. */
function renamed(value: JsonValue, from: string, to: string): JsonValue {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((item: JsonValue) => renamed(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === from ? to : key, renamed(item, from, to)]),
  );
}
