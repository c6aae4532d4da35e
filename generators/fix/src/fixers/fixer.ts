import type { Diagnostic } from '@plumbline/model';
import type { PageChanges } from '../page/changes.ts';
import type { OpenMethod } from '../page/open-page.ts';
import { methodNamed, offsetOf, type RowPlace, rowAt } from '../page/open-page.ts';

/** Adds to a page's changes what mends a finding; false where it cannot be mended. */
export type Fixer = (finding: Diagnostic, changes: PageChanges) => boolean;

/** The offset that a finding points at. */
export function offsetIn({ open }: PageChanges, { source }: Diagnostic): number {
  return offsetOf(open.layout, source);
}

export function methodOf({ open }: PageChanges, { subject }: Diagnostic): OpenMethod | null {
  return methodNamed(open, subject.method);
}

/** The row that a finding points into. */
export function rowOf(
  changes: PageChanges,
  finding: Diagnostic,
  kind: 'fields' | 'methods' | 'parameters',
): RowPlace | null {
  return rowAt(changes.open, kind, offsetIn(changes, finding));
}
