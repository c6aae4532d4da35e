import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it, vi } from 'vitest';
import { filesIn, temporaryFolder, writeFiles } from './testing/temporary-folder.ts';

// Each case starts Node, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const BIN = join(import.meta.dirname, 'bin.ts');

const SPEC = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{petId}:
    parameters:
      - { name: petId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPet
      tags: [pets]
      responses:
        '200':
          description: A pet.
          content:
            application/json:
              schema:
                type: object
                properties: { id: { type: string, description: The id. } }
`;

const CONFIG = `import { defineConfig } from '@plumbline/cli';

export default defineConfig({
  provider: 'pets',
  spec: ['./openapi.yaml'],
  docs: { dir: './docs' },
});
`;

function plumbline(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

describe('the command', () => {
  it('runs on a config from end to end', () => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC, 'plumbline.config.ts': CONFIG });
    const generated = plumbline(folder, 'generate');
    expect(generated).toMatchObject({ status: 0, stdout: '' });
    expect(Object.keys(filesIn(folder))).toContain('docs/.plumbline-manifest.json');
    expect(plumbline(folder, 'check')).toMatchObject({ status: 0 });

    const model = plumbline(folder, 'model', '--quiet');
    expect(model).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(model.stdout).provider).toBe('pets');
  });

  it('emits whole packages without a config', () => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC });
    const args = ['generate', '--provider', 'pets', '--spec', 'openapi.yaml', '--out', 'out'];
    expect(plumbline(folder, ...args)).toMatchObject({ status: 0, stdout: '' });
    const before = filesIn(folder);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'out/client/package.json',
        'out/client/src/generated/.plumbline-manifest.json',
        'out/contract-tests/package.json',
        'out/contract-tests/src/generated/.plumbline-manifest.json',
        'out/docs/.plumbline-manifest.json',
      ]),
    );
    const { stdout } = plumbline(folder, ...args, '--reporter', 'json');
    const [{ outputs }] = JSON.parse(stdout).summary.providers;
    for (const output of outputs) {
      expect(output).toMatchObject({ created: [], updated: [], deleted: [], kept: [], scaffolded: [] });
    }
    expect(filesIn(folder)).toEqual(before);
  });

  it('shows help and version on standard output', () => {
    const folder = temporaryFolder();
    expect(plumbline(folder, '--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage'),
    });
    expect(plumbline(folder, '--version')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('explains a code', () => {
    const { status, stdout } = plumbline(temporaryFolder(), 'explain', 'generated-file-edited');
    expect(status).toBe(0);
    expect(stdout).toContain('Generated file edited by hand');
    expect(plumbline(temporaryFolder(), 'explain', 'generated-file-editd')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean `plumbline explain generated-file-edited`?'),
    });
  });

  it('ends with 2 and one line on wrong use', () => {
    expect(plumbline(temporaryFolder(), 'drfit')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'plumbline: `drfit` is not a command. Did you mean `plumbline drift`?\n',
    });
  });

  it('ends with 0 when nobody reads on', () => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC, 'plumbline.config.ts': CONFIG });
    const command = `'${process.execPath}' '${BIN}' model --quiet | head -c 10 >/dev/null; exit \${PIPESTATUS[0]}`;
    expect(spawnSync('bash', ['-c', command], { cwd: folder }).status).toBe(0);
  });

  it.skipIf(!existsSync('/dev/full')).each([
    ['--version > /dev/full', 'plumbline: Standard output cannot be written: the disk is full.\n'],
    ['model --quiet --output /dev/full', 'plumbline: The run was cut off: the disk is full.\n'],
  ])('ends with 2 where the disk is full (needs /dev/full): %s', (command, stderr) => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC, 'plumbline.config.ts': CONFIG });
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const ran = spawnSync('bash', ['-c', `'${process.execPath}' '${BIN}' ${command}`], options);
    expect(ran).toMatchObject({ status: 2, stderr });
  });

  it('ends as it would when nobody reads what is said', () => {
    // Both streams go to a pipe whose reader is gone before anything is said.
    const command = `('${process.execPath}' '${BIN}' nope 2>&1; echo $? >&3) 3>code | :; cat code`;
    const folder = temporaryFolder();
    expect(spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout).toBe('2\n');
  });
});

describe('on an old Node.js', () => {
  it('says in one line what it needs', () => {
    const older = "Object.defineProperty(process, 'versions', { value: { node: '22.17.1' } })";
    const args = ['--import', `data:text/javascript,${older}`, BIN, 'drift'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'plumbline needs Node.js 22.18 or later; this is 22.17.1.\n',
    });
  });

  it('can be parsed there', () => {
    const source = readFileSync(BIN, 'utf8');
    expect(() =>
      parse(source, { ecmaVersion: 2020, sourceType: 'module', allowHashBang: true }),
    ).not.toThrow();
  });
});

describe('a bug of ours', () => {
  function broken(env: { [name: string]: string }) {
    const bug = "process.argv.slice = () => { throw new TypeError('ours') }";
    const args = ['--import', `data:text/javascript,${bug}`, BIN];
    return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  }

  it('ends with 70 and asks for a report', () => {
    const { status, stdout, stderr } = broken({});
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr).toContain(
      'this is a bug in Plumbline, not in your documents. Nothing was written.\n  TypeError: ours\n',
    );
    expect(stderr).not.toContain(' at ');
  });

  it('shows its stack on demand', () => {
    expect(broken({ PLUMBLINE_DEBUG: '1' }).stderr).toMatch(/\n +at /);
  });
});

describe('a config that is wrong ends with 2 and its place', () => {
  const cases: [string, { config: string; want: string }][] = [
    [
      'a syntax error',
      {
        config: 'export default {\n  a: ,\n};\n',
        want: 'plumbline.config.ts:2:6 error config-not-loadable:',
      },
    ],
    [
      'an exception',
      {
        config: 'const a: { b?: { c: string } } = {};\nexport default { provider: a.b.c };\n',
        want: 'plumbline.config.ts:2:32 error config-not-loadable: The config `plumbline.config.ts` cannot be loaded: TypeError: ',
      },
    ],
    [
      'a package that is not there',
      {
        config: "import 'nope';\nexport default {};\n",
        want: "cannot be loaded: Cannot find package 'nope'.",
      },
    ],
    ['no default export', { config: 'export const a = 1;\n', want: 'it has no default export' }],
    [
      'types that cannot be erased',
      {
        config: 'enum A { B }\nexport default {};\n',
        want: 'plumbline.config.ts:1:1 error config-not-loadable:',
      },
    ],
  ];
  it.each(cases)('%s', (_, { config, want }) => {
    const folder = temporaryFolder({ 'openapi.yaml': SPEC, 'plumbline.config.ts': config });
    const { status, stdout, stderr } = plumbline(folder, 'drift');
    expect(stderr).toContain(want);
    expect(stderr).not.toContain(folder);
    expect(stderr).not.toContain('Warning');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('a config', () => {
  it('is a module also in a CommonJS package', () => {
    const folder = temporaryFolder({
      'openapi.yaml': SPEC,
      'plumbline.config.ts': CONFIG,
      'package.json': '{ "type": "commonjs" }',
    });
    const { status, stderr } = plumbline(folder, 'drift');
    expect(stderr).not.toContain('Warning');
    expect(status).toBe(0);
  });

  it('is found in each folder of specs, and chosen by its provider', () => {
    const folder = temporaryFolder();
    for (const id of ['cats', 'dogs']) {
      writeFiles(folder, {
        [`specs/${id}/openapi.yaml`]: SPEC,
        [`specs/${id}/plumbline.config.ts`]: CONFIG.replace("'pets'", `'${id}'`),
      });
    }
    mkdirSync(join(folder, 'specs/empty'));
    const all = JSON.parse(plumbline(folder, 'drift', '--reporter', 'json').stdout);
    expect(all.summary.providers.map((one: { provider: string }) => one.provider)).toEqual(['cats', 'dogs']);
    const one = JSON.parse(plumbline(folder, 'drift', '--reporter', 'json', '--provider', 'dogs').stdout);
    expect(one.summary.providers.map((only: { provider: string }) => only.provider)).toEqual(['dogs']);
    expect(plumbline(folder, 'drift', '--provider', 'dgos').stderr).toContain(
      'Did you mean `--provider dogs`?',
    );
  });
});
