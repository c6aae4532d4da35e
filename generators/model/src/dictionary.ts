/**
 * A record whose keys come from documents. It has no prototype, so that `__proto__` and `constructor` are
 * ordinary keys: absent until someone puts them there.
 */
export type Dictionary<T> = { readonly [key: string]: T };

/** A dictionary of the given entries; of two with one key the later wins. */
export function dictionary<T>(entries: Iterable<readonly [string, T]> = []): Dictionary<T> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** Orders strings by UTF-16 code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
