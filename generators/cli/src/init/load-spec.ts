import type { InputFile, Spec } from '@plumbline/model';
import { readDocuments, type Stopped } from '../commands/read-documents.ts';
import { reported } from '../commands/reported.ts';
import { referencedFiles } from '../inputs/referenced.ts';
import { optionJob } from '../jobs/option-job.ts';
import type { ReadStages } from '../pipeline/stages.ts';

/** A spec, and the files that it is made of. */
export interface LoadedSpec {
  readonly spec: Spec;
  /** Those that were named. */
  readonly entries: readonly InputFile[];
  /** Those that `$ref`s lead to. */
  readonly referenced: readonly InputFile[];
}

export interface LoadOptions {
  readonly cwd: string;
  /** URLs may be fetched. */
  readonly allowRemote: boolean;
}

/** Reads the spec that files, globs or URLs name, with all that it refers to. */
export async function loadSpec(
  names: readonly string[],
  { cwd, allowRemote }: LoadOptions,
  { readOpenApi }: Pick<ReadStages, 'readOpenApi'>,
): Promise<LoadedSpec | Stopped> {
  const seen = new Map<string, InputFile>();
  const referenced = referencedFiles(cwd, allowRemote);
  const follow = (path: string): InputFile | undefined => {
    const found = referenced.read(path);
    if (found !== undefined) seen.set(path, found);
    return found;
  };
  const documents = await readDocuments(jobOf({ spec: names, pages: [] }, { cwd, allowRemote }), cwd, follow);
  if ('unreadable' in documents) return documents;
  let spec = readOpenApi(documents.spec, documents.specOptions);
  // What is fetched may refer to more.
  while (await referenced.fetch()) spec = readOpenApi(documents.spec, documents.specOptions);
  if (referenced.problems.length > 0) return { unreadable: reported(referenced.problems) };
  if ('unreadable' in spec) return spec;
  const named = new Set(documents.spec.map(({ path }) => path));
  const others = [...seen.values()].filter(({ path }) => !named.has(path));
  return { spec, entries: documents.spec, referenced: others };
}

/** Reads the pages that files or globs name. */
export async function loadPages(
  names: readonly string[],
  options: LoadOptions,
): Promise<{ readonly pages: readonly InputFile[] } | Stopped> {
  if (names.length === 0) return { pages: [] };
  return readDocuments(jobOf({ spec: [], pages: names }, options), options.cwd, () => undefined);
}

function jobOf(
  named: { readonly spec: readonly string[]; readonly pages: readonly string[] },
  { cwd, allowRemote }: LoadOptions,
) {
  const job = optionJob({ provider: 'api', ...named, providerYaml: [], out: null }, cwd);
  return { ...job, allowRemote };
}
