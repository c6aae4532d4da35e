import type { PathEntry } from '../document/operation.ts';
import { formDecoded, leniently, percentDecoded } from './decode.ts';
import { type Pairs, pairsOf } from './query.ts';

/** A path that a request's may be. */
export interface PathMatch {
  readonly entry: PathEntry;
  /** Name → text as it came, still encoded. */
  readonly values: ReadonlyMap<string, string>;
  /** The pairs of the query that the template itself has, by their index. */
  readonly fixed: ReadonlySet<number>;
}

/**
 * Finds the templates that a path and its query match, the more literal first, segment by segment from the left
 * (OpenAPI 3.1 section 4.8.8.2: a concrete path before a templated one). A variable is at least one character, without a
 * slash. Templates may have a query, though OpenAPI knows none there: a request has to bear its pairs, and of one path
 * the template with most of them goes first.
 */
export function pathMatcher(
  entries: readonly PathEntry[],
): (path: string, query: Pairs) => readonly PathMatch[] {
  const root = emptyNode();
  for (const entry of [...entries].sort((a, b) => queryOf(b.path).length - queryOf(a.path).length))
    insert(root, entry);
  return (path, query) => {
    const found: PathMatch[] = [];
    collect(root, path.split('/').slice(1), [], { query, found });
    return found;
  };
}

interface Node {
  readonly literals: Map<string, Node>;
  readonly templates: Map<string, { readonly segment: Segment; readonly node: Node }>;
  readonly ends: End[];
}

interface End {
  readonly entry: PathEntry;
  readonly names: readonly string[];
  readonly query: readonly FixedPair[];
}

/** A pair of a template's query. */
interface FixedPair {
  readonly name: string;
  readonly text: string;
  /** The text's, where it has variables. */
  readonly segment: Segment | null;
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
  for (const text of asRequested(withoutQuery(entry.path)).split('/').slice(1).map(leniently)) {
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
  node.ends.push({ entry, names, query: queryOf(entry.path) });
}

function withoutQuery(template: string): string {
  return withoutFragment(template).replace(/\?.*$/s, '');
}

/** Whether two templates differ in what no request bears alone: the names of variables, and what follows a `#`. */
export function isSameRequest(a: string, b: string): boolean {
  const borne = (template: string) => withoutFragment(template).replaceAll(/\{[^{}]*\}/g, '{}');
  return borne(a) === borne(b);
}

/** Some documents tell operations apart by what follows a `#`. */
function withoutFragment(template: string): string {
  return template.replace(/#.*$/s, '');
}

function queryOf(path: string): readonly FixedPair[] {
  const template = withoutFragment(path);
  const at = template.indexOf('?');
  const pairs = at === -1 ? [] : pairsOf(template.slice(at + 1));
  return pairs.map(([name, value]) => {
    const text = formDecoded(value);
    return { name: formDecoded(name), text, segment: segmentOf(text) };
  });
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
  { query, found }: { readonly query: Pairs; readonly found: PathMatch[] },
): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    const matched = node.ends.flatMap((end) => matchOf(end, texts, query, 'whole') ?? []);
    // A pair that is but a variable may be a parameter that nobody has to give.
    if (matched.length === 0)
      matched.push(...node.ends.flatMap((end) => matchOf(end, texts, query, 'literal') ?? []));
    found.push(...matched);
    return;
  }
  const literal = node.literals.get(percentDecoded(segment) ?? segment);
  if (literal !== undefined) collect(literal, rest, texts, { query, found });
  const templates = [...node.templates.values()].sort((a, b) => b.segment.literal - a.segment.literal);
  for (const { segment: template, node: next } of templates) {
    const match = template.pattern.exec(segment);
    if (match !== null) collect(next, rest, [...texts, ...match.slice(1)], { query, found });
  }
}

/** What of a template's query a request has to bear: its pairs, or those of them alone that are more than a variable. */
type Extent = 'whole' | 'literal';

function matchOf(
  { entry, names, query: wanted }: End,
  texts: readonly string[],
  query: Pairs,
  extent: Extent,
): PathMatch | null {
  const values = new Map(names.map((name, i) => [name, texts[i] ?? '']));
  const fixed = fixedPairs(wanted, query, values, extent);
  return fixed === null ? null : { entry, values, fixed };
}

/** Which pairs are those of a template, whose variables are added to the values; null: one is not there. */
function fixedPairs(
  wanted: readonly FixedPair[],
  query: Pairs,
  values: Map<string, string>,
  extent: Extent,
): ReadonlySet<number> | null {
  const fixed = new Set<number>();
  for (const { name, text, segment } of wanted) {
    const at = query.findIndex(([key, value], i) => {
      if (fixed.has(i) || formDecoded(key) !== name) return false;
      return segment === null ? formDecoded(value) === text : segment.pattern.test(value);
    });
    const isGiven = at !== -1 || query.some(([key]) => formDecoded(key) === name);
    if (!isGiven && extent === 'literal' && segment?.literal === 0) continue;
    if (at === -1) return null;
    fixed.add(at);
    const [, ...found] = segment?.pattern.exec(query[at]?.[1] ?? '') ?? [];
    found.forEach((value, i) => {
      values.set(segment?.names[i] ?? '', value);
    });
  }
  return fixed;
}
