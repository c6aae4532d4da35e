import type { Use } from '../change.ts';

/** What uses are collected along. */
export interface Used<N> {
  readonly parents: ReadonlySet<N>;
  readonly uses: readonly Use[];
}

/**
 * The uses that lead to each of the nodes, through any parents. Nodes that lead to one another, as recursive schemas do,
 * share their uses, so that the effort grows with the graph and with what is collected (Tarjan's strongly connected
 * components, which come out parents first; on a stack of its own, for chains may be long).
 */
export function collectUses<N extends Used<N>>(nodes: readonly N[]): ReadonlyMap<N, readonly Use[]> {
  const collected = new Map<N, readonly Use[]>();
  const met = new Map<N, Visit<N>>();
  const open: Visit<N>[] = [];
  const path: Visit<N>[] = [];
  const enter = (node: N): void => {
    const visit = { node, number: met.size, lowest: met.size, left: node.parents.values() };
    met.set(node, visit);
    open.push(visit);
    path.push(visit);
  };
  for (const start of nodes) {
    if (!met.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { done, value: parent } = visit.left.next();
      if (done !== true) {
        const known = met.get(parent);
        if (known === undefined) enter(parent);
        else if (!collected.has(parent)) visit.lowest = Math.min(visit.lowest, known.number);
        continue;
      }
      path.pop();
      const child = path.at(-1);
      if (child !== undefined) child.lowest = Math.min(child.lowest, visit.lowest);
      if (visit.lowest < visit.number) continue;
      const ring = open.splice(open.lastIndexOf(visit)).map(({ node }) => node);
      const uses = usesOf(ring, collected);
      for (const node of ring) collected.set(node, uses);
    }
  }
  return collected;
}

interface Visit<N> {
  readonly node: N;
  readonly number: number;
  /** The number of the earliest open node that this one leads to. */
  lowest: number;
  readonly left: Iterator<N>;
}

function usesOf<N extends Used<N>>(
  ring: readonly N[],
  collected: ReadonlyMap<N, readonly Use[]>,
): readonly Use[] {
  const inRing = new Set(ring);
  const outer = ring.flatMap(({ parents }) => [...parents].filter((parent) => !inRing.has(parent)));
  const lists = [
    ...new Set([...outer.map((parent) => collected.get(parent) ?? []), ...ring.map(({ uses }) => uses)]),
  ].filter((list) => list.length > 0);
  const [only = []] = lists;
  return lists.length <= 1 ? only : [...new Set(lists.flat())];
}
