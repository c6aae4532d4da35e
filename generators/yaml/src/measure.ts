import { isObject, type JsonValue } from '@plumbline/model';

/** How large a document is once every alias is written out. */
export interface Extent {
  readonly nodes: number;
  /** Mappings and sequences one inside the other. */
  readonly depth: number;
}

/** Deeper than any document that people write, and shallow enough for recursion. */
export const MAX_DEPTH = 1000;
/** GitHub's 13 MB description has some 800,000 nodes. */
export const MAX_NODES = 5_000_000;

/**
 * Counts a value's nodes as if every alias were a copy. Each shared part is visited once, so an alias bomb costs
 * no more than its text. Null where the value contains itself or is nested deeper than {@link MAX_DEPTH}.
 */
export function measure(root: JsonValue): Extent | null {
  const known = new Map<object, Extent | 'open'>();

  function visit(value: JsonValue, level: number): Extent | null {
    if (typeof value !== 'object' || value === null) return LEAF;
    const earlier = known.get(value);
    if (earlier === 'open' || level > MAX_DEPTH) return null;
    if (earlier !== undefined) return level + earlier.depth > MAX_DEPTH ? null : earlier;
    known.set(value, 'open');
    const children = isObject(value) ? Object.values(value) : value;
    let nodes = 1;
    let depth = 0;
    for (const child of children) {
      const inner = visit(child, level + 1);
      if (inner === null) return null;
      nodes += inner.nodes;
      if (inner.depth > depth) depth = inner.depth;
    }
    const extent = { nodes, depth: depth + 1 };
    known.set(value, extent);
    return extent;
  }

  return visit(root, 0);
}

const LEAF: Extent = { nodes: 1, depth: 0 };

/** Counts the keys of a value that shares no parts, as JSON has none. Null where it is nested deeper than {@link MAX_DEPTH}. */
export function countKeys(value: JsonValue, level = 0): number | null {
  if (typeof value !== 'object' || value === null) return 0;
  if (level >= MAX_DEPTH) return null;
  const children = isObject(value) ? Object.values(value) : value;
  let keys = isObject(value) ? children.length : 0;
  for (const child of children) {
    const inner = countKeys(child, level + 1);
    if (inner === null) return null;
    keys += inner;
  }
  return keys;
}
