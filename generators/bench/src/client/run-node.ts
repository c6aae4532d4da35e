import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Runs a script in a process of its own, and answers with what it printed. Throws where it fails, unless it may. */
export function runNode(
  args: readonly string[],
  { cwd, mayFail = false }: { readonly cwd: string; readonly mayFail?: boolean },
): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status === 0 || mayFail) return stdout;
  throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
}
