import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../command-line/parse.ts';
import { main } from '../main.ts';
import { filesIn, temporaryFolder, writeFiles } from '../testing/temporary-folder.ts';
import { init } from './init.ts';
import type { Prompter } from './prompter.ts';

const SPEC = `openapi: 3.1.0
info: { title: Orchard API, version: '1' }
servers:
  - { url: 'https://{region}.orchard.example/v1', variables: { region: { default: eu, description: Where. } } }
security: [{ api_key: [] }]
paths:
  /trees:
    get:
      operationId: listTrees
      tags: [trees]
      summary: Lists trees.
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 9 } }]
      responses:
        '200':
          description: Trees.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
components:
  securitySchemes: { api_key: { type: apiKey, in: header, name: X-Key } }
  schemas: { Tree: { type: object, properties: { id: { type: string, description: The id. } } } }
`;

/** What configs import, which is found from source where no test runner is in between. */
const INSTALLED = {
  'node_modules/@plumbline/cli/package.json': '{ "type": "module", "exports": "./index.js" }',
  'node_modules/@plumbline/cli/index.js': 'export const defineConfig = (config) => config;\n',
};

interface Said {
  readonly ending: number | string;
  readonly stderr: string;
}

/** Runs `init` in a folder; without answers there is no terminal. */
async function initIn(
  cwd: string,
  line: string,
  answers: readonly (string | null)[] | null = null,
): Promise<Said> {
  const invocation = parseCommandLine(['init', ...line.split(' ').filter((word) => word !== '')]);
  if (invocation.kind === 'wrong-use') return { ending: 2, stderr: invocation.message };
  if (invocation.kind !== 'init') throw new Error(`Not init: ${line}`);
  const said: string[] = [];
  const left = [...(answers ?? [])];
  const prompter: Prompter = {
    async ask({ text, fallback }) {
      said.push(`${text} `);
      const given = left.shift();
      return given === undefined || given === null ? null : given || fallback;
    },
    close() {},
  };
  const host = { cwd, env: {}, stdout: { write() {} }, stderr: { write: (text: string) => said.push(text) } };
  const ending = await init(invocation, host, { prompter: answers === null ? null : prompter });
  return { ending, stderr: said.join('') };
}

/** Runs another command, for its exit code. */
async function exitOf(cwd: string, ...args: readonly string[]): Promise<number | string> {
  const sink = { write() {} };
  return main(args, { cwd, env: {}, stdout: sink, stderr: sink });
}

describe('a workspace of a spec alone', () => {
  const made = { folder: '', stderr: '', files: {} as { readonly [path: string]: string } };

  beforeAll(async () => {
    made.folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-init-')));
    writeFiles(made.folder, { 'openapi.yaml': SPEC, ...INSTALLED });
    // Spec, provider, pages, scope, whether to write: as suggested, but for the scope.
    const said = await initIn(made.folder, '--dir orchard', ['', '', '', 'acme', '']);
    expect(said.ending).toBe(0);
    made.stderr = said.stderr;
    made.files = filesIn(join(made.folder, 'orchard'));
  }, 60_000);

  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

  it('asks for what it is not given, and says what it made and guessed', () => {
    expect(made.stderr).toContain('Write');
    expect(made.stderr).toContain('ORCHARD_REGION, ORCHARD_API_KEY from the environment');
    expect(made.stderr).toContain('no list tells how it is paged');
    expect(made.stderr).toContain('cd orchard');
  });

  it('has the design’s shape', () => {
    expect(Object.keys(made.files)).toEqual(
      expect.arrayContaining([
        '.changeset/config.json',
        '.github/workflows/plumbline.yml',
        '.gitignore',
        'README.md',
        'docs/content/orchard/index.md',
        'docs/docusaurus.config.ts',
        'docs/src/components/CopyableCode/CopyableCode.tsx',
        'package.json',
        'packages/orchard-client/src/generated/index.ts',
        'packages/orchard-client/src/index.ts',
        'packages/orchard-contract-tests/src/generated/provider.json',
        'pnpm-workspace.yaml',
        'specs/orchard/openapi.yaml',
        'specs/orchard/plumbline.config.ts',
        'specs/orchard/resources/trees/trees.md',
        'turbo.json',
      ]),
    );
    expect(made.files['specs/orchard/openapi.yaml']).toBe(SPEC);
    expect(made.files['specs/orchard/plumbline.config.ts']).toContain('region: {');
    const client = JSON.parse(made.files['packages/orchard-client/package.json'] ?? '');
    expect(client).toMatchObject({ name: '@acme/orchard-client', version: '0.1.0' });
    expect(client).not.toHaveProperty('repository');
    expect(made.files['packages/orchard-client/src/generated/core.ts']).toContain(
      'acme-orchard-client/0.1.0',
    );
  });

  it('is up to date, and its pages agree with the spec', async () => {
    const folder = join(made.folder, 'orchard');
    expect(await exitOf(folder, 'check', '--fail-on', 'warning')).toBe(0);
    expect(await exitOf(folder, 'drift', '--fail-on', 'warning')).toBe(0);
  });

  it('is not overwritten', async () => {
    const said = await initIn(made.folder, '--yes --dir orchard --provider orchard --scope acme');
    expect(said.ending).toBe(2);
    expect(said.stderr).toContain('`specs/orchard/openapi.yaml`');
    expect(filesIn(join(made.folder, 'orchard'))).toEqual(made.files);
  });

  it('takes another provider', async () => {
    const said = await initIn(made.folder, '--yes --dir orchard --provider grove --scope acme');
    expect(said).toMatchObject({ ending: 0, stderr: expect.stringContaining('"@acme/specs-grove"') });
    const files = filesIn(join(made.folder, 'orchard'));
    expect(files).toMatchObject(made.files);
    expect(Object.keys(files)).toContain('packages/grove-client/src/generated/index.ts');
    expect(await exitOf(join(made.folder, 'orchard'), 'check')).toBe(0);
  });
});

it('pages that disagree with the spec are copied, and begin with a baseline', async () => {
  const folder = temporaryFolder({ 'openapi.yaml': SPEC, ...INSTALLED });
  await initIn(folder, '--yes --dir first');
  const page = filesIn(join(folder, 'first'))['specs/orchard/resources/trees/trees.md'] ?? '';
  writeFiles(folder, { 'pages/a/trees.md': page.replaceAll('limit', 'limits') });
  // A clone of an empty repository.
  execFileSync('git', ['init', '--quiet', 'second'], { cwd: folder });
  const remote = ['remote', 'add', 'origin', 'git@github.com:acme/sdk.git'];
  execFileSync('git', remote, { cwd: join(folder, 'second') });
  const said = await initIn(folder, '--yes --dir second --pages pages/**/*.md');
  expect(said).toMatchObject({ ending: 0, stderr: expect.stringContaining('only new ones count') });
  const files = filesIn(join(folder, 'second'));
  expect(JSON.parse(files['packages/orchard-client/package.json'] ?? '').repository).toEqual({
    type: 'git',
    url: 'git+https://github.com/acme/sdk.git',
    directory: 'packages/orchard-client',
  });
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['specs/orchard/plumbline.baseline.json', 'specs/orchard/resources/trees.md']),
  );
  expect(await exitOf(join(folder, 'second'), 'check')).toBe(0);
});

it('operations that nothing names are told by their paths, so that the pages say no less than the spec', async () => {
  const action = (what: string) => ({
    post: { tags: ['jobs'], summary: what, responses: { 204: { description: 'Done.' } } },
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  });
  const paths = { '/jobs/{id}/stop': action('Ends it.'), '/jobs/{id}/hold': action('Ends it.') };
  const spec = { openapi: '3.0.3', info: { title: 'Jobs', version: '1' }, paths };
  const folder = temporaryFolder({ 'openapi.json': JSON.stringify(spec), ...INSTALLED });
  expect(await initIn(folder, '--yes --dir jobs')).toMatchObject({ ending: 0 });
  const config = filesIn(join(folder, 'jobs'))['specs/jobs/plumbline.config.ts'];
  expect(config).not.toContain('bind');
  expect(await exitOf(join(folder, 'jobs'), 'check', '--fail-on', 'warning')).toBe(0);
});

it('a method of a page whose name is the operationId of another operation is bound by the config', async () => {
  const responses = { 204: { description: 'Done.' } };
  const paths = {
    '/trees': { get: { responses } },
    '/tree/prune': { post: { operationId: 'list', responses } },
    '/beds/water': { put: { operationId: 'listTrees', responses } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'Orchard', version: '1' }, paths };
  const folder = temporaryFolder({ 'openapi.json': JSON.stringify(spec), ...INSTALLED });
  expect(await initIn(folder, '--yes --dir out')).toMatchObject({ ending: 0 });
  const config = filesIn(join(folder, 'out'))['specs/orchard/plumbline.config.ts'];
  expect(config).toContain("bind: {\n    'orchard.trees.trees.list_trees': 'GET /trees',\n  },");
  expect(await exitOf(join(folder, 'out'), 'check', '--fail-on', 'warning')).toBe(0);
});

it('a spec of several files keeps their places to one another', async () => {
  const folder = temporaryFolder({
    'api/main.yaml': SPEC.replace("'#/components/schemas/Tree'", "'./parts/tree.yaml'"),
    'api/parts/tree.yaml': 'type: object\nproperties: { id: { type: string } }\n',
  });
  const said = await initIn(folder, '--yes --spec api/main.yaml --dir out --dry-run');
  expect(said).toMatchObject({
    ending: 0,
    stderr: expect.stringContaining('specs/orchard/openapi/parts/tree.yaml\n'),
  });
  expect(Object.keys(filesIn(folder))).toEqual(['api/main.yaml', 'api/parts/tree.yaml']);
});

describe('nothing is written', () => {
  it.each([
    ['without a terminal and a spec', { line: '--provider a', says: '`--spec` is missing' }],
    ['without a terminal and a provider', { line: '--spec openapi.yaml', says: '`--provider` is missing' }],
    [
      'with a path for a provider',
      { line: '--provider ../x --spec openapi.yaml', says: 'is not a provider id' },
    ],
    ['with a device for a provider', { line: '--provider con --spec openapi.yaml', says: 'Windows' }],
    ['with a scope that is none', { line: '--yes --scope a/b', says: 'is not an npm scope' }],
    ['of a spec that is not there', { line: '--yes --spec nope.yaml', says: 'input-not-found' }],
    ['of pages that are not there', { line: '--yes --pages nope.md', says: 'input-not-found' }],
    [
      'of a URL that nobody allowed',
      { line: '--yes --spec https://a.example/x.yaml', says: '--allow-remote' },
    ],
    ['of a spec without operations', { line: '--yes --spec empty.yaml', says: 'has no operations' }],
    ['where files are in the way', { line: '--yes --dir taken', says: '`package.json`, `docs`' }],
    ['into a file', { line: '--yes --dir empty.yaml', says: '`empty.yaml` is no folder' }],
    ['for two providers at once', { line: '--provider a --provider b', says: 'given twice' }],
    ['for an operand', { line: 'acme', says: 'takes no operand' }],
    ['to list what would be', { line: '--yes --dry-run', says: 'would create package.json', ending: 0 }],
  ])('%s', async (_name, { line, says, ending = 2 }: { line: string; says: string; ending?: number }) => {
    const folder = temporaryFolder({
      'openapi.yaml': SPEC,
      'empty.yaml': "openapi: 3.1.0\ninfo: { title: E, version: '1' }\npaths: {}\n",
      'taken/package.json': '{}',
      'taken/README.md': 'Mine.',
    });
    symlinkSync('..', join(folder, 'taken/docs'), 'dir');
    const before = filesIn(folder);
    const said = await initIn(folder, line);
    expect(said).toEqual({ ending, stderr: expect.stringContaining(says) });
    expect(filesIn(folder)).toEqual(before);
  });

  it.each([
    ['at once', [null]],
    ['at the last question', ['', '', '', '', 'no']],
  ])('when who is asked leaves %s', async (_name, answers) => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC });
    const said = await initIn(folder, '', answers);
    expect(said).toMatchObject({ ending: 2, stderr: expect.stringContaining('Nothing was written.') });
    expect(Object.keys(filesIn(folder))).toEqual(['openapi.yaml']);
  });
});

it('a wrong answer is told, and asked for again', async () => {
  const folder = temporaryFolder({ 'openapi.yaml': SPEC });
  const { stderr } = await initIn(folder, '', ['nope.yaml', '', '../x', 'ok', '', 'A B', '', 'n']);
  expect(stderr.match(/Provider id/g)).toHaveLength(2);
  expect(stderr.match(/npm scope of/g)).toHaveLength(2);
  expect(stderr).toContain('`nope.yaml` does not exist.');
});
