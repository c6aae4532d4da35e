import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const HERE = path.resolve(import.meta.dirname, '../..');
const SERVER = path.join(import.meta.dirname, 'contract-server-in-test.ts');

/**
 * Puts `@plumbline/contract-suite` into a workspace as one file of JavaScript, with its types as they are: the suites of
 * each mutant load it anew, and its sources would take longer than the tests. It holds the server that is spoilt.
 */
export async function installSuite(folder: string): Promise<void> {
  const source = realpathSync(path.join(HERE, 'node_modules/@plumbline/contract-suite'));
  const at = path.join(folder, 'node_modules/@plumbline/contract-suite');
  mkdirSync(at, { recursive: true });
  symlinkSync(path.join(source, 'src'), path.join(at, 'src'), 'dir');
  await build({
    entryPoints: [path.join(source, 'src/index.ts')],
    outfile: path.join(at, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['vitest'],
    // Packages of CommonJS among it ask for modules of Node.js.
    banner: {
      js: "import { createRequire as plumblineRequire } from 'node:module'; const require = plumblineRequire(import.meta.url);",
    },
    logLevel: 'silent',
    plugins: [
      {
        name: 'contract-server-in-test',
        setup(bundler) {
          bundler.onResolve({ filter: /^@plumbline\/contract-server$/ }, ({ importer }) =>
            importer === SERVER ? undefined : { path: SERVER },
          );
        },
      },
    ],
  });
  const manifest = {
    name: '@plumbline/contract-suite',
    type: 'module',
    exports: { '.': { types: './src/index.ts', default: './index.js' } },
  };
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(manifest));
}
