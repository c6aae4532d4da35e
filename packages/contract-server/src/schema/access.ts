import type { ApiDocument } from '../document/document.ts';
import { isObject, type JsonObject, type JsonValue, list, member } from '../json.ts';

export type Access = 'readOnly' | 'writeOnly';

const MAX_DEPTH = 20;

/**
 * Whether a property is `readOnly` or `writeOnly`: by its own word, by what it refers to, or by a part of its `allOf`. Beside
 * a `$ref` OpenAPI 3.0 gives the word no effect (section 4.7.23); its author means it, and clients take it so.
 */
export function hasAccess(schema: JsonValue | undefined, access: Access, document: ApiDocument): boolean {
  const search = (value: JsonValue | undefined, depth: number): boolean => {
    if (depth > MAX_DEPTH || !isObject(value)) return false;
    if (member(value, access) === true) return true;
    const target = document.follow(value);
    return (
      (target !== value && search(target, depth + 1)) ||
      list(member(target, 'allOf')).some((part) => search(part, depth + 1))
    );
  };
  return search(schema, 0);
}

/** The declarations of a property in the schemas that hold of one object together: their own, and those of `allOf` parts. */
export function declarationsOf(
  name: string,
  owners: readonly JsonObject[],
  document: ApiDocument,
): readonly JsonValue[] {
  const found: JsonValue[] = [];
  const seen = new Set<JsonValue>();
  const search = (value: JsonValue | undefined): void => {
    const schema = document.follow(value);
    if (schema === undefined || seen.has(schema) || seen.size > 200) return;
    seen.add(schema);
    const declared = member(member(schema, 'properties'), name);
    if (declared !== undefined) found.push(declared);
    for (const part of list(member(schema, 'allOf'))) search(part);
  };
  for (const owner of owners) search(owner);
  return found;
}
