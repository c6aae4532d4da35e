import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../command-line/exit-codes.ts';
import type { RegenerateInvocation } from '../command-line/invocation.ts';
import { printStop } from '../commands/present.ts';
import { reported } from '../commands/reported.ts';
import type { Ending } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { GENERATOR } from '../generator.ts';
import type { Host } from '../host.ts';
import { notFetched } from '../inputs/remote.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import { planJobs } from '../jobs/plan-jobs.ts';
import type { Stages } from '../pipeline/stages.ts';
import { makeReport } from '../report/make-report.ts';
import type { ProviderChange } from '../states/provider-change.ts';
import { progressOn } from '../terminal/progress.ts';
import { cacheFolder } from '../unchanged/cache-folder.ts';
import { type GenerateAgainOptions, type Generated, generateAgain, lastGenerator } from './generate-again.ts';
import { bodyOf, changeTitle, titleOf, upgradeTitle } from './pull-request-text.ts';
import { isEmpty, type Regeneration, type Upgrade } from './regeneration.ts';
import { takeUp } from './take-up.ts';
import { writeUpgradeChangeset } from './upgrade-changeset.ts';
import { fetchUpstream, type NewText } from './upstream.ts';

/** What a regeneration came to, and what it looked for. */
export interface Regenerated extends Regeneration {
  /** Whether a config says where its spec is published: else nothing is fetched. */
  readonly hasUpstream: boolean;
}

export interface RegenerateOptions {
  readonly host: Host;
  readonly stages: Stages;
  /** Called when all files of one step are written; what it answers ends the run. */
  readonly commit: (message: string) => { readonly ending: Ending } | null;
}

/** Brings the files up to date in two steps: what the generator makes of the old documents, then what is published. */
export async function regenerateFiles(
  invocation: RegenerateInvocation,
  { host, stages, commit }: RegenerateOptions,
): Promise<Regenerated | { readonly ending: Ending }> {
  const { cwd } = host;
  const planned = await planJobs(invocation.documents, cwd);
  if ('kind' in planned) {
    printWrongUse(planned, host);
    return { ending: EXIT.wrongUse };
  }
  if ('problems' in planned) return stop(reported(planned.problems), host);
  const { jobs } = planned;
  const progress = progressOn(host, invocation.quiet);
  try {
    progress.say('fetching');
    const fetched = await fetchAll(jobs, host);
    if ('problems' in fetched) return stop(fetched.problems, host);

    progress.say('regenerating');
    const configs = jobs.flatMap(({ config }) => config ?? []);
    const again = { configs, host, stages };
    const upgraded = await upgrade(jobs, again);
    if ('ending' in upgraded) return upgraded;
    if (upgraded.upgrade !== null) {
      const stopped = commit(upgradeTitle(upgraded.upgrade));
      if (stopped !== null) return stopped;
    }
    const changes: ProviderChange[] = [];
    let { kept } = upgraded;
    for (const { job, changed } of fetched.news) {
      progress.say(`${job.provider}: taking up the spec`);
      const change = await takeUp(job, changed, { cwd, stages });
      if ('unreadable' in change) {
        const stopped = await stop(change.unreadable, host, changed);
        host.stderr.write(
          `What is published was not taken up: ${job.upstream.map(({ url }) => url).join(', ')}\n`,
        );
        return stopped;
      }
      const generated = await generateAgain({ ...again, providers: [job.provider] });
      if ('ending' in generated) return generated;
      kept = [...new Set([...kept, ...generated.kept])];
      changes.push(change);
      const stopped = commit(changeTitle(change));
      if (stopped !== null) return stopped;
    }
    const hasUpstream = jobs.some(({ upstream }) => upstream.length > 0);
    return { upgrade: upgraded.upgrade, changes, kept, hasUpstream };
  } finally {
    progress.clear();
  }
}

/** All is fetched before anything is written. */
async function fetchAll(jobs: readonly Job[], { cwd, env }: Host) {
  const cache = cacheFolder(cwd, env);
  const news: { readonly job: Job; readonly changed: readonly NewText[] }[] = [];
  for (const job of jobs) {
    const fetched = await fetchUpstream(job.upstream, cache);
    if ('reason' in fetched)
      return { problems: reported([notFetched(fetched.url, '`upstream` of the config', fetched.reason)]) };
    if (fetched.changed.length > 0) news.push({ job, changed: fetched.changed });
  }
  return { news };
}

async function upgrade(
  jobs: readonly Job[],
  again: Omit<GenerateAgainOptions, 'providers'>,
): Promise<
  { readonly upgrade: Upgrade | null; readonly kept: Generated['kept'] } | { readonly ending: Ending }
> {
  const to = `${GENERATOR.name}@${GENERATOR.version}`;
  // What this very version wrote, `plumbline check` holds to the documents.
  const stale = jobs.filter((job) => lastGenerator(job) !== to);
  const [first] = stale;
  if (first === undefined) return { upgrade: null, kept: [] };
  const from = lastGenerator(first);
  const generated = await generateAgain({ ...again, providers: stale.map(({ provider }) => provider) });
  if ('ending' in generated) return generated;
  const { files, providers, clients, kept } = generated;
  if (files === 0) return { upgrade: null, kept };
  const found = { from, to, providers, files };
  for (const job of jobs.filter(({ provider }) => clients.includes(provider)))
    writeUpgradeChangeset(job, found, again.host.cwd);
  return { upgrade: found, kept };
}

/** Says what came of it: to people, and as the summary of the job in GitHub Actions. */
export function tellRegeneration(regeneration: Regenerated, { stderr, env }: Host): void {
  const { kept } = regeneration;
  for (const file of kept) stderr.write(`${file} was edited by hand, and left as it is.\n`);
  stderr.write(isEmpty(regeneration) ? nothingText(regeneration) : `${titleOf(regeneration)}\n`);
  const summary = isEmpty(regeneration) ? nothingText(regeneration) : bodyOf(regeneration);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, summary);
}

function nothingText({ hasUpstream }: Regenerated): string {
  const why = hasUpstream
    ? ''
    : ' Nothing was fetched: no config says by `upstream` where its spec is published.';
  return `Nothing changed: everything is up to date.${why}\n`;
}

/** `unwritten`: texts that were taken back, in which findings are shown. */
async function stop(
  diagnostics: ReturnType<typeof reported>,
  host: Host,
  unwritten: readonly NewText[] = [],
): Promise<{ readonly ending: Ending }> {
  const onDisk = textOnDisk(host.cwd);
  const textOf = (file: string) =>
    unwritten.find((text) => text.file === resolve(host.cwd, file))?.after ?? onDisk(file);
  const report = makeReport({ command: 'diff', diagnostics, silenced: 0, providers: [], textOf });
  await printStop(report, { reporter: 'pretty', output: null }, host);
  return { ending: EXIT.wrongUse };
}
