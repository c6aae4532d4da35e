import { isAbsolute, relative, resolve, sep } from 'node:path';
import { byCodeUnit, type DraftDiagnostic, diagnose } from '@plumbline/model';
import { type Documents, type Shard, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { nearest } from '../command-line/nearest.ts';
import { displayPath } from '../display-path.ts';
import { folderOf, type Job, type Target } from './job.ts';
import { optionJob } from './option-job.ts';

/** The jobs of a run, one a provider, or what stands in their way. */
export type PlannedJobs =
  | { readonly jobs: readonly Job[] }
  | { readonly problems: readonly DraftDiagnostic[] }
  | WrongUse;

/** Finds and loads the configs, or takes the command line's word. `state`: in another one, configs are loaded anew. */
export async function planJobs(documents: Documents, cwd: string, state = ''): Promise<PlannedJobs> {
  if (documents.by === 'options') {
    return checked(
      documents.providers.map((options) => optionJob(options, cwd)),
      cwd,
    );
  }
  const [{ findConfigs, folderWithConfigsAbove }, { loadConfig }, { configJob }] = await Promise.all([
    import('../config/find-configs.ts'),
    import('../config/load-config.ts'),
    import('./config-job.ts'),
  ]);
  const named = documents.files.map((file) => resolve(cwd, file));
  const files = named.length > 0 ? named : findConfigs(cwd);
  if (files.length === 0) {
    const at = { file: 'plumbline.config.ts', line: 1, column: 1 };
    const folder = folderWithConfigsAbove(cwd);
    const above = folder === null ? null : displayPath(folder, cwd);
    return { problems: [diagnose({ code: 'config-not-found', args: { path: null, above }, at })] };
  }
  const jobs: Job[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const file of partOf([...new Set(files)], documents.shard)) {
    const loaded = await loadConfig(file, cwd, state);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else jobs.push(configJob(loaded));
  }
  if (problems.length > 0) return { problems };
  return selected(jobs, documents.providers, cwd);
}

/** Every so many-th in the order of their paths, so that neighbours, which are often alike, are on different machines. */
function partOf(files: readonly string[], shard: Shard | undefined): readonly string[] {
  if (shard === undefined) return files;
  return files.toSorted(byCodeUnit).filter((_, i) => i % shard.count === shard.index - 1);
}

function selected(jobs: readonly Job[], providers: readonly string[], cwd: string): PlannedJobs {
  const known = jobs.map(({ provider }) => provider);
  const unknown = providers.find((provider) => !known.includes(provider));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    return wrongUse(
      `No config is of the provider \`${unknown}\`.`,
      meant === null ? `There are: ${known.join(', ')}.` : `Did you mean \`--provider ${meant}\`?`,
    );
  }
  const chosen = providers.length === 0 ? jobs : jobs.filter(({ provider }) => providers.includes(provider));
  return checked(chosen, cwd);
}

/** No two jobs may be of one provider, and no output folder may hold another: each run would delete the other's files. */
function checked(jobs: readonly Job[], cwd: string): PlannedJobs {
  const ids = jobs.map(({ provider }) => provider);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    return wrongUse(
      `Two configs are of the provider \`${twice}\`.`,
      'Name one by `--config`, or rename a provider.',
    );
  }
  const targets = jobs.flatMap((job) => job.targets.map((target) => ({ target, provider: job.provider })));
  for (const [i, one] of targets.entries()) {
    for (const other of targets.slice(i + 1)) {
      if (!isWithin(one.target, other.target) && !isWithin(other.target, one.target)) continue;
      return wrongUse(
        `The ${one.target.output} of \`${one.provider}\` and the ${other.target.output} of \`${other.provider}\` ` +
          `share the folder \`${displayPath(folderOf(other.target), cwd)}\`.`,
        `Give each a folder of its own by ${other.target.option}.`,
      );
    }
  }
  return { jobs };
}

function isWithin(inner: Target, outer: Target): boolean {
  const path = relative(folderOf(outer), folderOf(inner));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}
