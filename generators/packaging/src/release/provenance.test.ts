import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../published.ts';
import { run } from '../run.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';

const hasPnpm = run(root, ['pnpm', '--version']).status === 0;
const workflow = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');

/** The variable by which the workflow asks for provenance. */
const [, NAME = '', VALUE = ''] = /^ +(\w*provenance\w*): "(\w+)"$/im.exec(workflow) ?? [];

/** A registry, and GitHub's service of identity tokens, which has none. */
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const status = request.url?.startsWith('/token') ? 500 : request.method === 'PUT' ? 201 : 404;
  response.writeHead(status, { 'content-type': 'application/json' });
  request.resume().on('end', () => response.end('{}'));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((stopped) => server.close(() => stopped())));

const folder = temporaryFolder();

/** Publishes a package as a job of GitHub Actions would; the answer is what was asked of the network. */
async function publish(env: { readonly [name: string]: string }): Promise<readonly string[]> {
  const repository = { type: 'git', url: 'git+https://github.com/acme/sdk.git' };
  writeFiles(folder, {
    'package.json': JSON.stringify({ name: '@acme/sdk', version: '1.0.0', repository }),
    '.npmrc': `registry=http://${address}/\n//${address}/:_authToken=token\n`,
  });
  asked.length = 0;
  const child = spawn('pnpm', ['publish', '--no-git-checks', '--access', 'public'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/sdk',
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://${address}/token?`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
      ...env,
    },
  });
  await new Promise((ended) => child.on('close', ended));
  return asked.map((request) => request.replace(/&?audience=(\w+).*$/, ' $1'));
}

describe.skipIf(!hasPnpm)('a publication (needs pnpm)', () => {
  it('by the workflow asks for the token that signs provenance, and is none without', async () => {
    expect(NAME).not.toBe('');
    const requests = await publish({ [NAME]: VALUE });
    expect(requests.some((request) => request.endsWith(' sigstore'))).toBe(true);
    expect(requests.filter((request) => request.startsWith('PUT '))).toEqual([]);
  });

  it('would have none by the variable of npm', async () => {
    const requests = await publish({ NPM_CONFIG_PROVENANCE: 'true' });
    expect(requests.some((request) => request.endsWith(' sigstore'))).toBe(false);
    expect(requests).toContain('PUT /@acme%2fsdk');
  });
});
