import type { SemverStep } from '@plumbline/diff';
import type { ProviderChange } from '../states/provider-change.ts';

/** What a regeneration came to. */
export interface Regeneration {
  /** What the generator makes anew of the documents as they were; null: nothing. */
  readonly upgrade: Upgrade | null;
  /** The specs that were taken up, in the order of the providers. */
  readonly changes: readonly ProviderChange[];
  /** Generated files that someone edited, which were left as they are. */
  readonly kept: readonly string[];
}

/** What a version of the generator changes, with the documents as they were. */
export interface Upgrade {
  /** `@plumbline/cli@0.1.0`; null: nobody says. */
  readonly from: string | null;
  readonly to: string;
  readonly providers: readonly string[];
  /** How many generated files it changes. */
  readonly files: number;
}

/** Whether anything changed that a pull request could show. */
export function isEmpty({ upgrade, changes }: Regeneration): boolean {
  return upgrade === null && changes.length === 0;
}

const STEPS = ['none', 'patch', 'minor', 'major'] as const satisfies readonly SemverStep[];

/** The largest step that a client takes; an upgrade alone is a patch. */
export function stepOf({ upgrade, changes }: Regeneration): SemverStep {
  const steps = [
    ...(upgrade === null ? [] : (['patch'] as const)),
    ...changes.map(({ diff }) => diff.semver),
  ];
  return STEPS.findLast((step) => steps.includes(step)) ?? 'none';
}
