import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AnswerFault } from '../server/answer-fault.ts';
import { runChild } from './child.ts';
import type { NearTests } from './near-tests.ts';
import { MARK, type SuiteOutcome, type SuitesOrder } from './suite-outcome.ts';
import type { Workspace } from './workspace.ts';

/** What told that something is wrong: null, it found nothing. */
export type Told = string | null;

const TSC = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc');

/** Type-checks the contract tests with the client that they import: the first error. */
export async function checkTypes({ folder }: Workspace): Promise<Told> {
  const { code, stdout, stderr } = await runChild(
    TSC,
    ['--noEmit', '--pretty', 'false', '-p', 'contract-tests'],
    {
      cwd: folder,
      // It ends before it needs to collect what it no longer uses: a third less CPU time.
      env: { GOGC: 'off', GOMEMLIMIT: '2GiB' },
      seconds: 120,
    },
  );
  if (code === 0) return null;
  return firstLine(stdout) ?? firstLine(stderr) ?? 'the compiler did not come to an end';
}

export interface SuitesWish {
  /** `provider.json`, as the server reads it. */
  readonly provider: string;
  readonly fault: AnswerFault | null;
  /** Null: all of them. */
  readonly near: NearTests | null;
}

/** Runs suites to the first test that fails. */
export async function runSuites(
  { folder }: Workspace,
  { provider, fault, near }: SuitesWish,
): Promise<{ readonly told: Told; readonly passed: number }> {
  const served = path.join(folder, 'served.json');
  writeFileSync(served, provider);
  const script = path.join(import.meta.dirname, 'suites-child.ts');
  const order: SuitesOrder = { folder, near };
  const { stdout, stderr, code } = await runChild(script, [JSON.stringify(order)], {
    cwd: folder,
    env: {
      PLUMBLINE_MUTATION_PROVIDER: served,
      ...(fault !== null && { PLUMBLINE_MUTATION_FAULT: JSON.stringify(fault) }),
    },
    seconds: 300,
  });
  const line = stdout.split('\n').find((text) => text.startsWith(MARK));
  if (line === undefined) {
    const why =
      code === null ? 'the suites did not come to an end' : (lastLine(stderr) ?? `exit code ${code}`);
    return { told: why, passed: 0 };
  }
  const { passed, failed, message } = JSON.parse(line.slice(MARK.length)) as SuiteOutcome;
  return { told: failed === null ? null : `${failed}: ${firstLine(message) ?? ''}`, passed };
}

function firstLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '');
}

function lastLine(text: string): string | undefined {
  return text.split('\n').findLast((line) => line.trim() !== '');
}
