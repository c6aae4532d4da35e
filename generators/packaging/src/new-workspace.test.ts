import { cpSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LoopbackRegistry, startRegistry } from './loopback-registry.ts';
import { output, run } from './run.ts';
import { ORCHARD, SWAGGER } from './sample-spec.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const tarballs = inject('tarballs');

describe.skipIf(tarballs === null)('what `plumbline init` makes (needs the npm registry)', () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const userConfig = path.join(folder, 'npmrc');
  const environment = {
    NPM_CONFIG_USERCONFIG: userConfig,
    npm_config_userconfig: userConfig,
    TURBO_TELEMETRY_DISABLED: '1',
    // What is installed is looked at by the tests themselves.
    pnpm_config_verify_deps_before_run: 'false',
  };
  const started: { registry?: LoopbackRegistry } = {};
  const plumbline = (...args: readonly string[]): string => {
    const bin = path.join(folder, 'tool/node_modules/@plumbline/cli/dist/bin.js');
    return output(folder, [process.execPath, bin, ...args]);
  };
  const pnpm = (...args: readonly string[]): string => output(workspace, ['pnpm', ...args], environment);

  beforeAll(async () => {
    const registry = await startRegistry(
      path.join(folder, 'registry'),
      new Map(Object.entries(tarballs ?? {})),
    );
    started.registry = registry;
    const theirs = run(folder, ['npm', 'config', 'get', 'userconfig']).stdout.trim();
    const kept = existsSync(theirs) ? readFileSync(theirs, 'utf8') : '';
    writeFileSync(userConfig, `${kept}\n@plumbline:registry=${registry.url}\n`);
    writeFiles(folder, {
      'tool/package.json': { private: true },
      'orchard.yaml': ORCHARD,
      'depot.json': SWAGGER,
    });
    const install = ['npm', 'install', '@plumbline/cli', '--no-audit', '--no-fund', '--prefer-offline'];
    output(path.join(folder, 'tool'), install, environment);
  });
  afterAll(() => started.registry?.stop());

  it('is made of a spec alone, and takes another provider, of pages that disagree with their spec', () => {
    plumbline(
      'init',
      '--provider',
      'orchard',
      '--spec',
      'orchard.yaml',
      '--scope',
      'acme',
      '--dir',
      'workspace',
    );
    plumbline('init', '--yes', '--provider', 'depot', '--spec', 'depot.json', '--dir', 'elsewhere');
    const pages = path.join(folder, 'pages');
    cpSync(path.join(folder, 'elsewhere/specs/depot/resources'), pages, { recursive: true });
    for (const file of globSync('**/*.md', { cwd: pages })) {
      const page = path.join(pages, file);
      writeFileSync(page, readFileSync(page, 'utf8').replaceAll('small, large', 'small, huge'));
    }
    const documents = ['--provider', 'depot', '--spec', 'depot.json', '--pages', 'pages/**/*.md'];
    plumbline('init', ...documents, '--scope', 'acme', '--dir', 'workspace');
    expect(existsSync(path.join(workspace, 'specs/depot/plumbline.baseline.json'))).toBe(true);
  });

  it('installs, and passes generate, check, types, test and both builds untouched', () => {
    const before = filesOf(workspace);
    pnpm('install', '--prefer-offline');
    pnpm('generate');
    pnpm('check', '--fail-on', 'warning');
    pnpm('exec', 'turbo', 'run', ...TASKS, '--output-logs=errors-only');
    expect(filesOf(workspace)).toEqual(before);
  });

  it('has a site with the reference and the guides', () => {
    const site = path.join(workspace, 'docs/build');
    expect(readFileSync(path.join(site, 'index.html'), 'utf8')).toContain('Orchard API');
    expect(readFileSync(path.join(site, 'orchard/trees/trees.html'), 'utf8')).toContain(
      'orchard.trees.trees',
    );
    expect(globSync('depot/*/*.html', { cwd: site })).not.toEqual([]);
    expect(existsSync(path.join(site, 'guides.html'))).toBe(true);
  });

  it('has a client that runs', () => {
    const script = `import { createOrchardClient } from './dist/index.js';
const fetch = async (request) => Response.json({ id: new URL(request.url).href, species: 'pear' });
const client = createOrchardClient({ auth: { apiKey: 'k' }, fetch });
console.log((await client.trees.trees.getTree({ treeId: 'a b' })).id);`;
    const client = path.join(workspace, 'packages/orchard-client');
    expect(output(client, [process.execPath, '--input-type=module', '-e', script])).toBe(
      'https://eu.orchard.example.com/v1/trees/a%20b\n',
    );
  });

  it('does nothing twice that is as it was', () => {
    const plan = pnpm('exec', 'turbo', 'run', ...TASKS, '--dry-run=json');
    const { tasks }: { readonly tasks: readonly Task[] } = JSON.parse(plan.slice(plan.indexOf('{')));
    const done = tasks.filter(({ command }) => command !== '<NONEXISTENT>');
    expect(done.length).toBeGreaterThan(8);
    expect(done.filter(({ cache }) => cache.status !== 'HIT').map(({ taskId }) => taskId)).toEqual([]);
  });
});

const TASKS = ['generate', 'types', 'test', 'build', 'docs'];

/** What turbo tells of a task before it runs. */
interface Task {
  readonly taskId: string;
  readonly command: string;
  readonly cache: { readonly status: string };
}

/** What a repository would keep, with its text. */
function filesOf(folder: string): { readonly [file: string]: string } {
  const made = /(?:^|\/)(?:node_modules|\.turbo|\.docusaurus|dist|build)(?:\/|$)|^pnpm-lock\.yaml$/;
  const files = globSync('**/*', { cwd: folder, exclude: (name) => made.test(String(name)) })
    .filter((file) => !made.test(file) && /\.[a-z]+$/.test(file))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
