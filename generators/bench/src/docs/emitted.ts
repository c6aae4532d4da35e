import path from 'node:path';
import { runMeasured } from '../child/run-measured.ts';
import { markdownTable } from '../markdown-table.ts';
import { median } from '../median.ts';

/** What emitting the pages of a model comes to. */
export interface Emitted {
  readonly methods: number;
  readonly files: number;
  readonly megabytes: number;
  /** Of the first time in a process, on all its threads. */
  readonly cpuSeconds: number;
}

/** The table of what emitting Okta's pages costs by itself: without reading, reconciling and writing files. */
export function emittedTable(rounds: number): string {
  const runs = Array.from({ length: rounds }, emitOnce);
  const seconds = runs.map(({ cpuSeconds }) => cpuSeconds);
  const rows = runs
    .slice(0, 1)
    .map(({ methods, files, megabytes }) => [
      String(methods),
      String(files),
      megabytes.toFixed(1),
      median(seconds).toFixed(2),
      Math.min(...seconds).toFixed(2),
    ]);
  return markdownTable(
    ['emitting alone: methods', 'files', 'MB', 'CPU seconds, median', 'CPU seconds, least'],
    rows,
  );
}

function emitOnce(): Emitted {
  const script = path.join(import.meta.dirname, 'emit-pages.ts');
  const { status, output } = runMeasured({ script, args: [], cwd: import.meta.dirname });
  if (status !== 0) throw new Error(output);
  return JSON.parse(output) as Emitted;
}
