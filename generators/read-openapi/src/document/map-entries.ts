import type { JsonObject, JsonValue } from '@plumbline/model';

/** The object with its values changed; the object itself where none is. */
export function mapEntries(
  object: JsonObject,
  change: (key: string, value: JsonValue) => JsonValue,
): JsonObject {
  let isChanged = false;
  const entries = Object.entries(object).map(([key, value]) => {
    const changed = change(key, value);
    isChanged ||= changed !== value;
    return [key, changed] as const;
  });
  return isChanged ? Object.fromEntries(entries) : object;
}
