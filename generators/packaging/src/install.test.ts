import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { CJS_STARTER, COMPILERS, CONFIG, ESM_STARTER, PROGRAM, QUERY, STRICT } from './consumer.ts';
import { isAtLeast, olderNode, oldestOf, thisNode } from './nodes.ts';
import { publishedPackages } from './published.ts';
import { output, run } from './run.ts';
import { SPEC } from './sample-spec.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const packages = publishedPackages();
const names = packages.map(({ name }) => name);
const tarballs = inject('tarballs');

const folder = temporaryFolder();
const older = olderNode();
const manifestOf = (name: string) => packages.find((one) => one.name === name)?.manifest;
const oldest = oldestOf(manifestOf('@plumbline/cli')?.engines?.node ?? '', path.join(folder, 'oldest'));
const seven = COMPILERS['TypeScript 7'] ?? [];

describe.skipIf(tarballs === null)('the packages in an empty folder (needs the npm registry)', () => {
  beforeAll(() => {
    const dependencies = Object.fromEntries(
      Object.entries(tarballs ?? {}).map(([name, file]) => [name, `file:${file}`]),
    );
    writeFiles(folder, {
      'package.json': { private: true, type: 'module', dependencies },
      'program.ts': PROGRAM,
      'start.mjs': ESM_STARTER,
      'start.cjs': CJS_STARTER,
      'all.ts': names.map((name, i) => `export * as package${i} from '${name}';\n`).join(''),
      'query.mjs': QUERY,
      'openapi.yaml': SPEC,
      'oldest/package.json': { private: true },
    });
    const install = ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    output(folder, install);
    output(path.join(folder, 'oldest'), [...install, oldest.wanted]);
    // For Node.js 20, which reads no TypeScript.
    output(folder, [...seven, ...STRICT, '--module', 'nodenext', 'program.ts']);
  });

  describe.each(Object.entries(COMPILERS))('%s', (_name, compiler) => {
    it.each([
      ['nodenext', ['--module', 'nodenext']],
      ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
    ])('finds the types of all packages: %s', (_resolution, options) => {
      const command = [...compiler, ...STRICT, '--noEmit', ...options, 'program.ts', 'all.ts'];
      expect(run(folder, command)).toMatchObject({ stdout: '', status: 0 });
    });
  });

  const nodes = [
    ['this Node.js', thisNode],
    [`Node.js ${oldest.version}, the oldest for the command`, oldest],
    ['Node.js 20 (needs one on the path)', older],
  ] as const;
  for (const [name, node] of nodes) {
    describe.skipIf(node === null)(name, () => {
      const { file, version } = node ?? thisNode;
      it.each(['start.mjs', 'start.cjs'])('runs the client over the network: %s', (starter) => {
        expect(JSON.parse(output(folder, [file, starter]))).toEqual({
          users: ['u1', 'u1'],
          status: 404,
          requests: [
            'GET /api/v1/users/u1 SSWS token',
            'GET /api/v1/users/u1 SSWS token',
            'GET /api/v1/users/u2 SSWS token',
          ],
        });
      });

      it('loads each package that is for it', () => {
        const theirs = packages
          .filter(({ manifest }) => isAtLeast(version, manifest.engines?.node?.replace('>=', '') ?? ''))
          .map(({ name }) => name);
        expect(theirs).toContain('@plumbline/client-runtime');
        const script = `for (const name of ${JSON.stringify(theirs)}) await import(name);`;
        output(folder, [file, '--input-type=module', '-e', script]);
      });

      it.skipIf(!isAtLeast(version, manifestOf('@plumbline/sql-engine')?.engines?.node?.slice(2) ?? ''))(
        'queries by SQL',
        () => {
          expect(JSON.parse(output(folder, [file, 'query.mjs']))).toEqual([{ id: 'u1', name: 'ADA' }]);
        },
      );
    });
  }

  describe('the command', () => {
    const withNode = (node: string) => ({
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    });
    const plumbline = (...args: readonly string[]) =>
      run(folder, ['npx', 'plumbline', ...args], withNode(process.execPath));

    it('helps, tells its version and explains', () => {
      expect(plumbline('--help')).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('plumbline <command>'),
      });
      const { version } = manifestOf('@plumbline/cli') ?? {};
      expect(plumbline('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
      expect(plumbline('explain', 'param-missing-from-page').status).toBe(0);
    });

    it('answers --help within 200 ms', () => {
      const bin = path.join(folder, 'node_modules/@plumbline/cli/dist/bin.js');
      const time = (): number => {
        const start = performance.now();
        output(folder, [process.execPath, bin, '--help']);
        return performance.now() - start;
      };
      // Once is enough: what is slower was waiting for a busy machine.
      expect(Array.from({ length: 20 }).some(() => time() < 200)).toBe(true);
    });

    it('generates from a config whose types come with it', () => {
      writeFiles(folder, { 'plumbline.config.ts': CONFIG });
      const check = [...seven, ...STRICT, '--noEmit', '--module', 'nodenext'];
      expect(run(folder, [...check, 'plumbline.config.ts'])).toMatchObject({ stdout: '', status: 0 });
      expect(plumbline('generate')).toMatchObject({ status: 0, stdout: '' });
      expect(plumbline('check')).toMatchObject({ status: 0, stdout: '' });
      expect(existsSync(path.join(folder, 'docs/.plumbline-manifest.json'))).toBe(true);
    });

    it('emits a client that type-checks against the installed runtime', () => {
      const documents = ['--provider', 'pets', '--spec', 'openapi.yaml', '--out', 'out'];
      expect(plumbline('generate', ...documents)).toMatchObject({ status: 0, stdout: '' });
      expect(run(path.join(folder, 'out/client'), seven)).toMatchObject({ stdout: '', status: 0 });
      const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'out/client/package.json'), 'utf8'));
      expect(Object.keys(dependencies)).toEqual(['@plumbline/client-runtime']);
    });

    it('writes the same bytes on the oldest Node.js that it is for', () => {
      const bin = path.join(folder, 'node_modules/@plumbline/cli/dist/bin.js');
      const documents = ['--provider', 'pets', '--spec', 'openapi.yaml', '--out', 'oldest/out'];
      expect(run(folder, [oldest.file, bin, 'generate', ...documents])).toMatchObject({
        status: 0,
        stdout: '',
      });
      // A manifest has the hash of each file.
      for (const written of ['client/src/generated', 'contract-tests/src/generated', 'docs']) {
        const manifest = (out: string) =>
          readFileSync(path.join(folder, out, written, '.plumbline-manifest.json'), 'utf8');
        expect(manifest('oldest/out')).toBe(manifest('out'));
      }
      // Of a config in TypeScript.
      expect(run(folder, [oldest.file, bin, 'drift'])).toMatchObject({ status: 0, stdout: '' });
    });

    it.skipIf(older === null)('says in one line that Node.js is too old (needs one before 22.18)', () => {
      const { file, version } = older ?? thisNode;
      const bin = path.join(folder, 'node_modules/@plumbline/cli/dist/bin.js');
      expect(run(folder, [file, bin, '--help'])).toEqual({
        status: 2,
        stdout: '',
        stderr: `plumbline needs Node.js 22.18 or later; this is ${version}.\n`,
      });
    });
  });
});
