import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, startServer } from './loopback-server.ts';
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
  const { stop } = await startServer(bin, ['--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    alive: `${url}-/ping`,
  });
  try {
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
