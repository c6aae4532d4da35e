import type { Diagnostic } from '@plumbline/model';
import { quietRun, type WatchInvocation } from '../command-line/invocation.ts';
import { holdFolders, openWriting } from '../commands/output-folders.ts';
import { type ProviderRun, runProvider } from '../commands/provider-run.ts';
import type { Host } from '../host.ts';
import type { Job } from '../jobs/job.ts';
import type { FileMemory } from '../output/file-memory.ts';
import { plannerHere } from '../output/planner.ts';
import type { Stages } from '../pipeline/stages.ts';

/** What a generation of one provider came to. */
export type Regenerated =
  | { readonly kind: 'written'; readonly run: ProviderRun }
  /** Nothing was written, for these reasons. */
  | { readonly kind: 'stopped'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'interrupted' };

const SILENT = { say() {}, clear() {} };

/** Does for one provider what `generate` does. `files`: what is known of those that were generated. */
export async function regenerateJob(
  job: Job,
  { documents, only }: WatchInvocation,
  { host, stages, files }: { readonly host: Host; readonly stages: Stages; readonly files: FileMemory },
): Promise<Regenerated> {
  const targets = job.targets.filter(({ output }) => only.includes(output));
  const held = holdFolders(targets, host.cwd);
  if ('problems' in held) return { kind: 'stopped', diagnostics: held.problems };
  const writing = openWriting(host.cwd, plannerHere(files));
  try {
    const run = await runProvider(job, {
      invocation: quietRun('generate', documents, { only }),
      host,
      stages,
      progress: SILENT,
      writing,
    });
    if ('unreadable' in run) return { kind: 'stopped', diagnostics: run.unreadable };
    const outcome = await writing.commit();
    if (outcome === 'written') return { kind: 'written', run };
    if ('problems' in outcome) return { kind: 'stopped', diagnostics: outcome.problems };
    return { kind: 'interrupted' };
  } finally {
    await writing.close();
    held.release();
  }
}
