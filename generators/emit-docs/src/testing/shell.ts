import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether this machine has what the commands are for. */
export const hasCurl = ['bash', 'curl'].every(
  (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
);

export interface ShellOptions {
  /** The server of the commands, and where their requests go instead. */
  readonly origin: string;
  readonly server: string;
  readonly environment: { readonly [variable: string]: string };
}

/**
 * Runs commands as they stand in bash, in a folder that holds a `file`, and returns the status of each answer. `curl`
 * gathers there what the shell makes of its words, so that one process sends the requests of all, in their order.
 */
export async function statusesOf(
  commands: readonly string[],
  { origin, server, environment }: ShellOptions,
): Promise<readonly number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-curl-'));
  writeFileSync(path.join(folder, 'file'), 'content');
  const script = [
    'set -u; all=()',
    'curl() {',
    '  if (( ${#all[@]} )); then all+=(--next); fi',
    "  all+=(--silent --show-error --output /dev/null --write-out '%{response_code}\\n')",
    '  all+=("${@/#$ORIGIN/$SERVER}")',
    '}',
    ...commands,
    'command curl "${all[@]}"',
  ].join('\n');
  try {
    writeFileSync(path.join(folder, 'commands.sh'), script);
    const { stdout, stderr } = await run('bash', ['commands.sh'], {
      cwd: folder,
      env: { PATH: process.env.PATH, ORIGIN: origin, SERVER: server, ...environment },
      maxBuffer: 2 ** 24,
    });
    if (stderr !== '') throw new Error(stderr);
    return stdout.trim().split('\n').map(Number);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
