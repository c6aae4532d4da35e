import { join } from 'node:path';
import { type Documents, quietRun } from '../command-line/invocation.ts';
import { OUTPUTS } from '../command-line/options.ts';
import { run } from '../commands/run.ts';
import type { Host } from '../host.ts';
import { BASELINE } from '../jobs/job.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { Found, Summary } from '../report/report.ts';
import { namesOf, type WorkspacePlan } from './files/plan.ts';

/** What `generate` made of a new workspace. */
export interface Generated {
  readonly found: Found;
  /** Findings that are in the baseline from the start, so that only new ones count. */
  readonly baselined: number;
  readonly files: number;
}

export interface GenerateOptions {
  readonly host: Host;
  readonly folder: string;
  readonly stages: Stages;
}

/**
 * Generates all outputs of a new workspace. Where documents that people wrote disagree, what is found becomes the
 * baseline: the workspace begins green. Null: `generate` did not end well, which it tells when it is run again.
 */
export async function generateOutputs(
  plan: WorkspacePlan,
  options: GenerateOptions,
): Promise<Generated | null> {
  const first = await summaryOf('generate', false, plan, options);
  if (first === null || first.errors === 0) return first && generated(first, 0);
  const baselined = await summaryOf('drift', true, plan, options);
  const second = baselined && (await summaryOf('generate', false, plan, options));
  return second && generated(first, first.errors + first.warnings + first.infos - countOf(second));
}

/** The file of a new workspace's baseline, relative to its folder. */
export function baselineFile(plan: WorkspacePlan): string {
  return `${namesOf(plan).specsFolder}/${BASELINE}`;
}

function countOf({ errors, warnings, infos }: Found): number {
  return errors + warnings + infos;
}

function generated({ errors, warnings, infos, providers }: Summary, baselined: number): Generated {
  const outputs = providers.flatMap((provider) => provider.outputs);
  const files = outputs.reduce((sum, { created, unchanged }) => sum + created.length + unchanged, 0);
  return { found: { errors, warnings, infos }, baselined, files };
}

async function summaryOf(
  command: 'generate' | 'drift',
  writeBaseline: boolean,
  plan: WorkspacePlan,
  { host, folder, stages }: GenerateOptions,
): Promise<Summary | null> {
  const files = [join(folder, namesOf(plan).specsFolder, 'plumbline.config.ts')];
  const documents: Documents = { by: 'config', files, providers: [] };
  const invocation = quietRun(command, documents, { only: OUTPUTS, writeBaseline });
  const said: string[] = [];
  const { env } = host;
  const stdout = { write: (text: string) => said.push(text) };
  const ending = await run(invocation, { cwd: folder, env, stdout, stderr: { write() {} } }, stages);
  if (ending !== 0) return null;
  const report: { readonly summary: Summary } = JSON.parse(said.join(''));
  return report.summary;
}
