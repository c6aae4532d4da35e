import { type Diagnostic, type ProviderModel, type Severity, slugName } from '@plumbline/model';
import { counted } from './counted.ts';

export type FindingCounts = { readonly [S in Severity]: number };

/** What a run found, by what it is about. */
export interface Findings {
  readonly all: readonly Diagnostic[];
  /** Resource id → what is about it. */
  readonly ofResource: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Those that are about no resource of the model. */
  readonly others: readonly Diagnostic[];
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Sorts findings to the resources that they speak of, directly or by the operation of one of their methods. */
export function findingsOf({ services }: ProviderModel, all: readonly Diagnostic[]): Findings {
  const ofResource = new Map<string, Diagnostic[]>();
  const ids = new Set<string>();
  const byOperation = new Map<string, string>();
  for (const { id, methods } of services.flatMap(({ resources }) => resources)) {
    ids.add(id);
    for (const { operation } of methods) {
      if (operation !== null && !byOperation.has(operation)) byOperation.set(operation, id);
    }
  }
  const others: Diagnostic[] = [];
  for (const finding of all) {
    const { resource, operation } = finding.subject;
    const id = resource ?? byOperation.get(operation ?? '');
    const known = id === undefined || !ids.has(id) ? others : ofResource.get(id);
    if (known !== undefined) known.push(finding);
    else if (id !== undefined) ofResource.set(id, [finding]);
  }
  return { all, ofResource, others };
}

/** Most severe first. */
export function bySeverity(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** `2 errors, 1 note`; what there is none of is left out. */
export function countsText({ error, warning, info }: FindingCounts): string {
  const told = (count: number, noun: string) => (count === 0 ? [] : [counted(count, noun)]);
  return [...told(error, 'error'), ...told(warning, 'warning'), ...told(info, 'note')].join(', ');
}

export function countFindings(findings: readonly Diagnostic[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The id of what the findings of a service say of a resource: `okta-users-users`. */
export function findingsAnchor(resource: string): string {
  return slugName(resource.replaceAll('.', '-'));
}
