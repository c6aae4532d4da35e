import { resolve } from 'node:path';
import type { InputFile } from '@plumbline/model';
import { type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { isUrl } from '../inputs/is-url.ts';
import type { NamedInput } from '../inputs/named-input.ts';
import type { Job } from '../jobs/job.ts';
import type { ProviderDocuments } from '../pipeline/reconcile-documents.ts';
import type { GitTree } from './git-tree.ts';

/** The documents of a job as they were in a commit; the config is today's. */
export async function revisionDocuments(
  job: Job,
  { tree, revision, cwd }: { readonly tree: GitTree; readonly revision: string; readonly cwd: string },
): Promise<ProviderDocuments | WrongUse> {
  const missing: string[] = [];
  const read = async (inputs: readonly NamedInput[]): Promise<readonly InputFile[]> => {
    const paths = new Set<string>();
    for (const { pattern, base } of inputs) {
      const path = resolve(base, pattern);
      const found = isUrl(pattern) ? [] : tree.has(path) ? [path] : await tree.matching(path);
      if (found.length === 0) missing.push(pattern);
      for (const one of found) paths.add(one);
    }
    return tree.read([...paths]);
  };
  const spec = await read(job.spec);
  const [lost] = missing;
  if (lost !== undefined)
    return wrongUse(
      `\`${lost}\` matches nothing in \`${revision}\`.`,
      'Documents of a revision are found by the config as it is now; where they were moved, give two files.',
    );
  return {
    settings: job.settings,
    spec,
    specOptions: {
      referenced: (path) => tree.read([resolve(cwd, path)])[0],
      overlays: await read(job.overlays),
    },
    pages: await read(job.pages),
    providerYaml: await read(job.providerYaml),
  };
}
