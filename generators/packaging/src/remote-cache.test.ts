import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type LoopbackServer, startServer } from './loopback-server.ts';
import { output, run } from './run.ts';
import { ORCHARD, SWAGGER } from './sample-spec.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const command = path.join(root, 'generators/cli/dist/bin.js');
const TOKEN = 'secret of this test';

describe('a remote cache, which two clones share', () => {
  const folder = temporaryFolder();
  const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
  const started: { server?: LoopbackServer; url?: string } = {};

  beforeAll(async () => {
    const port = await freePort();
    const storage = path.join(folder, 'storage');
    mkdirSync(storage);
    started.url = `http://127.0.0.1:${port}`;
    started.server = await startServer(
      path.join(import.meta.dirname, '../node_modules/turborepo-remote-cache/dist/cli.js'),
      [],
      {
        cwd: folder,
        env: {
          PORT: String(port),
          HOST: '127.0.0.1',
          TURBO_TOKEN: TOKEN,
          STORAGE_PROVIDER: 'local',
          STORAGE_PATH: storage,
          LOG_LEVEL: 'silent',
          NODE_ENV: 'production',
        },
        alive: `${started.url}/v8/artifacts/status`,
      },
    );
    writeFiles(folder, { 'orchard.yaml': ORCHARD, 'depot.json': SWAGGER });
    for (const [provider, spec] of [
      ['orchard', 'orchard.yaml'],
      ['depot', 'depot.json'],
    ] as const) {
      const documents = ['--provider', provider, '--spec', spec, '--scope', 'acme'];
      output(folder, [process.execPath, command, 'init', '--yes', ...documents, '--dir', 'one']);
    }
    clone(one, two);
    // What a repository holds before anything is generated: the second clone has to get it from elsewhere.
    for (const workspace of [one, two]) {
      for (const generated of globSync(OUTPUTS, { cwd: workspace }))
        rmSync(path.join(workspace, generated), { recursive: true, force: true });
      prepare(workspace);
    }
  });
  afterAll(() => started.server?.stop());

  /** Task → whether it was taken from a cache. */
  const turbo = (workspace: string, ...tasks: readonly string[]): { readonly [task: string]: string } => {
    const ran = run(
      workspace,
      [
        path.join(root, 'node_modules/.bin/turbo'),
        'run',
        ...tasks,
        '--summarize',
        '--cache=local:rw,remote:rw',
      ],
      {
        TURBO_API: started.url,
        TURBO_TEAM: 'team_acme',
        TURBO_TOKEN: TOKEN,
        TURBO_TELEMETRY_DISABLED: '1',
        pnpm_config_verify_deps_before_run: 'false',
      },
    );
    expect(ran.status, `${ran.stdout}${ran.stderr}`).toBe(0);
    return tasksOf(workspace);
  };

  it('spares the second clone all that the first has done, and gives it the same files', () => {
    // `check` reads what `generate` writes, as CI does in a repository that keeps it: one after the other.
    const all = (workspace: string) => [turbo(workspace, 'generate'), turbo(workspace, 'check')];
    const eachFrom = (source: string) =>
      ['generate', 'check'].map((task) => ({
        [`@acme/specs-depot#${task}`]: source,
        [`@acme/specs-orchard#${task}`]: source,
      }));
    expect(all(one)).toEqual(eachFrom('MISS'));
    expect(all(two)).toEqual(eachFrom('REMOTE'));
    const generated = generatedIn(two);
    expect(Object.keys(generated).length).toBeGreaterThan(20);
    expect(generated).toEqual(generatedIn(one));
  });

  it('does again what a change of one page reaches, and no other provider', () => {
    const [page = ''] = globSync('specs/orchard/resources/*/*.md', { cwd: two });
    const file = path.join(two, page);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/## Methods/, 'Trees of all farms.\n\n$&'));
    expect(turbo(two, 'generate')).toEqual({
      '@acme/specs-depot#generate': 'LOCAL',
      '@acme/specs-orchard#generate': 'MISS',
    });
    // The other clone gets that too.
    cpSync(file, path.join(one, page));
    expect(turbo(one, 'generate')['@acme/specs-orchard#generate']).toBe('REMOTE');
    expect(generatedIn(one)).toEqual(generatedIn(two));
  });
});

const OUTPUTS = ['packages/*/src/generated', 'docs/content/*', '**/node_modules', '**/.turbo'];

/** As git would: with a local cache of its own. */
function clone(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

/** What `pnpm install` would make: the command, as the packages' scripts name it. */
function prepare(workspace: string): void {
  const bin = path.join(workspace, 'node_modules/.bin/plumbline');
  writeFiles(workspace, {
    'node_modules/.bin/plumbline': `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`,
  });
  chmodSync(bin, 0o755);
}

function tasksOf(workspace: string): { readonly [task: string]: string } {
  const folder = path.join(workspace, '.turbo/runs');
  const [last = ''] = globSync('*.json', { cwd: folder }).sort().reverse();
  const summary: { readonly tasks: readonly Task[] } = JSON.parse(
    readFileSync(path.join(folder, last), 'utf8'),
  );
  rmSync(folder, { recursive: true });
  return Object.fromEntries(
    summary.tasks
      .filter(({ command: script }) => script !== '<NONEXISTENT>')
      .map(({ taskId, cache }) => [taskId, cache.status === 'HIT' ? (cache.source ?? 'HIT') : 'MISS'])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

interface Task {
  readonly taskId: string;
  readonly command: string;
  readonly cache: { readonly status: string; readonly source?: string };
}

function generatedIn(workspace: string): { readonly [file: string]: string } {
  const files = globSync(['packages/*/src/generated/**/*', 'docs/content/**/*'], {
    cwd: workspace,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(workspace, path.join(entry.parentPath, entry.name)))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(workspace, file), 'utf8')]));
}
