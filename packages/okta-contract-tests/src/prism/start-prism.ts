import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mock server of another house. */
export interface Prism {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const DEADLINE_MS = 180_000;
/** A port that was free may be taken when Prism comes to listen, seconds later. */
const ATTEMPTS = 3;
const TAKEN = 'EADDRINUSE';

/**
 * Starts `prism mock --errors` on a file, with further flags: what does not conform is answered with 422 or 500 and
 * `application/problem+json`. Throws what Prism says where it does not start.
 */
export async function startPrism(
  file: string,
  flags: readonly string[] = [],
  attempts = ATTEMPTS,
): Promise<Prism> {
  try {
    return await startOn(await freePort(), file, flags);
  } catch (error) {
    if (attempts <= 1 || !String(error).includes(TAKEN)) throw error;
    return startPrism(file, flags, attempts - 1);
  }
}

async function startOn(port: number, file: string, flags: readonly string[]): Promise<Prism> {
  const command = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
  // Of each request Prism logs six lines, and reads them again: that would cost as much as to answer it.
  const silent = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent'];
  const args = [command, 'mock', '--errors', ...silent, ...flags, file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-2000);
  });
  // With it, all that it says has come.
  const exited = once(child, 'close');
  const kill = () => child.kill();
  // Whatever becomes of the test, it leaves no server behind.
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    kill();
    await exited;
  };
  const until = performance.now() + DEADLINE_MS;
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) {
      process.off('exit', kill);
      await exited;
      throw new Error(`Prism does not start: ${said}`);
    }
    if (performance.now() > until) {
      await close();
      throw new Error(`Prism does not listen after ${DEADLINE_MS / 1000} s: ${said}`);
    }
    await sleep(100);
  }
  return { url: `http://127.0.0.1:${port}`, close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A server of TCP has a port.');
  return address.port;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (isOpenNow: boolean) => {
      socket.destroy();
      resolve(isOpenNow);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
