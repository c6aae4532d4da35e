import type { Schema } from '@plumbline/model';
import type { Comparison } from './comparison.ts';

/** Compares what lists hold. Items that nothing is said of are of any type. */
export function compareItems(comparison: Comparison): void {
  comparePlaces(comparison);
  const { before, after, label, within } = comparison;
  if (before.items === null && after.items === null) return;
  const [was, is] = [before, after].map(({ items, origin }): Schema => items ?? { kind: 'any', origin });
  if (was !== undefined && is !== undefined) within({ before: was, after: is, label: `${label}[]` });
}

/** Places of a list that have types of their own (JSON Schema 2020-12 section 10.3.1.1). */
function comparePlaces({ before, after, label, direction, tell, within }: Comparison): void {
  const [was, is] = [before.places.length, after.places.length];
  if (was !== is) tell(`${direction}-tuple-changed`, { from: String(was), to: String(is) });
  for (const [i, old] of before.places.entries()) {
    const one = after.places[i];
    if (one !== undefined) within({ before: old, after: one, label: `${label}[${i}]` });
  }
}
