import { pointerTokens } from '@plumbline/model';
import type { Entry, TextTree } from './text-tree.ts';

/** Finds places in a YAML (or JSON) text by JSON Pointer. */
export interface PositionIndex {
  /**
   * The offset of the entry's key, of the sequence's item, or of the document's first node; where the pointer leads
   * nowhere, that of the nearest enclosing node that exists. Aliases and merge keys are followed.
   */
  readonly offsetOf: (pointer: string) => number;
}

/** A key that a mapping holds more than once, by the offsets of its first and of a later occurrence. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: number;
  readonly again: number;
}

/** Indexes the nodes of a text: each mapping on its first use. */
export function indexPositions(tree: TextTree): PositionIndex {
  const tables = new Map<number, ReadonlyMap<string, Entry>>();

  function entriesAt(node: number): ReadonlyMap<string, Entry> {
    const known = tables.get(node);
    if (known !== undefined) return known;
    // The later of two equal keys is the one that the parsed document has.
    const table = new Map(tree.childrenOf(node).map((entry) => [entry.key, entry]));
    tables.set(node, table);
    return table;
  }

  /** `passed`: mappings without the key; merged by many ways, each is searched once. */
  function find(node: number, key: string, passed = new Set<number>()): Entry | undefined {
    const target = tree.targetOf(node);
    if (passed.has(target)) return undefined;
    passed.add(target);
    const entries = entriesAt(target);
    const own = entries.get(key);
    const merged = tree.mergeKey === null ? undefined : entries.get(tree.mergeKey);
    if (own !== undefined || merged === undefined) return own;
    const source = tree.targetOf(merged.node);
    if (tree.isMapping(source)) return find(source, key, passed);
    for (const item of entriesAt(source).values()) {
      const found = find(item.node, key, passed);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    offsetOf(pointer) {
      let node = tree.root;
      let offset = tree.offsetOf(node) ?? 0;
      for (const token of pointerTokens(pointer)) {
        const entry = find(node, token);
        if (entry === undefined) return offset;
        node = entry.node;
        offset = entry.offset ?? offset;
      }
      return offset;
    },
  };
}

/** The keys that occur more than once in one mapping. */
export function findDuplicateKeys(tree: TextTree): readonly DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  for (let node = 0; node < tree.count; node += 1) {
    if (!tree.isMapping(node)) continue;
    const seen = new Map<string, number>();
    for (const { key, offset } of tree.childrenOf(node)) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, offset ?? 0);
      else duplicates.push({ key, first, again: offset ?? first });
    }
  }
  return duplicates;
}
