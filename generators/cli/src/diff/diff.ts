import { resolve } from 'node:path';
import { type Diff, diffModels } from '@plumbline/diff';
import type { Diagnostic } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import { type DiffInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { notWritable } from '../commands/output-folders.ts';
import { printStop } from '../commands/present.ts';
import { reported } from '../commands/reported.ts';
import type { Ending } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import type { Host } from '../host.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { makeReport } from '../report/make-report.ts';
import { stageReport } from '../report/write-report.ts';
import { coloursOf, NO_COLOURS } from '../terminal/colours.ts';
import { progressOn } from '../terminal/progress.ts';
import { changesetFile, changesetText } from './changeset.ts';
import { type LoadedSide, loadSide } from './load-side.ts';
import { renderDiff } from './report/reporters.ts';

/** Compares two states of a provider, and tells what the changes mean to who uses its client. */
export async function diff(invocation: DiffInvocation, host: Host, stages: Stages = STAGES): Promise<Ending> {
  const { cwd } = host;
  const { documents } = invocation;
  const findJob = () => oneJob(invocation, cwd);
  const isNamed = documents.by === 'config' && documents.files.length + documents.providers.length > 0;
  const job = isNamed ? await findJob() : null;
  if (job !== null && ('kind' in job || 'unreadable' in job)) return stop(job, invocation, host);
  const progress = progressOn(host, invocation.quiet);
  const sides: LoadedSide[] = [];
  for (const name of [invocation.before, invocation.after]) {
    progress.say(`reading ${name ?? 'the documents'}`);
    const side = await loadSide(name, { job, findJob, cwd, stages });
    progress.clear();
    if ('kind' in side || 'unreadable' in side) return stop(side, invocation, host);
    sides.push(side);
  }
  const [before, after] = sides;
  if (before === undefined || after === undefined || !('model' in before) || !('model' in after))
    throw new Error('Both sides are loaded.');
  return tell(diffModels(before, after), {
    invocation,
    host,
    package: after.model.settings.package,
  });
}

interface Telling {
  readonly invocation: DiffInvocation;
  readonly host: Host;
  /** The npm name of the client. */
  readonly package: string;
}

async function tell(found: Diff, { invocation, host, package: name }: Telling): Promise<Ending> {
  const { reporter, output, failOn, quiet } = invocation;
  const colours = output === null && reporter === 'pretty' ? coloursOf(host.stderr, host.env) : NO_COLOURS;
  const text = await renderDiff(reporter, found, colours);
  const files: { readonly path: string; readonly text: string }[] = [];
  if (output !== null) files.push({ path: resolve(host.cwd, output), text });
  const changeset = invocation.changeset && found.semver !== 'none';
  const file = changeset ? changesetFile(found, { package: name, cwd: host.cwd }) : null;
  if (file !== null) files.push({ path: file.path, text: changesetText(found, name) });
  const staged = files.map(({ path, text: content }) => ({ path, ...stageReport(path, content) }));
  for (const one of staged) {
    if (!('reason' in one)) continue;
    for (const other of staged) if ('discard' in other) other.discard();
    return stop({ unreadable: notWritable(one.path, one.reason, host.cwd) }, invocation, host);
  }
  for (const one of staged) if ('commit' in one) one.commit();
  if (output === null) (reporter === 'pretty' ? host.stderr : host.stdout).write(text);
  if (!quiet && file !== null) host.stderr.write(`Wrote ${file.shown}.\n`);
  return reaches(found, failOn) ? EXIT.findings : EXIT.ok;
}

/** The provider of the config: a changelog is of one client. */
async function oneJob(
  { documents }: DiffInvocation,
  cwd: string,
): Promise<Job | WrongUse | { readonly unreadable: readonly Diagnostic[] }> {
  const planned = await planJobs(documents, cwd);
  if ('kind' in planned) return planned;
  if ('problems' in planned) return { unreadable: reported(planned.problems) };
  const [job, other] = planned.jobs;
  if (job === undefined || other !== undefined)
    return wrongUse(
      'There are several providers.',
      'Name one by `--provider ID`: each has a client of its own.',
    );
  return job;
}

async function stop(
  reason: WrongUse | { readonly unreadable: readonly Diagnostic[] },
  invocation: DiffInvocation,
  host: Host,
): Promise<Ending> {
  if ('kind' in reason) {
    printWrongUse(reason, host);
    return EXIT.wrongUse;
  }
  const textOf = textOnDisk(host.cwd);
  const diagnostics = reason.unreadable;
  const report = makeReport({ command: 'diff', diagnostics, silenced: 0, providers: [], textOf });
  await printStop(report, invocation, host);
  return EXIT.wrongUse;
}

function reaches({ summary }: Diff, failOn: DiffInvocation['failOn']): boolean {
  if (failOn === 'never') return false;
  return summary.breaking > 0 || (failOn === 'warning' && summary.noted > 0);
}
