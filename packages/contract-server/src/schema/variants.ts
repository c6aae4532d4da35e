import type { Fault } from './problem.ts';

/**
 * What is wrong about a value of `oneOf` or `anyOf`, told by the branch that comes nearest: not the one whose type is
 * another, nor one that a constant tells from it, but the one that finds the least. One that several branches of a
 * `oneOf` allow is let pass: documents rarely close their variants against one another, and servers do not mind.
 */
export function nearestBranch(results: readonly (readonly Fault[])[]): readonly Fault[] {
  if (results.some(({ length }) => length === 0)) return [];
  const [first, ...others] = results;
  if (first === undefined) return [];
  return others.reduce((best, faults) => (distance(faults) < distance(best) ? faults : best), first);
}

function distance(faults: readonly Fault[]): number {
  const worst = faults.map(({ pointer, keyword }) => {
    if (pointer === '' && keyword === 'type') return 10_000;
    if (keyword === 'const' || keyword === 'enum' || keyword === 'discriminator') return 100;
    return 1;
  });
  return worst.reduce((sum, each) => sum + each, 0);
}
