import type { Diagnostic, Severity } from '@plumbline/model';

/** Findings of one code and severity, in their order. */
export type CodeGroup = readonly [Diagnostic, ...Diagnostic[]];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors first; within a severity the code with most findings first. */
export function groupByCode(diagnostics: readonly Diagnostic[]): readonly CodeGroup[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.severity} ${diagnostic.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
  return [...groups.values()].sort(
    ([a, ...more], [b, ...others]) => rank(a.severity) - rank(b.severity) || others.length - more.length,
  );
}
