import { quoted } from '../found.ts';
import { withoutNames } from '../pair/operations.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import type { OperationComparison } from './comparison.ts';

/** Compares two operations that are one. */
export function compareOperation(comparison: OperationComparison): void {
  const { before, after, tell } = comparison;
  const isMoved = before.method !== after.method || withoutNames(before.path) !== withoutNames(after.path);
  if (isMoved) tell('operation-moved', { args: { from: quoted(before.key), to: quoted(after.key) } });
  if (before.operationId !== after.operationId) {
    const [from, to] = [before, after].map(({ operationId }) =>
      operationId === null ? 'none' : quoted(operationId),
    );
    tell('operation-id-changed', { args: { from: from ?? '', to: to ?? '' } });
  }
  if (!before.deprecated && after.deprecated) tell('operation-deprecated');
  if (before.deprecated && !after.deprecated) tell('operation-undeprecated');
  if (before.summary !== after.summary || before.description !== after.description)
    tell('operation-description-changed');
  comparePagination(comparison);
  compareParameters(comparison);
  compareBodies(comparison);
  compareResponses(comparison);
  compareSecurity(comparison);
}

function comparePagination({ before, after, tell }: OperationComparison): void {
  const [was, is] = [before.pagination, after.pagination];
  if (was === null && is !== null) tell('pagination-added');
  if (was !== null && is === null) tell('pagination-removed');
  if (was !== null && is !== null && was.kind !== is.kind)
    tell('pagination-changed', { args: { from: quoted(was.kind), to: quoted(is.kind) } });
}
