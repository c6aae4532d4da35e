import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt name most likely stands for; null where none is near. Case does not count. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const folded = fold(name);
  let best: string | null = null;
  // Two letters that changed places are two steps.
  let least = Math.max(folded.length < 4 ? 1 : 2, Math.floor(folded.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const steps = isSwapped(folded, other)
      ? 1
      : Math.min(distance(folded, other), stepsToStart(folded, other));
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** Whether two neighbours changed places, and nothing else is different: `prot` for `port`. */
function isSwapped(name: string, candidate: string): boolean {
  if (name.length !== candidate.length) return false;
  const at = name.split('').findIndex((char, i) => char !== candidate[i]);
  return (
    at !== -1 &&
    name[at] === candidate[at + 1] &&
    name[at + 1] === candidate[at] &&
    name.slice(at + 2) === candidate.slice(at + 2)
  );
}

/** What was begun and not finished is near too, slips in it as well: `contract` and `contrat` for `contract-tests`. */
function stepsToStart(name: string, candidate: string): number {
  if (name.length < 3 || name[0] !== candidate[0]) return Number.POSITIVE_INFINITY;
  const starts = [-1, 0, 1].map((more) => candidate.slice(0, name.length + more));
  return 1 + Math.min(...starts.map((start) => distance(name, start)));
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
