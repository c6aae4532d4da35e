import type { Comparison } from './comparison.ts';

/** What people read, and whether they should still use it. */
export function compareDocs({ before, after, tell }: Comparison): void {
  if (before.description !== after.description) tell('value-description-changed');
  if (!before.deprecated && after.deprecated) tell('value-deprecated');
  if (before.deprecated && !after.deprecated) tell('value-undeprecated');
  if (JSON.stringify(before.examples) !== JSON.stringify(after.examples)) tell('value-example-changed');
}
