import type { DiffSide } from '@plumbline/diff';
import { type Diagnostic, settle } from '@plumbline/model';
import type { WrongUse } from '../command-line/invocation.ts';
import { readDocuments, type Stopped } from '../commands/read-documents.ts';
import { reported } from '../commands/reported.ts';
import type { GitTree } from '../diff/git-tree.ts';
import { revisionDocuments } from '../diff/revision-documents.ts';
import { referencedFiles } from '../inputs/referenced.ts';
import type { Job } from '../jobs/job.ts';
import { type ProviderDocuments, reconcileDocuments } from '../pipeline/reconcile-documents.ts';
import type { Stages } from '../pipeline/stages.ts';

/** What a provider's documents come to at one time. */
export interface ProviderState extends DiffSide {
  /** Where pages and spec disagree, without what is silenced; sorted. */
  readonly findings: readonly Diagnostic[];
}

export interface StateOptions {
  readonly cwd: string;
  readonly stages: Stages;
}

/** The state of the documents on disk. */
export async function stateOnDisk(job: Job, { cwd, stages }: StateOptions): Promise<ProviderState | Stopped> {
  const referenced = referencedFiles(cwd, job.allowRemote);
  const documents = await readDocuments(job, cwd, referenced.read);
  if ('unreadable' in documents) return documents;
  let state = await reconciled(job, documents, stages);
  while (await referenced.fetch()) state = await reconciled(job, documents, stages);
  return referenced.problems.length > 0 ? { unreadable: reported(referenced.problems) } : state;
}

/** The state of the documents in a commit, read without a checkout; what is wrong to ask for is answered as such. */
export async function stateAt(
  job: Job,
  { tree, revision, cwd, stages }: StateOptions & { readonly tree: GitTree; readonly revision: string },
): Promise<ProviderState | Stopped | WrongUse> {
  const documents = await revisionDocuments(job, { tree, revision, cwd });
  return 'kind' in documents ? documents : reconciled(job, documents, stages);
}

async function reconciled(
  { settings }: Job,
  documents: ProviderDocuments,
  stages: Stages,
): Promise<ProviderState | Stopped> {
  const { provider, severity, ignore } = settings;
  const pagesRead = stages.beginPages(documents.pages, { provider });
  const outcome = await reconcileDocuments(await stages.loadRead(), documents, {
    pagesRead,
    onDocument() {},
  });
  if ('unreadable' in outcome) return outcome;
  const { model, locate, drafts, ignores } = outcome;
  const { diagnostics } = settle(drafts, { locate, severity, ignore, comments: ignores });
  return { model, locate, findings: diagnostics };
}
