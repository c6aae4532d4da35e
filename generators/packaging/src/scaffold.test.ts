import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { expect, it } from 'vitest';
import { root } from './published.ts';
import { output } from './run.ts';
import { SPEC } from './sample-spec.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const folder = temporaryFolder();

it('a scaffolded client builds, and packs as a package that publint wants', async () => {
  writeFiles(folder, { 'openapi.yaml': SPEC });
  const command = path.join(root, 'generators/cli/dist/bin.js');
  const documents = ['--provider', 'pets', '--spec', 'openapi.yaml', '--out', 'out'];
  output(folder, [process.execPath, command, 'generate', ...documents, '--only', 'client']);

  const client = path.join(folder, 'out/client');
  const modules = path.join(client, 'node_modules');
  mkdirSync(path.join(modules, '@plumbline'), { recursive: true });
  for (const name of ['tsdown', 'typescript', '@plumbline/client-runtime']) {
    symlinkSync(
      path.join(root, 'generators/packaging/node_modules', name),
      path.join(modules, name),
      'junction',
    );
  }
  output(client, [process.execPath, path.join(modules, 'tsdown/dist/run.mjs')]);
  output(client, ['pnpm', 'pack', '--pack-destination', folder]);

  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const data = new Uint8Array(readFileSync(path.join(folder, tarball)));
  const { messages, pkg } = await publint({ pack: { tarball: data.buffer }, strict: true });
  expect(messages).toEqual([]);
  expect(pkg).toMatchObject({ exports: { '.': { default: './dist/index.js' } } });
});
