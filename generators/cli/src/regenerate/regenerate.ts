import { EXIT } from '../command-line/exit-codes.ts';
import type { RegenerateInvocation } from '../command-line/invocation.ts';
import type { Ending } from '../commands/run.ts';
import type { Host } from '../host.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { regenerateFiles, tellRegeneration } from './regenerate-files.ts';
import { isEmpty } from './regeneration.ts';

/** Takes up what is published, and what a new generator makes; by a pull request where that is asked for. */
export async function regenerate(
  invocation: RegenerateInvocation,
  host: Host,
  stages: Stages = STAGES,
): Promise<Ending> {
  if (invocation.pullRequest) {
    const { regenerateByPullRequest } = await import('./by-pull-request.ts');
    return regenerateByPullRequest(invocation, host, stages);
  }
  const outcome = await regenerateFiles(invocation, { host, stages, commit: () => null });
  if ('ending' in outcome) return outcome.ending;
  tellRegeneration(outcome, host);
  if (!isEmpty(outcome)) host.stderr.write('It is written, and not committed.\n');
  return EXIT.ok;
}
