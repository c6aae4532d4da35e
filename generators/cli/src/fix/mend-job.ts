import { basename, dirname } from 'node:path';
import {
  type BindingsOverlay,
  bindingsCsv,
  bindingsOverlays,
  type Mended,
  mendPages,
  type ReadPages,
  unacceptedParams,
} from '@plumbline/fix';
import {
  type Code,
  type Diagnostic,
  type DraftDiagnostic,
  type InputFile,
  type ProviderModel,
  type ProviderYaml,
  type Spec,
  settle,
} from '@plumbline/model';
import { readDocuments, type Stopped } from '../commands/read-documents.ts';
import { reported } from '../commands/reported.ts';
import type { Host } from '../host.ts';
import { referencedFiles } from '../inputs/referenced.ts';
import type { Job } from '../jobs/job.ts';
import { locateIn, type ProviderDocuments } from '../pipeline/reconcile-documents.ts';
import type { ReadStages, Stages } from '../pipeline/stages.ts';
import { pageReader } from './page-reader.ts';

/** What mending the pages of a provider comes to. */
export interface MendedJob {
  readonly job: Job;
  /** The pages as they were read. */
  readonly pages: readonly InputFile[];
  readonly mended: Mended;
  /** All that is found now, and what the provider's YAML does not accept yet. */
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
}

/** Reads, reconciles and mends one provider; writes nothing. */
export async function mendJob(
  job: Job,
  {
    only,
    host,
    stages,
  }: { readonly only: ReadonlySet<Code> | null; readonly host: Host; readonly stages: Stages },
): Promise<MendedJob | Stopped> {
  const referenced = referencedFiles(host.cwd, job.allowRemote);
  const documents = await readDocuments(job, host.cwd, referenced.read);
  if ('unreadable' in documents) return documents;
  const read = await stages.loadRead();
  let spec = read.readOpenApi(documents.spec, documents.specOptions);
  while (await referenced.fetch()) spec = read.readOpenApi(documents.spec, documents.specOptions);
  if (referenced.problems.length > 0) return { unreadable: reported(referenced.problems) };
  if ('unreadable' in spec) return spec;
  const yaml = await readYaml(read, documents);
  if (yaml !== null && 'unreadable' in yaml) return yaml;

  const settledBy = reconciler({ job, documents, spec, yaml, read });
  const mended = mendPages(documents.pages, { read: settledBy.read, only });
  const drafts = yaml === null ? [] : unaccepted(yaml, mended);
  const further = settledBy.settled(drafts);
  return {
    job,
    pages: documents.pages,
    mended,
    diagnostics: [...mended.after.findings, ...further.diagnostics],
    silenced: settledBy.silenced() + further.silenced,
  };
}

function unaccepted(yaml: ProviderYaml, { before, after }: Mended): readonly DraftDiagnostic[] {
  return unacceptedParams(yaml, { before: before.pages, after: after.pages, model: after.model });
}

async function readYaml(
  { readProviderYaml }: ReadStages,
  { providerYaml, settings: { provider } }: ProviderDocuments,
): Promise<ProviderYaml | Stopped | null> {
  return providerYaml.length === 0 ? null : readProviderYaml(providerYaml, { provider });
}

interface Sides {
  readonly job: Job;
  readonly documents: ProviderDocuments;
  readonly spec: Spec;
  readonly yaml: ProviderYaml | null;
  readonly read: ReadStages;
}

/** Reconciles pages with all else, which is read once. */
function reconciler({ job, documents, spec, yaml, read }: Sides) {
  const readPages = pageReader(job.provider);
  const locate = locateIn(spec, yaml);
  const { severity, ignore } = job.settings;
  const settled = (drafts: readonly DraftDiagnostic[]) => settle(drafts, { locate, severity, ignore });
  let silenced = 0;
  return {
    settled,
    silenced: () => silenced,
    read(files: readonly InputFile[]): ReadPages {
      const pages = readPages(files);
      const { model, diagnostics } = read.reconcile({
        spec,
        pages,
        settings: documents.settings,
        providerYaml: yaml,
      });
      const drafts = [
        ...spec.diagnostics,
        ...pages.diagnostics,
        ...(yaml?.diagnostics ?? []),
        ...diagnostics,
      ];
      const found = settle(drafts, { locate, severity, ignore, comments: pages.ignores });
      silenced = found.silenced;
      return { pages: pages.resources, model, findings: found.diagnostics };
    },
  };
}

/** Where `--bindings` writes: beside the config, or into the folder that is named, or here. */
export function bindingsFolder({ config, targets: [first] }: Job, cwd: string): string {
  if (config !== null) return dirname(config);
  return first === undefined ? cwd : dirname(first.root);
}

/** The files of `--bindings` in their folder; `earlier`: the mapping that is there. */
export function bindingFiles(
  model: ProviderModel,
  earlier: string | null,
  nameOf: (file: string) => string,
): readonly { readonly name: string; readonly text: string }[] {
  const overlays = bindingsOverlays(model, nameOf);
  return [
    ...overlays.map(({ file, text }) => ({ name: overlayName(file, overlays), text })),
    { name: MAPPING, text: bindingsCsv(model, earlier) },
  ];
}

/** By the file's own name, or by all of its path where two are called alike. */
function overlayName(file: string, all: readonly BindingsOverlay[]): string {
  if (all.length === 1) return 'bindings.overlay.yaml';
  const own = stem(basename(file));
  const isAlone = all.filter((one) => stem(basename(one.file)) === own).length === 1;
  return `${isAlone ? own : stem(file).replace(/[^\w.-]+/g, '_')}.bindings.overlay.yaml`;
}

function stem(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

export const MAPPING = 'all_services.csv';
