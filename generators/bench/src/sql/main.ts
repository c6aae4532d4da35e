// The SQL of Okta's pages, run against the contract server; then what the engine costs beside a loop over the client.
import path from 'node:path';
import process from 'node:process';
import { defineContract } from '@plumbline/contract-suite';
import { runNode } from '../client/run-node.ts';
import { markdownTable } from '../markdown-table.ts';
import { generatedOkta } from '../prism/okta.ts';
import { emittedStatements, publishedStatements, runExamples } from './examples.ts';

const verbose = process.argv.includes('--verbose');
const okta = await generatedOkta([]);
try {
  const { model, provider, createClient, catalogue } = okta;
  const suite = defineContract({ provider, createClient, catalogue });
  const session = await suite.open();
  try {
    for (const [pages, statementsOf] of [
      ['emitted', emittedStatements(model)],
      ['published', publishedStatements],
    ] as const) {
      const { methods, run, refused, failures, gaps, without } = await runExamples(suite, session, {
        model,
        statementsOf,
      });
      const rows = [
        ['send what the operation is', String(run)],
        ...[...refused].map(([why, count]) => [why, String(count)]),
        ['show no SQL', String(without)],
        ['fail', String(failures.length)],
      ];
      process.stdout.write(
        `\n${markdownTable([`examples as ${pages}, of ${methods} methods`, 'methods'], rows)}\n`,
      );
      for (const failure of verbose ? failures : failures.slice(0, 5)) process.stdout.write(`- ${failure}\n`);
      if (verbose && pages === 'emitted') for (const gap of gaps) process.stdout.write(`- ${gap}\n`);
      if (pages === 'emitted' && gaps.length + failures.length + without > 0) process.exitCode = 1;
    }
  } finally {
    await session.close();
  }
} finally {
  okta.remove();
}

/** Of 100,000 rows; each in a process of its own, in turn, the best of the rounds. */
const CONTESTANTS = [
  ['a loop over the client', 'loop'],
  ['SELECT of three columns', 'columns'],
  ['SELECT *', 'all'],
  ['WHERE, by SQLite', 'filtered'],
  ['ORDER BY', 'ordered'],
] as const;
const ROUNDS = 3;
const MOST_MEGABYTES = 300;

interface Cost {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const best = new Map<string, Cost>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [title, name] of CONTESTANTS) {
    const script = path.join(import.meta.dirname, 'cost.ts');
    const cost: Cost = JSON.parse(runNode([script, name], { cwd: import.meta.dirname }));
    const known = best.get(title);
    if (known === undefined || cost.cpuSeconds < known.cpuSeconds) best.set(title, cost);
  }
}
const [loop] = best.values();
const rows = [...best].map(([title, { cpuSeconds, megabytes }]) => [
  title,
  cpuSeconds.toFixed(2),
  Math.round(100_000 / cpuSeconds).toLocaleString('en-US'),
  (cpuSeconds / (loop?.cpuSeconds ?? 1)).toFixed(1),
  Math.round(megabytes).toString(),
]);
const head = ['100,000 rows, 100 pages', 'CPU s', 'rows per CPU s', 'to the loop', 'MB'];
process.stdout.write(`\n${markdownTable(head, rows)}\n`);
if ([...best.values()].some(({ megabytes }) => megabytes > MOST_MEGABYTES)) process.exitCode = 1;
