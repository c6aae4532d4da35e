import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProviderModel } from '@plumbline/model';
import { FOLDERS } from '../folders.ts';
import type { Peers } from '../peers.ts';
import { TARGET } from './compiler-options.ts';
import { runNode } from './run-node.ts';
import type { Subject } from './subjects.ts';

/** A folder of an application, with the client of each generator in it. */
export interface Application {
  readonly folder: string;
  readonly model: Pick<ProviderModel, 'services' | 'operations'>;
  /** Sources of the peers, relative to the folder: their users have them beside their own. */
  readonly sources: { readonly heyApi: string; readonly redocly: string };
}

/**
 * Has each generator make its client. Plumbline's is compiled as it is published: modules and their types, installed as
 * packages, with the runtime.
 */
export function generateClients(subject: Subject, peers: Peers): Application {
  const folder = path.join(subject.folder, 'application');
  mkdirSync(path.join(folder, 'src/openapi-typescript'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));

  const plumbline = [FOLDERS.source];
  const quiet = ['--config', subject.config, '--fail-on', 'never', '--quiet'];
  runNode([...plumbline, 'generate', ...quiet, '--only', 'client'], { cwd: subject.folder });
  const model = runNode([...plumbline, 'model', ...quiet], { cwd: subject.folder });
  const modules = path.join(folder, 'node_modules');
  build(path.join(FOLDERS.root, 'packages/client-runtime'), path.join(modules, '@plumbline/client-runtime'));
  symlinkSync(peers.openapiFetch, path.join(modules, 'openapi-fetch'), 'junction');
  const emitted = path.join(subject.folder, 'emitted');
  symlinkSync(modules, path.join(emitted, 'node_modules'), 'junction');
  build(emitted, path.join(modules, `${subject.id}-client`));

  const types = path.join(folder, 'src/openapi-typescript/paths.ts');
  runNode([peers.openapiTypescript, subject.spec, '-o', types], { cwd: folder });
  runNode(
    [peers.redocly, 'generate-client', subject.spec, '-o', path.join(folder, 'src/redocly/client.ts')],
    {
      cwd: folder,
    },
  );
  runNode([peers.heyApi, '-i', subject.mended, '-o', path.join(folder, 'src/hey-api'), '--no-log-file'], {
    cwd: folder,
  });
  return {
    folder,
    model: JSON.parse(model),
    sources: { heyApi: 'src/hey-api/sdk.gen.ts', redocly: 'src/redocly/client.ts' },
  };
}

/** Compiles a package, and writes its package.json as pnpm publishes it. */
function build(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  writeFileSync(path.join(target, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
  const config = path.join(target, 'tsconfig.json');
  const settings = {
    compilerOptions: {
      ...TARGET,
      module: 'nodenext',
      exactOptionalPropertyTypes: true,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: path.join(source, 'src'),
      outDir: path.join(target, 'dist'),
    },
    include: [path.join(source, 'src/**/*.ts')],
    exclude: [path.join(source, 'src/**/*.test.ts'), path.join(source, 'src/testing')],
  };
  writeFileSync(config, JSON.stringify(settings));
  runNode([FOLDERS.typescript7, '-p', config], { cwd: target });
}
