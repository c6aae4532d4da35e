import { isFixable } from '@plumbline/fix';
import { byCodeUnit, type Code, catalogue, type Diagnostic } from '@plumbline/model';
import type { Report } from '../report/report.ts';
import { counted, foundText } from '../report/words.ts';
import type { Colors } from '../terminal/colours.ts';
import type { MendedJob } from './mend-job.ts';

export interface SummaryOptions {
  readonly report: Report;
  readonly colours: Colors;
  readonly seconds: number;
  readonly isDry: boolean;
}

/** What was mended, code by code, and what is left: the last words of the command. */
export function mendedSummary(
  runs: readonly MendedJob[],
  { report, colours, seconds, isDry }: SummaryOptions,
): string {
  const pages = runs.reduce((sum, { mended }) => sum + mended.files.length, 0);
  const rows = mendedCodes(runs);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const width = Math.max(0, ...rows.map(([code]) => code.length));
  const left = runs.reduce((sum, { mended }) => sum + mended.remaining.length, 0);
  const verb = isDry ? 'would mend' : 'mended';
  const what =
    total === 0 ? 'nothing to mend' : `${verb} ${counted(total, 'finding')} on ${counted(pages, 'page')}`;
  return [
    ...rows.map(
      ([code, count]) =>
        `${String(count).padStart(6)} ${code.padEnd(width)}  ${colours.dim(catalogue[code].title)}`,
    ),
    ...(rows.length === 0 ? [] : ['']),
    `${colours.bold(what)}; left: ${foundText(report.summary)}` +
      (left === 0 ? '.' : `, ${left} of them of fixable codes.`),
    `Done in ${seconds.toFixed(1)} s.`,
    '',
  ].join('\n');
}

/** The codes of which there is less than before, most first. */
function mendedCodes(runs: readonly MendedJob[]): readonly (readonly [Code, number])[] {
  const counts = new Map<Code, number>();
  const add = (findings: readonly Diagnostic[], by: number): void => {
    for (const finding of findings)
      if (isFixable(finding)) counts.set(finding.code, (counts.get(finding.code) ?? 0) + by);
  };
  for (const { mended } of runs) {
    add(mended.before.findings, 1);
    add(mended.after.findings, -1);
  }
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
}
