import type { Fault } from '../fault.ts';
import type { MutationRun } from '../run/run-mutants.ts';
import { tally } from './tally.ts';

/** The run as JSON: figures, then each fault. */
export function jsonReport(run: MutationRun): string {
  const { provider, seed, places, verdicts, equivalents, tests, seconds } = run;
  const report = {
    provider,
    seed,
    places,
    tests,
    seconds: rounded(seconds),
    summary: tally(verdicts),
    faults: verdicts.map(({ fault, by, said, seconds: own }) => ({
      ...told(fault),
      caughtBy: by,
      said,
      seconds: rounded(own),
    })),
    equivalents: equivalents.map(({ fault, why }) => ({ ...told(fault), why })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function told({ side, operator, what, at, operations }: Fault) {
  return { side, operator, what, at, operations };
}

function rounded(seconds: number): number {
  return Math.round(10 * seconds) / 10;
}
