import type { Schema, SpecOrigin } from '@plumbline/model';
import type { Use } from '../change.ts';
import type { Found, FoundWithUses } from '../found.ts';
import { collectUses } from './collect-uses.ts';

/** Requests are what a consumer writes, responses what one reads. */
export type Direction = 'request' | 'response';

/** Two schemas that stand for one another, compared once, however many places they have. */
export interface Node {
  readonly direction: Direction;
  readonly before: Schema;
  readonly after: Schema;
  /** What messages call it: `User.email`. */
  readonly label: string;
  /** What it would be called without a component: `response 200`. */
  readonly place: string;
  readonly found: Found[];
  readonly parents: Set<Node>;
  readonly uses: Use[];
}

export interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly direction: Direction;
  readonly label: string;
}

/** Pairs of schemas as a graph: a pair that is met again is the same node, so that recursive schemas end. */
export interface SchemaGraph {
  /** A pair that an operation has. */
  readonly root: (pair: Pair, use: Use) => void;
  /** A pair within another. */
  readonly child: (pair: Pair, parent: Node) => void;
  /** The next node that nobody has looked at. */
  readonly next: () => Node | undefined;
  /** Everything found, with the uses that lead to it. */
  readonly found: () => readonly FoundWithUses[];
}

export function createGraph(): SchemaGraph {
  const nodes = new Map<string, Node>();
  const waiting: Node[] = [];
  const nodeOf = ({ before, after, direction, label }: Pair): Node => {
    const key = `${direction} ${schemaKey(before)} ${schemaKey(after)}`;
    const earlier = nodes.get(key);
    if (earlier !== undefined) return earlier;
    const name = before.kind === 'ref' ? before.name : label;
    const rest = { found: [], parents: new Set<Node>(), uses: [] };
    const node = { direction, before, after, label: name, place: label, ...rest };
    nodes.set(key, node);
    waiting.push(node);
    return node;
  };
  return {
    root: (pair, use) => {
      nodeOf(pair).uses.push(use);
    },
    child: (pair, parent) => {
      nodeOf(pair).parents.add(parent);
    },
    next: () => waiting.pop(),
    found: () => {
      const told = [...nodes.values()].filter(({ found }) => found.length > 0);
      const uses = collectUses(told);
      return told.flatMap((node) => node.found.map((found) => ({ found, uses: uses.get(node) ?? [] })));
    },
  };
}

/** A reference without facts of its own is what it refers to. */
function schemaKey(schema: Schema): string {
  if (schema.kind !== 'ref' || Object.keys(schema).length > 3) return originKey(schema.origin);
  return JSON.stringify(schema.name);
}

function originKey({ file, pointer }: SpecOrigin): string {
  return JSON.stringify([file, pointer]);
}
