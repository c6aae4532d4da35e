import { spawn } from 'node:child_process';
import process from 'node:process';

export interface ChildOutcome {
  /** Null: it was ended, since its time had passed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script by this Node.js, for so long at most. */
export function runChild(
  script: string,
  args: readonly string[],
  {
    cwd,
    env,
    seconds,
  }: { readonly cwd: string; readonly env: { readonly [name: string]: string }; readonly seconds: number },
): Promise<ChildOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    });
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }));
  });
}
