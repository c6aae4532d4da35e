import { type JsonObject, type JsonValue, member, textAt } from '../json.ts';
import { referencePointer, valueAt } from './pointer.ts';

/** The bundled OpenAPI document, and how its references are followed. */
export interface ApiDocument {
  readonly root: JsonObject;
  /** OpenAPI 3.0: its schemas are of JSON Schema draft 4, changed; those of 3.1 and later are of 2020-12. */
  readonly isDraft4: boolean;
  /** Follows `$ref`s to a value that is none; undefined for a dangling or circular one. */
  readonly follow: (value: JsonValue | undefined) => JsonValue | undefined;
}

/** As many references may stand behind one another. */
const MAX_HOPS = 100;

export function openDocument(root: JsonObject): ApiDocument {
  const follow = (value: JsonValue | undefined): JsonValue | undefined => {
    let current = value;
    for (let hops = 0; hops < MAX_HOPS; hops += 1) {
      const reference = textAt(current, '$ref');
      if (reference === undefined) return current;
      const pointer = referencePointer(reference);
      current = pointer === null ? undefined : valueAt(root, pointer);
    }
    return undefined;
  };
  const version = member(root, 'openapi');
  return { root, isDraft4: typeof version !== 'string' || /^3\.0(?:\.|$)/.test(version), follow };
}
