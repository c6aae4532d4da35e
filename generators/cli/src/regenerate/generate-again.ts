import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ending } from '../commands/run.ts';
import { runForSummary } from '../commands/run-for-summary.ts';
import type { Host } from '../host.ts';
import { folderOf, type Job } from '../jobs/job.ts';
import { MANIFEST, parseManifest } from '../output/manifest.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { Summary } from '../report/report.ts';

/** What `plumbline generate` did. */
export interface Generated {
  /** Providers of which it wrote files. */
  readonly providers: readonly string[];
  /** Providers of whose client it did. */
  readonly clients: readonly string[];
  /** How many files it wrote or deleted. */
  readonly files: number;
  /** Files that someone edited. */
  readonly kept: readonly string[];
}

export interface GenerateAgainOptions {
  readonly configs: readonly string[];
  readonly providers: readonly string[];
  readonly host: Host;
  readonly stages: Stages;
}

/** Runs `plumbline generate`; where it does not get to its end, it has said why on standard error. */
export async function generateAgain(
  options: GenerateAgainOptions,
): Promise<Generated | { readonly ending: Ending }> {
  const { configs, providers, host, stages } = options;
  const documents = { by: 'config', files: configs, providers } as const;
  const { told, said, ending } = await runForSummary(
    'generate',
    { documents, failOn: 'never' },
    { host, stages },
  );
  if (told === null || ending !== 0) {
    host.stderr.write(said);
    return { ending };
  }
  const { summary } = told;
  const outputs = summary.providers.flatMap(({ provider, outputs: all }) =>
    all.map((one) => ({ provider, ...one, files: countOf(one) })),
  );
  const written = outputs.filter(({ files }) => files > 0);
  return {
    providers: [...new Set(written.map(({ provider }) => provider))],
    clients: written.filter(({ output }) => output === 'client').map(({ provider }) => provider),
    files: written.reduce((sum, { files }) => sum + files, 0),
    kept: outputs.flatMap(({ folder, kept }) => kept.map((path) => `${folder}/${path}`)),
  };
}

function countOf({ created, updated, deleted, scaffolded }: Summary['providers'][number]['outputs'][number]) {
  return created.length + updated.length + deleted.length + scaffolded.length;
}

/** What generated the files of a provider last; null: nobody says, or nothing is generated. */
export function lastGenerator({ targets }: Job): string | null {
  for (const target of targets) {
    const file = join(folderOf(target), MANIFEST);
    if (!existsSync(file)) continue;
    const manifest = parseManifest(readFileSync(file, 'utf8'));
    if ('generator' in manifest) return manifest.generator;
  }
  return null;
}
