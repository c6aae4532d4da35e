import { isObject, type JsonObject, type JsonValue } from '@plumbline/model';

/**
 * The document without `type: object` beside an enum of texts and numbers, on which openapi-typescript stops. The values
 * are what the author means; the reader has reported them.
 */
export function typeable(document: JsonObject): JsonObject {
  return mend(document) as JsonObject;
}

const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

function mend(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(mend);
  if (!isObject(value)) return value;
  const isContradiction =
    value.type === 'object' &&
    Array.isArray(value.enum) &&
    !value.enum.some((item) => typeof item === 'object');
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]): readonly (readonly [string, JsonValue])[] => {
      if (isContradiction && key === 'type') return [];
      return [[key, DATA.has(key) ? part : mend(part)]];
    }),
  );
}
