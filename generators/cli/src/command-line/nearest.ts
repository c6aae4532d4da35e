import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt name most likely stands for; null where none is near. Case does not count. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const folded = fold(name);
  let best: string | null = null;
  // Two letters that changed places are two steps.
  let least = Math.max(folded.length < 4 ? 1 : 2, Math.floor(folded.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const steps = isStart(folded, other) ? 1 : distance(folded, other);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** What was begun and not finished is near too: `contract` for `contract-tests`. */
function isStart(name: string, candidate: string): boolean {
  return name.length >= 3 && candidate.startsWith(name);
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
