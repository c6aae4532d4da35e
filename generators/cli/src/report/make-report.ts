import {
  byCodeUnit,
  compareDiagnostics,
  type Diagnostic,
  type Dictionary,
  dictionary,
  type InputFile,
} from '@plumbline/model';
import { countFound, type ProviderSummary, type Report } from './report.ts';

export interface ReportParts {
  readonly command: Report['command'];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  readonly providers: readonly ProviderSummary[];
  /** The documents that were read. */
  readonly files: readonly InputFile[];
}

/** Puts the providers' findings together, sorted and counted. */
export function makeReport({ command, diagnostics, silenced, providers, files }: ReportParts): Report {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    command,
    diagnostics: sorted,
    summary: { ...countFound(sorted), silenced, codes: countCodes(sorted), providers },
    textOf: (file) => texts.get(file),
  };
}

function countCodes(diagnostics: readonly Diagnostic[]): Dictionary<number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return dictionary([...counts].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** The documents that findings point into: the others need not be kept. */
export function filesWithFindings(
  files: readonly InputFile[],
  diagnostics: readonly Diagnostic[],
): readonly InputFile[] {
  const named = new Set(
    diagnostics.flatMap(({ source, related }) => [source.file, ...related.map((note) => note.source.file)]),
  );
  return files.filter(({ path }) => named.has(path));
}
