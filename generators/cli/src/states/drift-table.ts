import { byCodeUnit, catalogue, isCode } from '@plumbline/model';
import { inline } from '../report/markdown.ts';
import type { DriftCounts, ProviderChange } from './provider-change.ts';

/** Drift before and after, by code, in Markdown; a sentence where there is none, or where it stays as it is. */
export function driftLines({ before, after }: ProviderChange['drift']): readonly string[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnit);
  const changed = codes.filter((code) => before[code] !== after[code]);
  const [were, are] = [sum(before), sum(after)];
  if (codes.length === 0) return ['Drift: none, before and after.', ''];
  if (changed.length === 0) return [`Drift: ${are}, as before.`, ''];
  const rows = changed.map((code) => {
    const [was, is] = [before[code] ?? 0, after[code] ?? 0];
    return `| \`${code}\` | ${titleOf(code)} | ${was} | ${is} | ${signed(is - was)} |`;
  });
  return [
    `Drift: ${were} before, ${are} after.`,
    '',
    '| Code | | Before | After | |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows,
    '',
  ];
}

function titleOf(code: string): string {
  return isCode(code) ? inline(catalogue[code].title) : '';
}

function sum(counts: DriftCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
