import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createContractServer } from '@plumbline/contract-server';
import { runMeasured } from '../child/run-measured.ts';
import { FOLDERS } from '../folders.ts';
import { markdownTable } from '../markdown-table.ts';
import { drawCorpus, judge } from './judge.ts';
import { oktaProvider } from './okta.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});

const provider = oktaProvider();
const start = runMeasured({
  script: path.join(import.meta.dirname, 'start.ts'),
  args: [],
  cwd: FOLDERS.root,
});
if (start.status !== 0) throw new Error(start.output);
const server = await createContractServer(provider, { maxRecorded: 0 });
const corpus = drawCorpus(provider.document, Number(values.count), Number(values.seed));
const verdict = await judge(corpus, server.url);
await server.close();

const { refused, accepted, misplaced, milliseconds } = verdict;
const right = corpus.wrong.length - accepted.length - misplaced.length;
const share = (100 * right) / corpus.wrong.length;
process.stdout.write(
  `Okta, ${corpus.operations} operations, of which ${corpus.covered} have a valid request of the second reading. ` +
    `From the start of the process to the first answer it takes ${start.cpuSeconds.toFixed(2)} s of CPU ` +
    `(${start.seconds.toFixed(2)} s) and ${start.megabytes.toFixed(0)} MB.\n\n`,
);
process.stdout.write(
  `${markdownTable(
    ['requests', 'sent', 'refused', 'with the right pointer', 'ms each'],
    [
      ['valid', String(corpus.valid.length), String(refused.length), '', ''],
      [
        'invalid in one way',
        String(corpus.wrong.length),
        String(corpus.wrong.length - accepted.length),
        `${right} (${share.toFixed(1)}%)`,
        (milliseconds / (corpus.valid.length + corpus.wrong.length)).toFixed(1),
      ],
    ],
  )}\n`,
);
const kinds = new Map<string, number>();
for (const { kind } of corpus.wrong) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
const rows = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => [kind, String(count)]);
process.stdout.write(`\n${markdownTable(['fault', 'requests'], rows)}\n`);
const survivors = [
  ...refused.map(({ draft, said }) => `refused, though valid: ${draft.operation}: ${said}`),
  ...accepted.map(({ kind, draft, expected }) => `accepted: ${kind} ${expected.pointer}: ${draft.operation}`),
  ...misplaced.map(
    ({ wrong, said }) =>
      `misplaced: ${wrong.kind} ${wrong.expected.pointer}: ${wrong.draft.operation}: ${said}`,
  ),
];
for (const line of survivors.slice(0, values.verbose ? survivors.length : 20))
  process.stdout.write(`- ${line.slice(0, 500)}\n`);
if (refused.length > 0 || share < 99 || start.cpuSeconds > 2 || start.megabytes > 300) process.exitCode = 1;
