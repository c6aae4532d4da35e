import type { Diagnostic } from '@plumbline/model';
import { SILENCEABLE } from '../config/silenceable.ts';

/**
 * Findings in the order and at the places in which a reviewer sees them: GitHub shows a few of each severity, and on the lines
 * of a pull request only those of files that it changes. Those come first; where the finding itself is elsewhere and what it
 * is related to is in a changed file, it is told there.
 */
export function forReviewers(
  findings: readonly Diagnostic[],
  changed: ReadonlySet<string>,
): readonly Diagnostic[] {
  const placed = findings.map((finding) => towards(finding, changed));
  // Of generated files that are out of date there may be very many, all with one cause.
  const rank = ({ source, code }: Diagnostic) =>
    SILENCEABLE.includes(code) ? (changed.has(source.file) ? 0 : 1) : 2;
  return [0, 1, 2].flatMap((wanted) => placed.filter((finding) => rank(finding) === wanted));
}

function towards(finding: Diagnostic, changed: ReadonlySet<string>): Diagnostic {
  const { source, related } = finding;
  if (changed.has(source.file)) return finding;
  const nearer = related.find((other) => changed.has(other.source.file));
  if (nearer === undefined) return finding;
  const others = related.filter((other) => other !== nearer);
  return {
    ...finding,
    source: nearer.source,
    related: [{ message: 'is where it shows', source }, ...others],
  };
}
