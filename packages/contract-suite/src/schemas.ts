import {
  type Contract,
  isObject,
  type JsonValue,
  list,
  member,
  referencePointer,
} from '@plumbline/contract-server';

/**
 * The components by which a value is described, by their JSON Pointers: those that lie on the way to each part of it.
 * Of variants, those that have a member of it.
 */
export function schemasOf(
  schema: JsonValue | undefined,
  value: unknown,
  { document }: Contract,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Map<unknown, Set<unknown>>();
  const visit = (given: JsonValue | undefined, part: unknown): void => {
    if (!isObject(given)) return;
    const parts = seen.get(given) ?? new Set();
    if (parts.has(part)) return;
    seen.set(given, parts.add(part));
    const reference = member(given, '$ref');
    if (typeof reference === 'string') {
      const pointer = referencePointer(reference);
      if (pointer?.startsWith('/components/schemas/')) found.add(pointer);
      visit(document.follow({ $ref: reference }), part);
    }
    for (const each of list(member(given, 'allOf'))) visit(each, part);
    for (const keyword of ['oneOf', 'anyOf'])
      for (const each of list(member(given, keyword))) if (concerns(each, part)) visit(each, part);
    if (Array.isArray(part)) for (const item of part) visit(member(given, 'items'), item);
    if (!isObject(part)) return;
    const properties = member(given, 'properties');
    for (const [name, item] of Object.entries(part))
      visit(member(properties, name) ?? member(given, 'additionalProperties'), item);
  };
  const concerns = (variant: JsonValue, part: unknown): boolean => {
    if (!isObject(part)) return true;
    const properties = member(document.follow(variant), 'properties');
    return (
      properties === undefined || Object.keys(part).some((name) => member(properties, name) !== undefined)
    );
  };
  visit(schema, value);
  return found;
}
