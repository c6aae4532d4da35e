import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import type { WatchInvocation } from '../command-line/invocation.ts';
import { reported } from '../commands/reported.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { displayPath } from '../display-path.ts';
import type { Host } from '../host.ts';
import { folderOf, type Job } from '../jobs/job.ts';
import { type PlannedJobs, planJobs } from '../jobs/plan-jobs.ts';
import type { FileMemory } from '../output/file-memory.ts';
import { nextSignal } from '../terminal/signals.ts';
import { type KeepingStages, keepingStages } from './keeping-stages.ts';
import { newsOf } from './news.ts';
import { regenerateJob } from './regenerate-job.ts';
import { type Saves, watchSaves } from './saves.ts';
import { type Outcome, type Teller, tellerOf } from './tell.ts';
import { type Watched, watchedBy } from './watched.ts';

/** What is kept of a provider from save to save. */
interface Kept {
  readonly stages: KeepingStages;
  readonly files: FileMemory;
  /** Null while the documents could not be read yet. */
  readonly diagnostics: readonly Diagnostic[] | null;
}

export interface WatchOptions {
  /** Ends it: Ctrl-C, unless a test says otherwise. */
  readonly stopped?: Promise<unknown>;
  readonly stagesOf?: (provider: string) => KeepingStages;
}

/**
 * Generates, and again after each save what it reaches, until `stopped` comes to pass. What cannot be read is told, and
 * waited for. The exit code is 2 where there is nothing to watch, else 0.
 */
export async function watch(
  invocation: WatchInvocation,
  host: Host,
  { stopped = nextSignal(), stagesOf = (provider) => keepingStages({ provider }) }: WatchOptions = {},
): Promise<number> {
  const { documents } = invocation;
  const planned = await planJobs(documents, host.cwd);
  if ('kind' in planned) {
    printWrongUse(planned, host);
    return EXIT.wrongUse;
  }
  const tell = await tellerOf(invocation, host);
  if ('problems' in planned) {
    tell({ saved: [], milliseconds: 0, outcomes: [stoppedBy(planned)] });
    return EXIT.wrongUse;
  }
  let { jobs } = planned;
  const kept = new Map<string, Kept>();
  const round = (some: readonly Job[], saved: readonly string[], started: number) =>
    generate(some, saved, { invocation, host, kept, stagesOf, tell, started });

  const state = { isOver: false, saves: null as Saves | null };
  const ended = stopped.then(async () => {
    state.isOver = true;
    await state.saves?.close();
  });
  const watched = () => jobs.map((job) => watchedOf(job, kept.get(job.provider), host.cwd));
  // Watched before the first generation: what is saved while it runs is not missed.
  const saves = await watchSaves(watched());
  state.saves = saves;
  if (state.isOver) await saves.close();
  else await round(jobs, [], performance.now());
  if (!state.isOver) {
    saves.watch(watched());
    tell.ready(jobs.map(({ provider }) => provider));
  }
  for (let burst = await saves.next(); burst !== null; burst = await saves.next()) {
    const started = performance.now();
    const shown = burst.map((file) => displayPath(file, host.cwd));
    if (burst.some((file) => jobs.some(({ config }) => config === file))) {
      const again = await planJobs(documents, host.cwd, String(started));
      if ('jobs' in again) jobs = [...again.jobs];
      else {
        tell({ saved: shown, milliseconds: performance.now() - started, outcomes: [stoppedBy(again)] });
        continue;
      }
    }
    const saved = burst;
    const reached = jobs.filter((job) =>
      saved.some((file) => watchedOf(job, kept.get(job.provider), host.cwd).isRead(file)),
    );
    await round(reached, shown, started);
    saves.watch(watched());
  }
  await ended;
  tell.stopped();
  return EXIT.ok;
}

interface Surroundings {
  readonly invocation: WatchInvocation;
  readonly host: Host;
  readonly kept: Map<string, Kept>;
  readonly stagesOf: (provider: string) => KeepingStages;
  readonly tell: Teller;
  readonly started: number;
}

async function generate(
  jobs: readonly Job[],
  saved: readonly string[],
  { invocation, host, kept, stagesOf, tell, started }: Surroundings,
): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    const before = kept.get(job.provider);
    const stages = before?.stages ?? stagesOf(job.provider);
    const files: FileMemory = before?.files ?? new Map();
    const regenerated = await regenerateJob(job, invocation, { host, stages, files });
    const diagnostics = regenerated.kind === 'written' ? regenerated.run.diagnostics : null;
    kept.set(job.provider, { stages, files, diagnostics: diagnostics ?? before?.diagnostics ?? null });
    if (regenerated.kind === 'interrupted') return;
    outcomes.push(
      regenerated.kind === 'stopped'
        ? regenerated
        : {
            kind: 'written',
            summary: regenerated.run.summary,
            diagnostics: regenerated.run.diagnostics,
            news: newsOf(saved, regenerated.run.diagnostics, before?.diagnostics ?? null),
          },
    );
  }
  tell({ saved, milliseconds: performance.now() - started, outcomes });
}

/** What a provider reads; nothing of what is written for it. */
function watchedOf(job: Job, kept: Kept | undefined, cwd: string): Watched {
  const referenced = [...(kept?.stages.referenced() ?? [])].map((path) => resolve(cwd, path));
  const watched = watchedBy(job, referenced);
  const outputs = job.targets.map(folderOf);
  return {
    ...watched,
    isRead: (file) => watched.isRead(file) && !outputs.some((folder) => isBelow(file, folder)),
  };
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`);
}

function stoppedBy(planned: Exclude<PlannedJobs, { readonly jobs: unknown }>): Outcome {
  return 'problems' in planned
    ? { kind: 'stopped', diagnostics: reported(planned.problems) }
    : { kind: 'refused', message: `${planned.message} ${planned.hint}` };
}
