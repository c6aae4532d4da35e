import {
  byCodeUnit,
  compareDiagnostics,
  type Diagnostic,
  type Dictionary,
  dictionary,
} from '@plumbline/model';
import { countBaselined, countFound, type ProviderSummary, type Report } from './report.ts';

export interface ReportParts {
  readonly command: Report['command'];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  readonly providers: readonly ProviderSummary[];
  readonly textOf: Report['textOf'];
}

/** Puts the providers' findings together, sorted and counted. */
export function makeReport({ command, diagnostics, silenced, providers, textOf }: ReportParts): Report {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return {
    command,
    diagnostics: sorted,
    summary: {
      ...countFound(sorted),
      silenced,
      baselined: countBaselined(sorted),
      codes: countCodes(sorted),
      providers,
    },
    textOf,
  };
}

function countCodes(diagnostics: readonly Diagnostic[]): Dictionary<number> {
  const counts = new Map<string, number>();
  for (const { code, baselined } of diagnostics)
    if (baselined !== true) counts.set(code, (counts.get(code) ?? 0) + 1);
  return dictionary([...counts].sort(([a], [b]) => byCodeUnit(a, b)));
}
