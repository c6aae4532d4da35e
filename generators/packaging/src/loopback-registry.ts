import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { output } from './run.ts';

/** A registry on the loopback interface that has our packages; others come from the one that npm is configured to. */
export interface LoopbackRegistry {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts Verdaccio in a folder of its own, and publishes tarballs into it. */
export async function startRegistry(
  folder: string,
  tarballs: ReadonlyMap<string, string>,
): Promise<LoopbackRegistry> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = path.join(folder, 'config.yaml');
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, CONFIG);
  const bin = path.join(import.meta.dirname, '../node_modules/verdaccio/bin/verdaccio');
  const server = spawn(process.execPath, [bin, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
  };
  try {
    await answering(`${url}-/ping`, () => server.exitCode !== null);
    for (const [name, file] of tarballs) await publish(url, name, file);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Anybody on this machine may publish; nothing is asked of another registry. */
const CONFIG = `storage: ./storage
auth: {}
packages:
  '**': { access: $all, publish: $all }
log: { type: stdout, level: error }
web: { enable: false }
`;

async function answering(url: string, hasEnded: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !hasEnded(); tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // It is not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Verdaccio does not answer.');
}

/** What `npm publish` sends (the registry's `PUT /:package`), without asking for credentials. */
async function publish(registry: string, name: string, file: string): Promise<void> {
  const data = readFileSync(file);
  const manifest = JSON.parse(output('.', ['tar', 'xzOf', file, 'package/package.json']));
  const { version } = manifest;
  const tarball = `${name}-${version}.tgz`;
  const hash = (algorithm: string, encoding: 'hex' | 'base64') =>
    createHash(algorithm).update(data).digest(encoding);
  const dist = {
    tarball: `${registry}${name}/-/${path.posix.basename(tarball)}`,
    shasum: hash('sha1', 'hex'),
    integrity: `sha512-${hash('sha512', 'base64')}`,
  };
  const response = await fetch(`${registry}${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      _id: name,
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
      _attachments: {
        [tarball]: {
          content_type: 'application/octet-stream',
          data: data.toString('base64'),
          length: data.length,
        },
      },
    }),
  });
  if (!response.ok) throw new Error(`${name} was not published: ${response.status} ${await response.text()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
