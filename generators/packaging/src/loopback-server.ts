import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A server of another process, on the loopback interface. */
export interface LoopbackServer {
  readonly stop: () => Promise<void>;
}

/** Starts a script of Node.js, and waits until an address of it answers. */
export async function startServer(
  script: string,
  args: readonly string[],
  {
    cwd,
    env = {},
    alive,
  }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly alive: string },
): Promise<LoopbackServer> {
  const server = spawn(process.execPath, [script, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
  };
  try {
    await answering(alive, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // It is not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
