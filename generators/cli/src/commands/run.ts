import { resolve } from 'node:path';
import type { Diagnostic } from '@plumbline/model';
import { writeBaselines } from '../baseline/write-baselines.ts';
import { EXIT } from '../command-line/exit-codes.ts';
import type { RunInvocation } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import { openPlanner } from '../output/planner.ts';
import { clearHeap } from '../pipeline/heap.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { makeReport } from '../report/make-report.ts';
import type { Found, Report } from '../report/report.ts';
import { type StagedReport, stageReport } from '../report/write-report.ts';
import { progressOn } from '../terminal/progress.ts';
import { modelText } from './model-text.ts';
import { holdFolders, notWritable, openWriting, type Writing } from './output-folders.ts';
import { printClosing, printReport, reportText } from './present.ts';
import { type ProviderRun, type ProviderRunOptions, runProvider } from './provider-run.ts';
import { reported } from './reported.ts';
import { stop } from './stop.ts';

/** How a run ended: with an exit code, or by a signal. */
export type Ending = number | NodeJS.Signals;

/** Runs one of the commands that read documents. */
export async function run(invocation: RunInvocation, host: Host, stages: Stages = STAGES): Promise<Ending> {
  const planned = await planJobs(invocation.documents, host.cwd);
  if ('kind' in planned) return stop(planned, invocation, host);
  if ('problems' in planned) return stop({ unreadable: reported(planned.problems) }, invocation, host);
  const { jobs } = planned;
  if (!isWriting(invocation)) return runJobs(jobs, invocation, host, stages);

  const targets = jobs.flatMap((job) => job.targets).filter(({ output }) => invocation.only.includes(output));
  const held = holdFolders(targets, host.cwd);
  if ('problems' in held) return stop({ unreadable: held.problems }, invocation, host);
  try {
    return await runJobs(jobs, invocation, host, stages);
  } finally {
    held.release();
  }
}

function isWriting({ command, dryRun }: RunInvocation): boolean {
  return command === 'generate' && !dryRun;
}

async function runJobs(
  jobs: readonly Job[],
  invocation: RunInvocation,
  host: Host,
  stages: Stages,
): Promise<Ending> {
  const writing = isWriting(invocation) ? openWriting(host.cwd, openPlanner()) : null;
  try {
    return await runAndReport(jobs, { invocation, host, stages, writing });
  } finally {
    await writing?.close();
  }
}

type Surroundings = Omit<ProviderRunOptions, 'progress' | 'writing'> & { readonly writing: Writing | null };

async function runAndReport(jobs: readonly Job[], surroundings: Surroundings): Promise<Ending> {
  const { invocation, host, writing } = surroundings;
  const started = performance.now();
  const outcome = await runProviders(jobs, surroundings);
  if ('signal' in outcome) return interrupted(outcome.signal, host);
  const { runs, unreadable } = outcome;
  if (unreadable.length > 0) return stop({ unreadable }, invocation, host);

  const report = makeReport({
    command: invocation.command,
    diagnostics: runs.flatMap(({ diagnostics }) => diagnostics),
    silenced: runs.reduce((sum, { silenced }) => sum + silenced, 0),
    providers: runs.map(({ summary }) => summary),
    textOf: textOnDisk(host.cwd),
  });
  const text =
    invocation.command === 'model'
      ? modelText(runs.flatMap(({ model }) => model ?? []))
      : await reportText(report, invocation, host);
  const staged = stageOutput(text, invocation, host);
  if (staged !== null && 'problems' in staged) return stop({ unreadable: staged.problems }, invocation, host);

  if (invocation.writeBaseline) {
    const written = writeBaselines(
      runs.flatMap(({ baseline }) => baseline ?? []),
      host.cwd,
    );
    if ('problems' in written) {
      staged?.discard();
      return stop({ unreadable: written.problems }, invocation, host);
    }
  }
  if (writing !== null) {
    const outcome = await writing.commit();
    if (outcome !== 'written') {
      staged?.discard();
      return 'problems' in outcome
        ? stop({ unreadable: outcome.problems }, invocation, host)
        : interrupted(outcome.signal, host);
    }
    for (const { remember } of runs) remember();
  }
  if (staged === null) printReport(text, invocation, host);
  else staged.commit();
  if (!invocation.quiet) printClosing(report, host, (performance.now() - started) / 1000);
  return exitCode(report, runs, invocation);
}

function interrupted(signal: NodeJS.Signals, host: Host): Ending {
  host.stderr.write(`Interrupted by ${signal}. Nothing was written; run the command again.\n`);
  return signal;
}

async function runProviders(
  jobs: readonly Job[],
  surroundings: Surroundings,
): Promise<
  | { readonly runs: readonly ProviderRun[]; readonly unreadable: readonly Diagnostic[] }
  | { readonly signal: NodeJS.Signals }
> {
  const { invocation, host, writing } = surroundings;
  const progress = progressOn(host, invocation.quiet);
  const runs: ProviderRun[] = [];
  const unreadable: Diagnostic[] = [];
  try {
    for (const [index, job] of jobs.entries()) {
      if (index > 0) clearHeap();
      const running = runProvider(job, { ...surroundings, progress });
      const outcome = await (writing === null ? running : Promise.race([running, writing.signal]));
      if (typeof outcome === 'string') return { signal: outcome };
      if ('unreadable' in outcome) unreadable.push(...outcome.unreadable);
      else runs.push(outcome);
    }
  } finally {
    progress.clear();
  }
  return { runs, unreadable };
}

/** Null: the report goes to a stream. */
function stageOutput(
  text: string,
  { output }: RunInvocation,
  { cwd }: Host,
): StagedReport | { readonly problems: readonly Diagnostic[] } | null {
  if (output === null) return null;
  const file = resolve(cwd, output);
  const staged = stageReport(file, text);
  return 'reason' in staged ? { problems: notWritable(file, staged.reason, cwd) } : staged;
}

function exitCode(
  { summary }: Report,
  runs: readonly ProviderRun[],
  { command, failOn }: RunInvocation,
): number {
  const isOutOfDate =
    command === 'check' &&
    runs.some(({ plans }) => plans.some((plan) => plan.kept.length > 0 || plan.outOfDate.length > 0));
  return isOutOfDate || reaches(summary, failOn) ? EXIT.findings : EXIT.ok;
}

function reaches({ errors, warnings }: Found, failOn: RunInvocation['failOn']): boolean {
  if (failOn === 'never') return false;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
