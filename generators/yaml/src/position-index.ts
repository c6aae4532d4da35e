import { pointerTokens } from '@plumbline/model';
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';

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

/** Indexes the events that js-yaml reports for a text: one pass, afterwards each mapping on its first use. */
export function indexPositions(text: string, events: readonly Event[]): PositionIndex {
  const tree = layOut(text, events);
  const tables = new Map<number, ReadonlyMap<string, Entry>>();

  function entriesAt(node: number): ReadonlyMap<string, Entry> {
    const known = tables.get(node);
    if (known !== undefined) return known;
    const table = new Map<string, Entry>();
    // The later of two equal keys is the one that the parsed document has.
    for (const entry of childrenOf(tree, events, text, node)) table.set(entry.key, entry);
    tables.set(node, table);
    return table;
  }

  /** `passed`: mappings without the key; merged by many ways, each is searched once. */
  function find(node: number, key: string, passed = new Set<number>()): Entry | undefined {
    const target = tree.aliases.get(node) ?? node;
    if (passed.has(target)) return undefined;
    passed.add(target);
    const entries = entriesAt(target);
    const own = entries.get(key);
    const merged = entries.get('<<');
    if (own !== undefined || merged === undefined) return own;
    const source = tree.aliases.get(merged.node) ?? merged.node;
    if (events[source]?.type === EVENT_ID.MAPPING) return find(source, key, passed);
    for (const item of entriesAt(source).values()) {
      const found = find(item.node, key, passed);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    offsetOf(pointer) {
      // The events of a document: its start, then the root node.
      let node = 1;
      let offset = offsetAt(events[node]) ?? 0;
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
export function findDuplicateKeys(text: string, events: readonly Event[]): readonly DuplicateKey[] {
  const tree = layOut(text, events);
  const duplicates: DuplicateKey[] = [];
  for (let i = 0; i < events.length; i += 1) {
    if (events[i]?.type !== EVENT_ID.MAPPING) continue;
    const seen = new Map<string, number>();
    for (const { key, offset } of childrenOf(tree, events, text, i)) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, offset ?? 0);
      else duplicates.push({ key, first, again: offset ?? first });
    }
  }
  return duplicates;
}

/** A member of a mapping, or an item of a sequence under its number. */
interface Entry {
  readonly key: string;
  /** The index of the value's event. */
  readonly node: number;
  /** Null where nothing is written: an empty item. */
  readonly offset: number | null;
}

interface Layout {
  /** For each event the index of the first event behind its subtree. */
  readonly next: Int32Array;
  /** The event of an alias → the event that it stands for. */
  readonly aliases: ReadonlyMap<number, number>;
}

function layOut(text: string, events: readonly Event[]): Layout {
  const next = new Int32Array(events.length);
  const open: number[] = [];
  const anchors = new Map<string, number>();
  const aliases = new Map<number, number>();
  events.forEach((event, i) => {
    next[i] = i + 1;
    if (event.type === EVENT_ID.POP) {
      const start = open.pop();
      if (start !== undefined) next[start] = i + 1;
      return;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      open.push(i);
      return;
    }
    if (event.anchorStart >= 0) {
      const name = text.slice(event.anchorStart, event.anchorEnd);
      const target = anchors.get(name);
      if (event.type !== EVENT_ID.ALIAS) anchors.set(name, i);
      else if (target !== undefined) aliases.set(i, target);
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) open.push(i);
  });
  return { next, aliases };
}

function childrenOf(tree: Layout, events: readonly Event[], text: string, node: number): readonly Entry[] {
  const kind = events[node]?.type;
  if (kind !== EVENT_ID.MAPPING && kind !== EVENT_ID.SEQUENCE) return [];
  const entries: Entry[] = [];
  const end = (tree.next[node] ?? 0) - 1;
  for (let i = node + 1; i < end; i = tree.next[i] ?? end) {
    const event = events[i];
    if (kind === EVENT_ID.SEQUENCE) {
      entries.push({ key: String(entries.length), node: i, offset: offsetAt(event) });
      continue;
    }
    const value = tree.next[i] ?? end;
    if (event?.type === EVENT_ID.SCALAR) {
      entries.push({ key: getScalarValue(text, event), node: value, offset: offsetAt(event) });
    }
    i = value;
  }
  return entries;
}

/** Where a node's own text starts, an opening quote included, its tag and anchor left out. */
function offsetAt(event: Event | undefined): number | null {
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  if (event.valueStart < 0) return null;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}
