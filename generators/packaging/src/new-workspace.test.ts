import { appendFileSync, cpSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LoopbackRegistry, startRegistry } from './loopback-registry.ts';
import { type RemoteCache, startRemoteCache } from './remote-cache.ts';
import { output, run } from './run.ts';
import { ORCHARD, SWAGGER } from './sample-spec.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';
import { runTasks, type TaskSources } from './turbo-tasks.ts';

const tarballs = inject('tarballs');

describe.skipIf(tarballs === null)('what `plumbline init` makes (needs the npm registry)', () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'workspace');
  const userConfig = path.join(folder, 'npmrc');
  const environment = {
    NPM_CONFIG_USERCONFIG: userConfig,
    npm_config_userconfig: userConfig,
    // What is installed is looked at by the tests themselves.
    pnpm_config_verify_deps_before_run: 'false',
  };
  const started: { registry?: LoopbackRegistry; cache?: RemoteCache } = {};
  const plumbline = (...args: readonly string[]): string => {
    const bin = path.join(folder, 'tool/node_modules/@plumbline/cli/dist/bin.js');
    return output(folder, [process.execPath, bin, ...args]);
  };
  const pnpm = (...args: readonly string[]): string => output(workspace, ['pnpm', ...args], environment);
  /** All tasks of the workspace, or of another clone of it: where each was taken from. */
  const allTasks = (clone = workspace): TaskSources => runTasks(clone, TASKS, started.cache?.env);

  beforeAll(async () => {
    const registry = await startRegistry(
      path.join(folder, 'registry'),
      new Map(Object.entries(tarballs ?? {})),
    );
    started.registry = registry;
    started.cache = await startRemoteCache(path.join(folder, 'cache'));
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
  afterAll(() => Promise.all([started.registry?.stop(), started.cache?.stop()]));

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
    git(workspace, 'init', '--quiet');
    git(workspace, 'add', '--all');
    git(workspace, 'commit', '--quiet', '--message', 'A new workspace');
    pnpm('generate');
    pnpm('check', '--fail-on', 'warning');
    expect(new Set(Object.values(allTasks()))).toEqual(new Set(['MISS']));
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

  describe('on another machine, with a cache that both share', () => {
    const second = path.join(folder, 'second');

    it('is done already, with nothing installed: the first has done it', () => {
      git(folder, 'clone', '--quiet', workspace, second);
      const tasks = allTasks(second);
      expect(Object.keys(tasks)).toEqual([
        ...tasksOf('depot'),
        '@acme/docs#docs',
        '@acme/docs#types',
        ...tasksOf('orchard'),
        '@acme/specs-depot#generate',
        '@acme/specs-orchard#generate',
      ]);
      expect(new Set(Object.values(tasks))).toEqual(new Set(['REMOTE']));
      for (const built of ['docs/build', 'packages/depot-client/dist', 'packages/orchard-client/dist']) {
        const files = globSync('**/*', { cwd: path.join(workspace, built) }).sort();
        expect(files.length).toBeGreaterThan(5);
        expect(globSync('**/*', { cwd: path.join(second, built) }).sort()).toEqual(files);
      }
    });

    it('is done again where a change of a page reaches it, and nowhere else', () => {
      const page = 'specs/orchard/resources/trees/trees.md';
      const ran = (tasks: TaskSources) => Object.keys(tasks).filter((task) => tasks[task] === 'MISS');
      // What nothing that is generated says.
      appendFileSync(path.join(workspace, page), '\n');
      expect(ran(allTasks())).toEqual(['@acme/specs-orchard#generate']);
      const text = readFileSync(path.join(workspace, page), 'utf8');
      writeFileSync(path.join(workspace, page), text.replaceAll('Gets a tree.', 'Gets one tree of all.'));
      expect(ran(allTasks())).toEqual([
        '@acme/docs#docs',
        ...tasksOf('orchard'),
        '@acme/specs-orchard#generate',
      ]);
      const built = readFileSync(path.join(workspace, 'docs/build/orchard/trees/trees.html'), 'utf8');
      expect(built).toContain('Gets one tree of all.');
      // The other machine takes up the page alone.
      cpSync(path.join(workspace, page), path.join(second, page));
      expect(ran(allTasks(second))).toEqual([]);
      expect(filesOf(second)).toEqual(filesOf(workspace));
    });
  });
});

const TASKS = ['generate', 'types', 'test', 'build', 'docs'];

/** The tasks of a provider that come after `generate`. */
function tasksOf(provider: string): readonly string[] {
  const tasks = ['client#build', 'client#types', 'contract-tests#test', 'contract-tests#types'];
  return tasks.map((task) => `@acme/${provider}-${task}`);
}

function git(cwd: string, ...args: readonly string[]): void {
  output(cwd, ['git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]);
}

/** What a repository would keep, with its text. */
function filesOf(folder: string): { readonly [file: string]: string } {
  const made = /(?:^|\/)(?:node_modules|\.turbo|\.docusaurus|dist|build)(?:\/|$)|^pnpm-lock\.yaml$/;
  const files = globSync('**/*', { cwd: folder, exclude: (name) => made.test(String(name)) })
    .filter((file) => !made.test(file) && /\.[a-z]+$/.test(file))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
