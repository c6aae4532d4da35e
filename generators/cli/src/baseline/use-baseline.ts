import { dirname } from 'node:path';
import {
  type Code,
  catalogueGroups,
  type Diagnostic,
  type DraftDiagnostic,
  diagnose,
  dictionary,
  settle,
} from '@plumbline/model';
import { sourceName } from '../inputs/source-name.ts';
import type { Job } from '../jobs/job.ts';
import { type BaselineEntry, compareWithBaseline, entriesOf, type NameFile } from './baseline.ts';
import { type BaselineFile, readBaselineFile } from './baseline-file.ts';

/** The baseline of a provider, as it was when the run began. */
export interface Baseline {
  /** Absolute. */
  readonly file: string;
  readonly provider: string;
  readonly read: BaselineFile;
  readonly nameFile: NameFile;
}

export interface BaselineUse {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  /** What is to be written; null: nothing. */
  readonly entries: readonly BaselineEntry[] | null;
}

/** Opens the baseline of a job. */
export function openBaseline(job: Job, cwd: string): Baseline | { readonly problem: DraftDiagnostic } {
  const { baseline: file, provider } = job;
  const read = readBaselineFile(file, cwd);
  if ('problem' in read) return read;
  const base = dirname(file);
  return { file, provider, read, nameFile: (name) => sourceName(name, { cwd, base }) };
}

const EMITTED: ReadonlySet<string> = new Set<Code>(
  catalogueGroups.flatMap(({ stage, codes }) => (stage === 'emit' ? codes : [])),
);

export interface BaselineOptions {
  readonly settings: Job['settings'];
  /** The run emits all that there is to emit; else it cannot tell what emitting would have found. */
  readonly isComplete: boolean;
  /** Today's findings become the baseline. */
  readonly isWritten: boolean;
}

/** Marks the findings that the baseline holds, and reports what it holds in vain; or makes the baseline of today. */
export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  { provider, read, nameFile }: Baseline,
  { settings, isComplete, isWritten }: BaselineOptions,
): BaselineUse {
  const earlier = read.entries[provider] ?? [];
  const isSure = ({ code }: BaselineEntry) => isComplete || !EMITTED.has(code);
  if (isWritten) {
    const entries = [...entriesOf(diagnostics, nameFile), ...earlier.filter((entry) => !isSure(entry))];
    const marked = compareWithBaseline(diagnostics, entries, nameFile).diagnostics;
    return { diagnostics: marked, silenced: 0, entries };
  }
  if (earlier.length === 0) return { diagnostics, silenced: 0, entries: null };
  const compared = compareWithBaseline(diagnostics, earlier, nameFile);
  const drafts = compared.removable.flatMap(({ index, count }) => {
    const entry = earlier[index];
    if (entry === undefined || !isSure(entry)) return [];
    const args = { code: entry.code, message: entry.message, count };
    const at = read.positionOf(provider, index);
    return [diagnose({ code: 'baseline-removable', args, at, subject: entry.subject })];
  });
  const { severity } = settings;
  const settled = settle(drafts, {
    locate: ({ file }) => ({ file, line: 1, column: 1 }),
    severity,
    ignore: [],
  });
  return {
    diagnostics: [...compared.diagnostics, ...settled.diagnostics],
    silenced: settled.silenced,
    entries: null,
  };
}

/** The entries of all providers that share a file, those of this run in place of the earlier. */
export function mergedEntries(
  read: BaselineFile,
  written: readonly { readonly provider: string; readonly entries: readonly BaselineEntry[] }[],
): BaselineFile['entries'] {
  return dictionary([
    ...Object.entries(read.entries),
    ...written.map(({ provider, entries }) => [provider, entries] as const),
  ]);
}
