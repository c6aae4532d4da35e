import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hostileSpec } from './spec.ts';

const run = promisify(execFile);
const site = path.join(import.meta.dirname, '../..');
const bin = (name: string) => path.join(site, 'node_modules/.bin', name);

export interface HostileSite {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Generates the pages of a provider that is hostile throughout, by the command itself, and builds a site of them. */
export async function buildHostileSite(): Promise<HostileSite> {
  const work = await mkdtemp(path.join(tmpdir(), 'plumbline-hostile-'));
  await writeFile(path.join(work, 'openapi.json'), JSON.stringify(hostileSpec()));
  const options = ['--provider', 'hostile', '--spec', 'openapi.json', '--out', 'content', '--only', 'docs'];
  await run(bin('plumbline'), ['generate', ...options, '--fail-on', 'never', '--quiet'], { cwd: work });
  await rename(path.join(work, 'content/docs'), path.join(work, 'content/hostile'));
  const folder = path.join(work, 'site');
  await run(bin('docusaurus'), ['build', '--out-dir', folder], {
    cwd: site,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      PLUMBLINE_DOCS_CONTENT: path.join(work, 'content'),
      DOCUSAURUS_GENERATED_FILES_DIR_NAME: '.docusaurus-hostile',
      DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    },
  });
  return { folder, remove: () => rm(work, { recursive: true, force: true }) };
}
