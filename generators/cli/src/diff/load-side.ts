import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DiffSide } from '@plumbline/diff';
import type { Diagnostic } from '@plumbline/model';
import { type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { readDocuments } from '../commands/read-documents.ts';
import { reported } from '../commands/reported.ts';
import { withoutMark } from '../inputs/read.ts';
import { referencedFiles } from '../inputs/referenced.ts';
import type { Job } from '../jobs/job.ts';
import { optionJob } from '../jobs/option-job.ts';
import { type ProviderDocuments, reconcileDocuments } from '../pipeline/reconcile-documents.ts';
import type { Stages } from '../pipeline/stages.ts';
import { systemErrorReason } from '../system-error.ts';
import { openGitTree } from './git-tree.ts';
import { readModel } from './model-file.ts';
import { revisionDocuments } from './revision-documents.ts';

export interface SideOptions {
  /** The provider of a config; null: none is needed so far. */
  readonly job: Job | null;
  /** Finds the provider of a config, for a revision. */
  readonly findJob: () => Promise<Job | WrongUse | { readonly unreadable: readonly Diagnostic[] }>;
  readonly cwd: string;
  readonly stages: Stages;
}

export type LoadedSide = DiffSide | WrongUse | { readonly unreadable: readonly Diagnostic[] };

/** Loads a state that is named by a file or a git revision; null: the documents of the config as they are now. */
export async function loadSide(name: string | null, options: SideOptions): Promise<LoadedSide> {
  const { cwd, stages } = options;
  const path = name === null ? null : resolve(cwd, name);
  if (name !== null && path !== null && isFile(path)) {
    const model = readModel(textAt(path));
    if (model !== null) return model;
    const named = { pattern: path, base: cwd, option: `\`${name}\``, position: null };
    const job = options.job ?? withoutConfig(cwd);
    return fromDisk({ ...job, spec: [named] }, cwd, stages);
  }
  const tree = name === null ? null : openGitTree(name, cwd);
  if (name !== null && tree === null)
    return wrongUse(
      `\`${name}\` is neither a file nor a git revision.`,
      'Name two specs, two models of `plumbline model`, or two revisions: `plumbline diff OLD NEW`.',
    );
  const job = options.job ?? (await options.findJob());
  if ('kind' in job) return job;
  if ('unreadable' in job) return name === null && isWithoutConfig(job.unreadable) ? ONE_SIDE : job;
  if (name === null || tree === null) return fromDisk(job, cwd, stages);
  const documents = await revisionDocuments(job, { tree, revision: name, cwd });
  return 'kind' in documents ? documents : reconciled(documents, stages);
}

const ONE_SIDE = wrongUse(
  'There is nothing to compare with: NEW is not given, and no config is here whose documents it would be.',
  'Name both: `plumbline diff OLD NEW`.',
);

function isWithoutConfig(problems: readonly Diagnostic[]): boolean {
  return problems.every(({ code }) => code === 'config-not-found');
}

function withoutConfig(cwd: string): Job {
  const provider = { provider: 'api', spec: [], pages: [], providerYaml: [], out: null };
  return optionJob(provider, cwd);
}

async function fromDisk(job: Job, cwd: string, stages: Stages): Promise<LoadedSide> {
  const referenced = referencedFiles(cwd, job.allowRemote);
  const documents = await readDocuments(job, cwd, referenced.read);
  if ('unreadable' in documents) return documents;
  let side = await reconciled(documents, stages);
  while (await referenced.fetch()) side = await reconciled(documents, stages);
  return referenced.problems.length > 0 ? { unreadable: reported(referenced.problems) } : side;
}

async function reconciled(documents: ProviderDocuments, stages: Stages): Promise<LoadedSide> {
  const { provider } = documents.settings;
  const pagesRead = stages.beginPages(documents.pages, { provider });
  return reconcileDocuments(await stages.loadRead(), documents, { pagesRead, onDocument() {} });
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return false;
  }
}

/** Empty where it cannot be read: reading it as a spec tells why. */
function textAt(path: string): string {
  try {
    return withoutMark(readFileSync(path, 'utf8'));
  } catch (error) {
    if (systemErrorReason(error) === null) throw error;
    return '';
  }
}
