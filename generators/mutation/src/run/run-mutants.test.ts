import path from 'node:path';
import { expect, it } from 'vitest';
import { jsonReport } from '../report/json.ts';
import { markdownReport } from '../report/markdown.ts';
import { openProvider } from './provider-run.ts';
import { runMutants } from './run-mutants.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

it('tells who notices a fault, on each side', async () => {
  const open = await openProvider('specs/okta/plumbline.config.ts', root);
  const heard: number[] = [];
  const run = await runMutants(open, {
    // Draws one fault of each side, which the first to be asked notice.
    seed: 'p',
    count: 2,
    sides: ['page', 'client'],
    jobs: 1,
    trusting: true,
    onVerdict: (_verdict, done) => heard.push(done),
  });
  expect(heard).toEqual([1, 2]);
  expect(run.verdicts.map(({ fault, by }) => [fault.side, by])).toEqual([
    ['client', 'suites'],
    ['page', 'drift'],
  ]);
  expect(JSON.parse(jsonReport(run))).toMatchObject({ provider: 'okta', summary: { all: { faults: 2 } } });
  expect(markdownReport(run)).toMatch(/^# Mutants of `okta`\n\n2 of 2 faults were caught \(100\.0%\)/);
});

it('says which config it cannot read', async () => {
  await expect(openProvider('nowhere.config.ts', root)).rejects.toThrow('nowhere.config.ts');
});
