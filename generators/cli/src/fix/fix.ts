import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Code, catalogue, catalogueGroups, isCode } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import { type FixInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { nearest } from '../command-line/nearest.ts';
import { holdRoots, notWritable } from '../commands/output-folders.ts';
import { printReport, reportText } from '../commands/present.ts';
import { reported } from '../commands/reported.ts';
import type { Ending } from '../commands/run.ts';
import { stop } from '../commands/stop.ts';
import { displayPath } from '../display-path.ts';
import type { Host } from '../host.ts';
import { expandInputs } from '../inputs/expand.ts';
import { isUrl } from '../inputs/is-url.ts';
import { withoutMark } from '../inputs/read.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { makeReport } from '../report/make-report.ts';
import type { Report } from '../report/report.ts';
import { stageReport } from '../report/write-report.ts';
import { systemErrorReason } from '../system-error.ts';
import { coloursOf } from '../terminal/colours.ts';
import { progressOn } from '../terminal/progress.ts';
import { bindingFiles, bindingsFolder, MAPPING, type MendedJob, mendJob } from './mend-job.ts';
import { mendedSummary } from './summary.ts';
import { unifiedDiff } from './unified-diff.ts';
import { commonFolder, type TextChange, writeTexts } from './write-pages.ts';

/** Mends the pages of the providers that the documents are of. */
export async function fix(invocation: FixInvocation, host: Host, stages: Stages = STAGES): Promise<Ending> {
  const only = codesOf(invocation.only);
  if ('kind' in only) return stop(only, invocation, host);
  const planned = await planJobs(invocation.documents, host.cwd);
  if ('kind' in planned) return stop(planned, invocation, host);
  if ('problems' in planned) return stop({ unreadable: reported(planned.problems) }, invocation, host);
  const { jobs } = planned;
  const run = () => fixJobs(jobs, { invocation, host, stages, only: only.codes });
  if (invocation.dryRun) return run();
  const held = holdRoots(await rootsOf(jobs, invocation, host.cwd), host.cwd);
  if ('problems' in held) return stop({ unreadable: held.problems }, invocation, host);
  try {
    return await run();
  } finally {
    held.release();
  }
}

/** The codes that `--only` names. */
function codesOf(names: readonly string[]): { readonly codes: ReadonlySet<Code> | null } | WrongUse {
  const fixable = catalogueGroups.flatMap(({ codes }) => codes).filter((code) => catalogue[code].fixable);
  for (const name of names) {
    if (isCode(name) && catalogue[name].fixable) continue;
    const meant = nearest(name, fixable);
    return wrongUse(
      isCode(name) ? `\`${name}\` is not fixable.` : `\`${name}\` is not a diagnostic code.`,
      meant === null ? '`plumbline explain` lists them.' : `Did you mean \`${meant}\`?`,
    );
  }
  return { codes: names.length === 0 ? null : new Set(names.filter(isCode)) };
}

/** The folders that pages are written in, one a provider; what cannot be found is told when it is read. */
async function rootsOf(
  jobs: readonly Job[],
  { bindings }: FixInvocation,
  cwd: string,
): Promise<readonly string[]> {
  const roots = new Set<string>();
  for (const job of jobs) {
    const { files } = await expandInputs(job.pages, cwd);
    const root = commonFolder(files);
    if (root !== null) roots.add(root);
    if (bindings) roots.add(bindingsFolder(job, cwd));
  }
  return [...roots];
}

interface FixOptions {
  readonly invocation: FixInvocation;
  readonly host: Host;
  readonly stages: Stages;
  readonly only: ReadonlySet<Code> | null;
}

async function fixJobs(jobs: readonly Job[], options: FixOptions): Promise<Ending> {
  const { invocation, host, only } = options;
  const started = performance.now();
  const progress = progressOn(host, invocation.quiet);
  const runs: MendedJob[] = [];
  for (const job of jobs) {
    progress.say(`${job.provider}: mending`);
    const outcome = await mendJob(job, options);
    progress.clear();
    if ('unreadable' in outcome) return stop(outcome, invocation, host);
    runs.push(outcome);
  }
  const changes = [
    ...runs.flatMap((run) => pageChanges(run, host.cwd)),
    ...(invocation.bindings ? bindingChanges(runs, host.cwd) : []),
  ];
  const report = makeReport({
    command: 'fix',
    diagnostics: runs
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ code }) => only === null || only.has(code)),
    silenced: runs.reduce((sum, { silenced }) => sum + silenced, 0),
    providers: [],
    textOf: textAfter(changes, host.cwd),
  });
  const text = await reportText(report, invocation, host);
  const staged = invocation.output === null ? null : stageReport(resolve(host.cwd, invocation.output), text);
  if (staged !== null && 'reason' in staged)
    return stop(
      { unreadable: notWritable(invocation.output ?? '', staged.reason, host.cwd) },
      invocation,
      host,
    );
  if (!invocation.dryRun) {
    const outcome = await writeTexts(changes, host.cwd);
    if (outcome !== 'written') {
      staged?.discard();
      if ('problems' in outcome) return stop({ unreadable: outcome.problems }, invocation, host);
      host.stderr.write(`Interrupted by ${outcome.signal}. Nothing was written; run the command again.\n`);
      return outcome.signal;
    }
  } else if (invocation.reporter === 'pretty' || staged !== null) printDiff(changes, host);
  if (staged !== null) staged.commit();
  else printReport(text, { reporter: invocation.reporter, command: 'fix' }, host);
  if (!invocation.quiet) {
    const seconds = (performance.now() - started) / 1000;
    const colours = coloursOf(host.stderr, host.env);
    host.stderr.write(mendedSummary(runs, { report, colours, seconds, isDry: invocation.dryRun }));
  }
  return exitCode(report, invocation);
}

function pageChanges({ pages, mended }: MendedJob, cwd: string): readonly TextChange[] {
  const before = new Map(pages.map(({ path, text }) => [path, text]));
  const root = commonFolder(pages.map(({ path }) => resolve(cwd, path))) ?? cwd;
  return mended.files.map(({ path, text }) => ({ path, before: before.get(path) ?? '', after: text, root }));
}

function bindingChanges(runs: readonly MendedJob[], cwd: string): readonly TextChange[] {
  return runs.flatMap(({ job, mended }) => {
    const folder = bindingsFolder(job, cwd);
    const nameOf = (file: string): string => (isUrl(file) ? file : displayPath(resolve(cwd, file), folder));
    const files = bindingFiles(mended.after.model, textAt(join(folder, MAPPING)), nameOf);
    return files.flatMap(({ name, text }) => {
      const path = join(folder, name);
      const before = textAt(path);
      return before === text ? [] : [{ path, before, after: text, root: folder }];
    });
  });
}

function textAt(path: string): string | null {
  try {
    return existsSync(path) ? withoutMark(readFileSync(path, 'utf8')) : null;
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return null;
  }
}

/** The texts that findings point into are the mended ones, also where they are not written. */
function textAfter(changes: readonly TextChange[], cwd: string): Report['textOf'] {
  const mended = new Map(changes.map(({ path, after }) => [path, after]));
  const onDisk = textOnDisk(cwd);
  return (file) => mended.get(file) ?? onDisk(file);
}

function printDiff(changes: readonly TextChange[], { stdout, env }: Host): void {
  const colours = coloursOf(stdout, env);
  for (const { path, before, after } of changes)
    stdout.write(unifiedDiff(path, { before: before ?? '', after }, colours));
}

function exitCode({ summary }: Report, { failOn }: FixInvocation): number {
  if (failOn === 'never') return EXIT.ok;
  return summary.errors > 0 || (failOn === 'warning' && summary.warnings > 0) ? EXIT.findings : EXIT.ok;
}
