import { resolve } from 'node:path';
import { type Diff, diffModels } from '@plumbline/diff';
import { EXIT } from '../command-line/exit-codes.ts';
import type { DiffInvocation } from '../command-line/invocation.ts';
import { notWritable } from '../commands/output-folders.ts';
import type { Ending } from '../commands/run.ts';
import { stop } from '../commands/stop.ts';
import type { Host } from '../host.ts';
import { oneJob } from '../jobs/one-job.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
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
  const findJob = () => oneJob(documents, cwd, 'A diff is of one provider: each has a client of its own.');
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

function reaches({ summary }: Diff, failOn: DiffInvocation['failOn']): boolean {
  if (failOn === 'never') return false;
  return summary.breaking > 0 || (failOn === 'warning' && summary.noted > 0);
}
