import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Entry, TextTree } from './text-tree.ts';

/** Lays out the events that js-yaml reports for a text: one pass. */
export function yamlTree(text: string, events: readonly Event[]): TextTree {
  const { next, aliases } = layOut(text, events);
  return {
    // The events of a document: its start, then the root node.
    root: 1,
    count: events.length,
    mergeKey: '<<',
    targetOf: (node) => aliases.get(node) ?? node,
    isMapping: (node) => events[node]?.type === EVENT_ID.MAPPING,
    offsetOf: (node) => offsetAt(events[node]),
    childrenOf(node) {
      const kind = events[node]?.type;
      if (kind !== EVENT_ID.MAPPING && kind !== EVENT_ID.SEQUENCE) return [];
      const entries: Entry[] = [];
      const end = (next[node] ?? 0) - 1;
      for (let i = node + 1; i < end; i = next[i] ?? end) {
        const event = events[i];
        if (kind === EVENT_ID.SEQUENCE) {
          entries.push({ key: String(entries.length), node: i, offset: offsetAt(event) });
          continue;
        }
        const value = next[i] ?? end;
        if (event?.type === EVENT_ID.SCALAR) {
          entries.push({ key: getScalarValue(text, event), node: value, offset: offsetAt(event) });
        }
        i = value;
      }
      return entries;
    },
  };
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

function offsetAt(event: Event | undefined): number | null {
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  if (event.valueStart < 0) return null;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}
