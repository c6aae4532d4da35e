import { describe, expect, it } from 'vitest';
import type { Use } from '../change.ts';
import { collectUses } from './collect-uses.ts';

interface Node {
  readonly parents: Set<Node>;
  readonly uses: Use[];
}

/** Nodes by name, each with its parents; the uses of a node are named after it in capitals. */
function graph(text: string): { readonly [name: string]: Node } {
  const nodes: { [name: string]: Node } = {};
  const nodeOf = (name: string): Node => {
    const node = nodes[name.toLowerCase()] ?? { parents: new Set(), uses: [] };
    nodes[name.toLowerCase()] = node;
    if (name !== name.toLowerCase()) node.uses.push({ operation: name, where: '' });
    return node;
  };
  for (const edge of text.split(' ')) {
    const [child = '', parent] = edge.split('<');
    const node = nodeOf(child);
    if (parent !== undefined) node.parents.add(nodeOf(parent));
  }
  return nodes;
}

describe('uses', () => {
  it.each([
    ['are its own', { given: 'A', of: 'a', want: 'A' }],
    ['are those of its parents', { given: 'c<b b<A', of: 'c', want: 'A' }],
    ['come once by several ways', { given: 'd<b d<c b<A c<a', of: 'd', want: 'A' }],
    ['are shared in a ring', { given: 'a<B b<c c<a', of: 'c', want: 'B' }],
    ['reach from one ring into another', { given: 'a<b b<a a<C c<d d<c d<E', of: 'b', want: 'C E' }],
    ['do not reach backwards', { given: 'B<A a<c', of: 'a', want: 'A' }],
  ])('%s', (_, { given, of, want }) => {
    const nodes = Object.values(graph(given));
    const node = graph(given)[of];
    if (node === undefined) throw new Error('There is one.');
    const uses = collectUses([node, ...nodes]).get(node) ?? [];
    expect(uses.map(({ operation }) => operation).sort()).toEqual(want.split(' '));
  });

  /** Nodes that each lead to the one before, the first to the last. */
  function ring(length: number): readonly Node[] {
    const nodes = Array.from({ length }, (): Node => ({ parents: new Set(), uses: [] }));
    for (const [i, node] of nodes.entries()) node.parents.add(nodes.at(i - 1) ?? node);
    nodes[0]?.uses.push({ operation: 'A', where: '' });
    return nodes;
  }

  it('are collected from a chain that no stack of calls would hold', () => {
    const nodes = ring(30_000);
    nodes[0]?.parents.clear();
    expect(collectUses(nodes.slice(-1)).get(nodes.at(-1) ?? { parents: new Set(), uses: [] })).toHaveLength(
      1,
    );
  });

  it('take an effort that grows as a ring does', () => {
    const effort = (length: number): number => {
      const nodes = ring(length);
      const start = process.cpuUsage().user;
      const collected = collectUses(nodes);
      const spent = process.cpuUsage().user - start;
      expect(collected.get(nodes[7] ?? { parents: new Set(), uses: [] })).toHaveLength(1);
      return spent;
    };
    effort(5_000);
    const [small, large] = [effort(5_000), effort(40_000)];
    // Eight times as long; were each node to look for its uses by itself, it would be 64 times. Clocks are too coarse for less.
    expect(large / Math.max(small, 20_000)).toBeLessThan(32);
  });
});
