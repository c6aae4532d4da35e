import {
  type Job,
  type ProviderDocuments,
  planJobs,
  type ReadStages,
  readDocuments,
  reconcileDocuments,
  STAGES,
} from '@plumbline/cli/testing';
import type { Provider } from '@plumbline/contract-server';
import { emitClient, scaffoldClient } from '@plumbline/emit-client';
import { emitContractTests, providerOf, scaffoldContractTests } from '@plumbline/emit-contract-tests';
import { type Diagnostic, type InputFile, type ProviderModel, settle } from '@plumbline/model';
import { referencedIn } from './referenced.ts';
import type { Files } from './workspace.ts';

/** What the documents of a provider come to. */
export interface Generated {
  readonly model: ProviderModel;
  readonly provider: Provider;
  /** By their path in a workspace. */
  readonly files: Files;
  readonly findings: readonly Diagnostic[];
}

/** A provider whose documents were read, so that they can be generated from over and over. */
export interface OpenProvider {
  readonly provider: string;
  readonly documents: ProviderDocuments;
  /** Generates from the documents, some of them in another form. What is no spec any more is answered as such. */
  readonly generate: (
    changed: ReadonlyMap<string, string>,
  ) => Promise<Generated | { readonly unreadable: readonly Diagnostic[] }>;
}

/** Reads what a config names; throws an Error with a sentence for what cannot be read. */
export async function openProvider(config: string, cwd: string): Promise<OpenProvider> {
  const planned = await planJobs({ by: 'config', files: [config], providers: [] }, cwd);
  if ('kind' in planned) throw new Error(planned.message);
  if ('problems' in planned) throw new Error(planned.problems.map(({ message }) => message).join('\n'));
  const [job] = planned.jobs;
  if (job === undefined) throw new Error('The config names no provider.');
  const documents = await readDocuments(job, cwd, referencedIn(cwd));
  if ('unreadable' in documents)
    throw new Error(documents.unreadable.map(({ message }) => message).join('\n'));
  const stages = await STAGES.loadRead();
  return {
    provider: job.provider,
    documents,
    generate: (changed) => generate(job, amended(documents, changed), stages),
  };
}

function amended(documents: ProviderDocuments, changed: ReadonlyMap<string, string>): ProviderDocuments {
  const amend = (files: readonly InputFile[]) =>
    files.map((file) => ({ ...file, text: changed.get(file.path) ?? file.text }));
  const { referenced } = documents.specOptions;
  return {
    ...documents,
    spec: amend(documents.spec),
    pages: amend(documents.pages),
    specOptions: {
      ...documents.specOptions,
      ...(referenced !== undefined && {
        referenced: (path: string) => {
          const file = referenced(path);
          return file && { ...file, text: changed.get(path) ?? file.text };
        },
      }),
    },
  };
}

async function generate(
  { settings: { severity, ignore } }: Job,
  documents: ProviderDocuments,
  stages: ReadStages,
): Promise<Generated | { readonly unreadable: readonly Diagnostic[] }> {
  const { provider } = documents.settings;
  const reconciled = await reconcileDocuments(stages, documents, {
    pagesRead: STAGES.beginPages(documents.pages, { provider }),
    onDocument() {},
  });
  if ('unreadable' in reconciled) return reconciled;
  const { model, drafts, locate, ignores } = reconciled;
  const client = await emitClient(model);
  const tests = emitContractTests(model);
  const { diagnostics } = settle([...drafts, ...client.diagnostics, ...tests.diagnostics], {
    locate,
    severity,
    ignore,
    comments: ignores,
  });
  const files = new Map<string, string>();
  const place = (folder: string, emitted: readonly { readonly path: string; readonly content: string }[]) => {
    for (const { path, content } of emitted) files.set(`${folder}/${path}`, content);
  };
  place('client', scaffoldClient(model));
  place('client/src/generated', client.files);
  place('contract-tests', scaffoldContractTests(model));
  place('contract-tests/src/generated', tests.files);
  return { model, provider: providerOf(model), files, findings: diagnostics };
}
