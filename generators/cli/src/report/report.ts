import type { Diagnostic, Dictionary, Severity } from '@plumbline/model';
import type { RunInvocation } from '../command-line/invocation.ts';
import type { Output } from '../command-line/options.ts';
import type { Written } from '../output/target-plan.ts';
import type { Counts } from '../pipeline/reconcile-documents.ts';

/** What a run found and did: reporters print it, each in its form. */
export interface Report {
  readonly command: RunInvocation['command'] | 'fix' | 'diff' | 'import';
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
  /** The text of a file, for code frames: looked up only for findings that are shown in full. */
  readonly textOf: (file: string) => string | undefined;
}

/** How many findings there are of each severity, without those of the baseline. */
export interface Found {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Printed as it is by the JSON reporter: equal for equal input. */
export interface Summary extends Found {
  /** Findings left out by the config. */
  readonly silenced: number;
  /** Findings that the baseline holds: they count for nothing else. */
  readonly baselined: number;
  readonly codes: Dictionary<number>;
  readonly providers: readonly ProviderSummary[];
}

export interface ProviderSummary {
  readonly provider: string;
  readonly read: Counts;
  readonly found: Found & { readonly silenced: number; readonly baselined: number };
  /** Empty where nothing is emitted. With `dryRun`, and for `check`, what would be written. */
  readonly outputs: readonly (Written & { readonly output: Output })[];
  readonly dryRun: boolean;
}

export function countFound(diagnostics: readonly Diagnostic[]): Found {
  const count = (severity: Severity) =>
    diagnostics.filter((one) => one.severity === severity && one.baselined !== true).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

export function countBaselined(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ baselined }) => baselined === true).length;
}

/** The report without what the baseline holds. */
export function withoutBaselined(report: Report): Report {
  return { ...report, diagnostics: report.diagnostics.filter(({ baselined }) => baselined !== true) };
}
