import { resolve } from 'node:path';
import { type Diagnostic, diagnose } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import type { RunInvocation } from '../command-line/invocation.ts';
import { displayPath } from '../display-path.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import { folderOf, type Job } from '../jobs/job.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import { lockFolders } from '../output/lock.ts';
import { recover } from '../output/recover.ts';
import { writeAll } from '../output/transaction.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { makeReport } from '../report/make-report.ts';
import type { Found, Report } from '../report/report.ts';
import { type StagedReport, stageReport } from '../report/write-report.ts';
import { progressOn } from '../terminal/progress.ts';
import { holdSignals } from '../terminal/signals.ts';
import { modelText } from './model-text.ts';
import { printClosing, printReport, printStop, reportText } from './present.ts';
import { type ProviderRun, reported, runProvider } from './provider-run.ts';
import { printWrongUse } from './wrong-use.ts';

/** How a run ended: with an exit code, or by a signal. */
export type Ending = number | NodeJS.Signals;

/** Runs one of the commands that read documents. */
export async function run(invocation: RunInvocation, host: Host, stages: Stages = STAGES): Promise<Ending> {
  const planned = await planJobs(invocation.documents, host.cwd);
  if ('kind' in planned) {
    printWrongUse(planned, host);
    return EXIT.wrongUse;
  }
  if ('problems' in planned) return stop(reported(planned.problems), invocation, host);
  const { jobs } = planned;
  if (!isWriting(invocation)) return runJobs(jobs, invocation, host, stages);

  const targets = jobs.flatMap((job) => job.targets).filter(({ output }) => invocation.only.includes(output));
  const lock = lockFolders(targets.map(folderOf));
  if ('pid' in lock) {
    const path = displayPath(lock.lockedFolder, host.cwd);
    const args = { path, pid: lock.pid, lock: lock.file };
    const draft = diagnose({ code: 'output-locked', args, at: { file: path, line: 1, column: 1 } });
    return stop(reported([draft]), invocation, host);
  }
  try {
    for (const { root } of targets) recover(root);
    return await runJobs(jobs, invocation, host, stages);
  } finally {
    lock.release();
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
  const started = performance.now();
  const progress = progressOn(host, invocation.quiet);
  const runs: ProviderRun[] = [];
  const unreadable: Diagnostic[] = [];
  for (const job of jobs) {
    const outcome = await runProvider(job, { invocation, cwd: host.cwd, stages, progress });
    if ('unreadable' in outcome) unreadable.push(...outcome.unreadable);
    else runs.push(outcome);
  }
  progress.clear();
  if (unreadable.length > 0) return stop(unreadable, invocation, host);

  const { command } = invocation;
  const report = makeReport({
    command,
    diagnostics: runs.flatMap(({ diagnostics }) => diagnostics),
    silenced: runs.reduce((sum, { silenced }) => sum + silenced, 0),
    providers: runs.map(({ summary }) => summary),
    textOf: textOnDisk(host.cwd),
  });
  const text =
    command === 'model'
      ? modelText(runs.map(({ model }) => model))
      : await reportText(report, invocation, host);
  const staged = stageOutput(text, invocation, host);
  if (staged !== null && 'problem' in staged) return stop([staged.problem], invocation, host);

  const outcome = await write(runs, invocation, host);
  if (outcome !== null) {
    staged?.discard();
    return typeof outcome === 'string' ? outcome : stop([outcome], invocation, host);
  }
  if (staged === null) printReport(text, invocation, host);
  else staged.commit();
  if (!invocation.quiet) printClosing(report, host, (performance.now() - started) / 1000);
  return exitCode(report, runs, invocation);
}

/** Null: the report goes to a stream. */
function stageOutput(
  text: string,
  { output }: RunInvocation,
  { cwd }: Host,
): StagedReport | { readonly problem: Diagnostic } | null {
  if (output === null) return null;
  const file = resolve(cwd, output);
  const staged = stageReport(file, text);
  return 'reason' in staged ? { problem: notWritable(file, staged.reason, cwd) } : staged;
}

/** Null: all is written. */
async function write(
  runs: readonly ProviderRun[],
  invocation: RunInvocation,
  { cwd }: Host,
): Promise<Diagnostic | NodeJS.Signals | null> {
  if (!isWriting(invocation)) return null;
  const changes = runs
    .flatMap(({ plans }) => plans)
    .map((plan) => plan.changes)
    .filter(({ changes }) => changes.length > 0);
  const signals = holdSignals();
  try {
    const outcome = await writeAll(changes, () => signals.caught() !== null);
    if (outcome.kind === 'failed') return notWritable(outcome.path, outcome.reason, cwd);
    return outcome.kind === 'interrupted' ? signals.caught() : null;
  } finally {
    signals.release();
  }
}

function notWritable(file: string, reason: string, cwd: string): Diagnostic {
  const path = displayPath(file, cwd);
  const at = { file: path, line: 1, column: 1 };
  const [diagnostic] = reported([diagnose({ code: 'output-not-writable', args: { path, reason }, at })]);
  if (diagnostic === undefined) throw new Error('One draft gives one diagnostic.');
  return diagnostic;
}

/** Findings that forbid going on: reported as others are, and nothing is written. */
async function stop(
  diagnostics: readonly Diagnostic[],
  invocation: RunInvocation,
  host: Host,
): Promise<Ending> {
  const { command } = invocation;
  const textOf = textOnDisk(host.cwd);
  const report = makeReport({ command, diagnostics, silenced: 0, providers: [], textOf });
  await printStop(report, invocation, host);
  return EXIT.wrongUse;
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
