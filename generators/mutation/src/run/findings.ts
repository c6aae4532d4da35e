import type { Diagnostic } from '@plumbline/model';

/**
 * The findings of warning or above that were not there before. Lines do not tell: a document that is written anew has
 * others.
 */
export function newFindings(
  now: readonly Diagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return now.filter((finding) => {
    if (finding.severity === 'info') return false;
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

function keyOf({ code, severity, subject, message }: Diagnostic): string {
  return JSON.stringify([code, severity, subject, message]);
}

/** The first of findings, and how many others there are. */
export function findingsAbout(findings: readonly Diagnostic[]): string {
  const [first] = findings;
  if (first === undefined) return 'the document cannot be read';
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return `${first.code}: ${first.message}${more}`;
}
