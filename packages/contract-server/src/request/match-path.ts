import type { PathEntry } from '../document/operation.ts';
import { leniently, percentDecoded } from './decode.ts';

/** A path that a request's may be. */
export interface PathMatch {
  readonly entry: PathEntry;
  /** Name → text as it came, still encoded. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Finds the templates that a path matches, the more literal first, segment by segment from the left (OpenAPI 3.1
 * section 4.8.8.2: a concrete path before a templated one). A variable is at least one character, without a slash.
 */
export function pathMatcher(entries: readonly PathEntry[]): (path: string) => readonly PathMatch[] {
  const root = emptyNode();
  for (const entry of entries) insert(root, entry);
  return (path) => {
    const found: PathMatch[] = [];
    collect(root, path.split('/').slice(1), [], found);
    return found;
  };
}

interface Node {
  readonly literals: Map<string, Node>;
  readonly templates: Map<string, { readonly segment: Segment; readonly node: Node }>;
  readonly ends: { readonly entry: PathEntry; readonly names: readonly string[] }[];
}

interface Segment {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Characters that are not variable: more of them win. */
  readonly literal: number;
}

function emptyNode(): Node {
  return { literals: new Map(), templates: new Map(), ends: [] };
}

function insert(root: Node, entry: PathEntry): void {
  let node = root;
  const names: string[] = [];
  for (const text of asRequested(entry.path).split('/').slice(1).map(leniently)) {
    const segment = segmentOf(text);
    if (segment === null) {
      const next = node.literals.get(text) ?? emptyNode();
      node.literals.set(text, next);
      node = next;
      continue;
    }
    names.push(...segment.names);
    const key = segment.pattern.source;
    const known = node.templates.get(key) ?? { segment, node: emptyNode() };
    node.templates.set(key, known);
    node = known.node;
  }
  node.ends.push({ entry, names });
}

/** A path as clients ask for it: its `..` followed, its backslashes turned (URL Standard, section 4.4). */
function asRequested(path: string): string {
  return new URL(`http://localhost${path.replace(/[?#]/g, encodeURIComponent)}`).pathname;
}

/** Null for a segment without variables. */
function segmentOf(text: string): Segment | null {
  const parts = text.split(/\{([^{}]+)\}/);
  if (parts.length === 1) return null;
  const names = parts.filter((_, i) => i % 2 === 1);
  const literals = parts.filter((_, i) => i % 2 === 0);
  // Lazily but for the last, so that `{name}.{format}` splits at the first dot: never more than one way to go on.
  const source = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)');
  return {
    pattern: new RegExp(`^${source}$`, 's'),
    names,
    literal: literals.reduce((sum, literal) => sum + literal.length, 0),
  };
}

function collect(
  node: Node,
  segments: readonly string[],
  texts: readonly string[],
  found: PathMatch[],
): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    for (const { entry, names } of node.ends)
      found.push({ entry, values: new Map(names.map((name, i) => [name, texts[i] ?? ''])) });
    return;
  }
  const literal = node.literals.get(percentDecoded(segment) ?? segment);
  if (literal !== undefined) collect(literal, rest, texts, found);
  const templates = [...node.templates.values()].sort((a, b) => b.segment.literal - a.segment.literal);
  for (const { segment: template, node: next } of templates) {
    const match = template.pattern.exec(segment);
    if (match !== null) collect(next, rest, [...texts, ...match.slice(1)], found);
  }
}
