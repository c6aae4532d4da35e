import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { InputFile } from '@plumbline/model';
import { medianUsage } from '../child/median-usage.ts';
import { runMeasured, type Usage } from '../child/run-measured.ts';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';
import { markdownTable } from '../markdown-table.ts';
import { copiesOf } from './copies.ts';

const COUNTS = [1250, 2500, 5000];
const HEAD = ['pages', 'seconds', 'CPU seconds', 'pages per second', 'growth', 'peak MB', 'read', 'findings'];

interface Reading extends Usage {
  readonly count: number;
  /** Pages that are no copy of another's id, and that are resource or index pages. */
  readonly read: number;
  readonly findings: number;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pages-'));
try {
  const originals = inputFiles(path.join(FOLDERS.corpora, 'page-dialects'), '**/*.md');
  const readings = COUNTS.map((count) => {
    const copies = path.join(folder, String(count));
    for (const file of copiesOf(originals, count)) write(copies, file);
    return measure(count, copies, Number(values.rounds));
  });
  const rows = readings.map((reading, n) => cells(reading, readings[n - 1]));
  process.stdout.write(`${markdownTable(HEAD, rows)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Growth: how much more CPU time it took than the reading before, which had half the pages; 2 is linear. */
function cells(
  { count, seconds, cpuSeconds, megabytes, read, findings }: Reading,
  before?: Reading,
): readonly string[] {
  return [
    String(count),
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    (count / seconds).toFixed(0),
    before === undefined ? '' : (cpuSeconds / before.cpuSeconds).toFixed(2),
    megabytes.toFixed(0),
    String(read),
    String(findings),
  ];
}

function measure(count: number, copies: string, rounds: number): Reading {
  const script = path.join(import.meta.dirname, 'read-pages.ts');
  const runs = Array.from({ length: rounds }, () => {
    const { status, output, megabytes } = runMeasured({ script, args: [copies], cwd: copies });
    if (status !== 0) throw new Error(output);
    return { ...(JSON.parse(output) as Omit<Reading, 'count' | 'megabytes'>), megabytes };
  });
  const [{ read, findings } = { read: 0, findings: 0 }] = runs;
  return { count, ...medianUsage(runs), read, findings };
}

function write(copies: string, { path: file, text }: InputFile): void {
  const target = path.join(copies, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
