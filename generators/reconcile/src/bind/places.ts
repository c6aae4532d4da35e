/** The methods of a resource lie at few places; of very many only so many are compared. */
const MOST_PLACES = 16;

/** Where the methods of a resource that are already bound lie. */
export interface Places {
  readonly add: (path: string) => void;
  /** One of them has the segment. */
  readonly has: (segment: string) => boolean;
  /** How near a path is to the nearest of them, from 0 to 1; null where there are none. */
  readonly nearness: (path: string) => number | null;
}

/**
 * The methods of a resource lie together: a collection, its items, and what is done with an item. So those that are
 * bound tell where the others are.
 */
export function createPlaces(): Places {
  const places = new Map<string, readonly string[]>();
  const segments = new Set<string>();
  return {
    add(path) {
      const collection = collectionOf(path);
      if (places.size >= MOST_PLACES) return;
      places.set(collection.join('/'), collection);
      for (const segment of collection) segments.add(segment);
    },
    has: (segment) => segments.has(segment),
    nearness(path) {
      if (places.size === 0) return null;
      const collection = collectionOf(path);
      return Math.max(...[...places.values()].map((place) => nearnessOf(place, collection)));
    },
  };
}

/** The segments of a path without the item at its end, parameters by whatever name. */
function collectionOf(path: string): readonly string[] {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith('{') && segment.endsWith('}') ? '{}' : segment));
  return segments.at(-1) === '{}' ? segments.slice(0, -1) : segments;
}

/** How much of the longer one is their common beginning. */
function nearnessOf(one: readonly string[], other: readonly string[]): number {
  const longest = Math.max(one.length, other.length);
  let common = 0;
  while (common < longest && one[common] === other[common]) common += 1;
  return longest === 0 ? 1 : common / longest;
}
