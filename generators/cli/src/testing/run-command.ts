import { parseCommandLine } from '../command-line/parse.ts';
import { type Ending, run } from '../commands/run.ts';
import { diff } from '../diff/diff.ts';
import { fix } from '../fix/fix.ts';
import type { Host } from '../host.ts';
import type { Stages } from '../pipeline/stages.ts';
import { FAKE_STAGES } from './stages.ts';

/** Runs a command line in a folder, on fake stages, and answers with what it said. */
export async function runCommand(
  cwd: string,
  line: string,
  stages: Stages = FAKE_STAGES,
  env: Host['env'] = {},
): Promise<{ readonly ending: Ending; readonly stdout: string; readonly stderr: string }> {
  const invocation = parseCommandLine(line.split(' '));
  if (invocation.kind !== 'run' && invocation.kind !== 'fix' && invocation.kind !== 'diff')
    throw new Error(`Not a command that runs: ${line}`);
  const stdout: string[] = [];
  const stderr: string[] = [];
  const host = {
    cwd,
    env,
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
  };
  const ending =
    invocation.kind === 'fix'
      ? await fix(invocation, host, stages)
      : invocation.kind === 'diff'
        ? await diff(invocation, host, stages)
        : await run(invocation, host, stages);
  return { ending, stdout: stdout.join(''), stderr: stderr.join('') };
}
