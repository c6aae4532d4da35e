import { type Documents, quietRun } from '../command-line/invocation.ts';
import { type FailOn, OUTPUTS } from '../command-line/options.ts';
import type { Host } from '../host.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { Report } from '../report/report.ts';
import { type Ending, run } from './run.ts';

/** What a run found and did, as its JSON tells it. */
export interface ToldRun {
  readonly ending: Ending;
  /** Null: it did not get so far. */
  readonly told: Pick<Report, 'diagnostics' | 'summary'> | null;
  /** What it said to people. */
  readonly said: string;
}

/** Runs a command for another one, which says itself what came of it. */
export async function runForSummary(
  command: 'generate' | 'check',
  { documents, failOn }: { readonly documents: Documents; readonly failOn: FailOn },
  { host, stages }: { readonly host: Host; readonly stages: Stages },
): Promise<ToldRun> {
  const told: string[] = [];
  const said: string[] = [];
  const ending = await run(
    quietRun(command, documents, { only: OUTPUTS, failOn }),
    { ...host, stdout: { write: (text) => told.push(text) }, stderr: { write: (text) => said.push(text) } },
    stages,
  );
  return { ending, told: told.length === 0 ? null : JSON.parse(told.join('')), said: said.join('') };
}
