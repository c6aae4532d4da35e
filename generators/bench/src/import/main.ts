import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { REDOC_STYLES, type Score, STYLES } from '@plumbline/import/testing';
import type { JsonValue } from '@plumbline/model';
import { load } from 'js-yaml';
import { FOLDERS } from '../folders.ts';
import { inputFiles } from '../input-files.ts';
import { markdownTable } from '../markdown-table.ts';
import { measurePages } from './pages.ts';
import { measureReference, shownOperations } from './references.ts';
import { createTally } from './tally.ts';

/** What at least must come back right of the rows of a page. */
const GOALS = { fields: 0.99, methods: 0.97 } as const;
const PAGES = [
  ['Okta', 'okta/pages'],
  ['GitHub', 'github-sample/pages'],
] as const;

const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${((100 * part) / whole).toFixed(2)} %`;
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const wrong: string[] = [];
let missed = 0;

const rows = PAGES.flatMap(([name, folder]) => {
  const files = inputFiles(path.join(FOLDERS.corpora, folder), '**/*.md');
  return STYLES.map((style) => {
    const measured = measurePages(files, style);
    const { fields, methods, parameters } = measured.scores;
    const share = ({ right, wanted, read }: Score) => right / Math.max(wanted, read);
    if (name === 'Okta' && (share(fields) < GOALS.fields || share(methods) < GOALS.methods)) missed += 1;
    missed += measured.findings > 0 ? 1 : 0;
    wrong.push(...measured.wrong.map((one) => `${name} ${style} ${one}`));
    const cells = [fields, methods, parameters].flatMap((score) => [
      String(score.wanted),
      percent(score.right, score.wanted),
      percent(score.right, score.read),
    ]);
    return [`${name}, ${style}`, ...cells, String(measured.findings), measured.cpu.toFixed(2)];
  });
});
const columns = ['fields', 'methods', 'parameters'].flatMap((kind) => [kind, 'recall', 'precision']);
write(markdownTable(['pages', ...columns, 'findings', 'CPU s'], rows));

const document = load(readFileSync(path.join(FOLDERS.corpora, 'okta/openapi.yaml'), 'utf8')) as JsonValue;
const operations = shownOperations(document);
const references = REDOC_STYLES.map((style) => {
  const tally = createTally();
  const cpu = measureReference(operations, style, tally);
  wrong.push(...tally.wrong.map((one) => `${style} ${one}`));
  return { style, cpu, counts: tally.rows() };
});
const kinds = references[0]?.counts ?? [];
write('');
write(
  markdownTable(
    ['reference of Okta', ...kinds.map(({ kind }) => kind), 'CPU s'],
    [
      ['how many', ...kinds.map(({ all }) => String(all)), ''],
      ...references.map(({ style, cpu, counts }) => [
        style,
        ...counts.map(({ right, all }) => percent(right, all)),
        cpu.toFixed(2),
      ]),
    ],
  ),
);
if (values.verbose) for (const one of wrong) write(one.slice(0, 600));
const { user, system } = process.cpuUsage();
write(
  `\n${((user + system) / 1e6).toFixed(1)} s of CPU in all; ${missed === 0 ? 'the goals are met' : `${missed} goals are missed`}.`,
);
process.exitCode = missed === 0 ? 0 : 1;
