import { childPointer, isObject, type JsonValue } from '@plumbline/contract-server';

/** The first place where two values differ. */
export interface Difference {
  readonly pointer: string;
  readonly wanted: unknown;
  readonly found: unknown;
}

/** Compares JSON values, members in any order; null: they are the same. */
export function differenceOf(wanted: unknown, found: unknown, pointer = ''): Difference | null {
  if (Object.is(wanted, found) || (wanted === 0 && found === 0)) return null;
  if (Array.isArray(wanted) && Array.isArray(found)) {
    for (let i = 0; i < Math.max(wanted.length, found.length); i += 1) {
      const difference = differenceOf(wanted[i], found[i], childPointer(pointer, i));
      if (difference !== null) return difference;
    }
    return null;
  }
  if (isObject(wanted) && isObject(found)) {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const own = (value: object) =>
        Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      const difference = differenceOf(own(wanted), own(found), childPointer(pointer, key));
      if (difference !== null) return difference;
    }
    return null;
  }
  return { pointer, wanted, found };
}

/**
 * What a server reads of a value that came as text, in a form that both sides have: scalars as text, what is null or an
 * empty list left out, and a list of one like its only item, since in a query they are written alike.
 */
export function asText(value: JsonValue | undefined): JsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((item: JsonValue) => asText(item) ?? []);
    return items.length > 1 ? items : items[0];
  }
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const text = asText(member);
    return text === undefined ? [] : [[key, text] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
