import type { Diagnostic } from '@plumbline/model';
import { notWritable } from '../commands/output-folders.ts';
import { stageReport } from '../report/write-report.ts';
import type { BaselineEntry } from './baseline.ts';
import { baselineText } from './baseline-file.ts';
import { type Baseline, mergedEntries } from './use-baseline.ts';

/** What a provider's part of a run makes of its baseline. */
export interface NewBaseline {
  readonly baseline: Baseline;
  readonly entries: readonly BaselineEntry[];
}

/** Writes the baselines, all or none: each file once, also where providers share it. */
export function writeBaselines(
  written: readonly NewBaseline[],
  cwd: string,
): { readonly files: readonly string[] } | { readonly problems: readonly Diagnostic[] } {
  const byFile = Map.groupBy(written, ({ baseline }) => baseline.file);
  const staged = [...byFile].flatMap(([file, [first, ...others]]) => {
    if (first === undefined) return [];
    const ofFile = [first, ...others].map(({ baseline: { provider }, entries }) => ({ provider, entries }));
    return [{ file, ...stageReport(file, baselineText(mergedEntries(first.baseline.read, ofFile))) }];
  });
  for (const one of staged) {
    if (!('reason' in one)) continue;
    for (const other of staged) if ('discard' in other) other.discard();
    return { problems: notWritable(one.file, one.reason, cwd) };
  }
  for (const one of staged) if ('commit' in one) one.commit();
  return { files: staged.map(({ file }) => file) };
}
