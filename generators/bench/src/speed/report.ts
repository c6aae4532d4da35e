import { markdownTable } from '../markdown-table.ts';
import type { Spec } from './contestants.ts';
import { goalsOn } from './goals.ts';
import type { Result } from './race.ts';

/** The table of a spec's contestants, each beside openapi-typescript, and the goals. */
export function speedReport(spec: Spec, results: readonly Result[]): string {
  const usages = new Map(results.map(({ contestant, usage }) => [contestant.id, usage]));
  const measure = usages.get('openapi-typescript');
  const rows = results.map(({ contestant, usage }) => {
    if (usage === null) return [contestant.title, 'failed'];
    const ratio = measure ? (usage.seconds / measure.seconds).toFixed(2) : '';
    const { seconds, cpuSeconds, megabytes } = usage;
    return [contestant.title, seconds.toFixed(2), cpuSeconds.toFixed(2), ratio, megabytes.toFixed(0)];
  });
  const table = markdownTable(
    [spec.title, 'seconds', 'CPU seconds', 'beside openapi-typescript', 'peak MB'],
    rows,
  );
  const goals = goalsOn(spec.id, (id) => usages.get(id) ?? null).map(({ text, figure, byCpu, isMet }) => [
    text,
    figure,
    byCpu,
    isMet ? 'yes' : 'no',
  ]);
  return `${table}\n\n${markdownTable(['goal', 'measured', 'by CPU', 'met'], goals)}\n`;
}
