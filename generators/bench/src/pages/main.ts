import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { InputFile } from '@plumbline/model';
import { runMeasured } from '../child/run-measured.ts';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';
import { markdownTable } from '../markdown-table.ts';
import { median } from '../median.ts';
import { copiesOf } from './copies.ts';

const COUNTS = [1250, 2500, 5000];

interface Reading {
  readonly seconds: number;
  readonly read: number;
  readonly findings: number;
  readonly megabytes: number;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pages-'));
try {
  const originals = inputFiles(path.join(FOLDERS.corpora, 'page-dialects'), '**/*.md');
  const readings = COUNTS.map((count) => {
    const copies = path.join(folder, String(count));
    copiesOf(originals, count).forEach((file) => {
      write(copies, file);
    });
    return measure(copies, Number(values.rounds));
  });
  const [first] = readings;
  const rows = readings.map(({ seconds, read, findings, megabytes }, n) => {
    const count = COUNTS[n] ?? 0;
    const perPage = seconds / count;
    const growth = first === undefined ? 1 : perPage / (first.seconds / (COUNTS[0] ?? 1));
    return [
      String(count),
      seconds.toFixed(2),
      (count / seconds).toFixed(0),
      growth.toFixed(2),
      megabytes.toFixed(0),
      String(read),
      String(findings),
    ];
  });
  const head = ['pages', 'seconds', 'pages per second', 'time of a page', 'peak MB', 'read', 'findings'];
  process.stdout.write(`${markdownTable(head, rows)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(copies: string, rounds: number): Reading {
  const runs = Array.from({ length: rounds }, () => {
    const script = path.join(import.meta.dirname, 'read-pages.ts');
    const { status, output, megabytes } = runMeasured({ script, args: [copies], cwd: copies });
    if (status !== 0) throw new Error(output);
    return { ...(JSON.parse(output) as Omit<Reading, 'megabytes'>), megabytes };
  });
  const [{ read, findings } = { read: 0, findings: 0 }] = runs;
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
    read,
    findings,
  };
}

function write(copies: string, { path: file, text }: InputFile): void {
  const target = path.join(copies, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
