// The SQL of Okta's pages, run against the contract server; then what the engine costs beside a loop over the client.
import process from 'node:process';
import { defineContract } from '@plumbline/contract-suite';
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
      if (pages === 'emitted' && run !== methods) process.exitCode = 1;
    }
  } finally {
    await session.close();
  }
} finally {
  okta.remove();
}
