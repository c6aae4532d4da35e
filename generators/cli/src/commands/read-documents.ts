import type { Diagnostic, DraftDiagnostic, InputFile } from '@plumbline/model';
import { expandInputs } from '../inputs/expand.ts';
import type { NamedInput } from '../inputs/named-input.ts';
import { readInputs } from '../inputs/read.ts';
import type { ReferencedFiles } from '../inputs/referenced.ts';
import { fetchInputs } from '../inputs/remote.ts';
import type { Job } from '../jobs/job.ts';
import type { ProviderDocuments } from '../pipeline/reconcile-documents.ts';
import { reported } from './reported.ts';

/** Why there is nothing to go on with. */
export interface Stopped {
  readonly unreadable: readonly Diagnostic[];
}

export interface ReadDocuments extends ProviderDocuments {
  /** What changed from version to version; null: nobody says. */
  readonly changelog: InputFile | null;
}

/** Reads the files that a job names. */
export async function readDocuments(
  job: Job,
  cwd: string,
  referenced: ReferencedFiles['read'],
): Promise<ReadDocuments | Stopped> {
  const remote = await fetchInputs(job.spec, job.allowRemote);
  const [spec, pages] = [await expandInputs(remote.others, cwd), await expandInputs(job.pages, cwd)];
  const specRead = readInputs(spec.files, { cwd, option: job.spec[0]?.option ?? '`--spec`' });
  const pagesRead = readInputs(pages.files, { cwd, option: job.pages[0]?.option ?? '`--pages`' });
  const overlays = await readInOrder(job.overlays, cwd);
  const yaml = await readProviderYamlFiles(job, cwd);
  const changelog = await readInOrder(job.changelog, cwd);
  const problems = [remote, spec, pages, specRead, pagesRead, overlays, yaml, changelog].flatMap(
    (read) => read.problems,
  );
  if (problems.length > 0) return { unreadable: reported(problems) };
  const specOptions = { referenced, overlays: overlays.files };
  const files = [...remote.files, ...specRead.files];
  return {
    settings: job.settings,
    spec: files,
    specOptions,
    pages: pagesRead.files,
    providerYaml: yaml.files,
    changelog: changelog.files[0] ?? null,
  };
}

async function readProviderYamlFiles(
  { providerYaml, allowRemote }: Job,
  cwd: string,
): Promise<ReturnType<typeof readInputs>> {
  const remote = await fetchInputs(providerYaml, allowRemote);
  const expanded = await expandInputs(remote.others, cwd);
  const read = readInputs(expanded.files, { cwd, option: providerYaml[0]?.option ?? '`--provider-yaml`' });
  return {
    files: [...remote.files, ...read.files],
    problems: [...remote.problems, ...expanded.problems, ...read.problems],
  };
}

/** In the order of the config; those of one pattern by their names. */
async function readInOrder(
  inputs: readonly NamedInput[],
  cwd: string,
): Promise<ReturnType<typeof readInputs>> {
  const files: InputFile[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const input of inputs) {
    const expanded = await expandInputs([input], cwd);
    const read = readInputs(expanded.files, { cwd, option: input.option });
    files.push(...read.files);
    problems.push(...expanded.problems, ...read.problems);
  }
  return { files, problems };
}
