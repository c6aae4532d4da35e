import type { EmittedFile, ProviderModel } from '@plumbline/model';

/** The handwritten part of a new package, written once: manifest and compiler settings. */
export function scaffoldContractTests(model: ProviderModel): readonly EmittedFile[] {
  const manifest = {
    name: `${model.settings.package.replace(/-client$/, '')}-contract-tests`,
    version: '0.0.0',
    private: true,
    type: 'module',
    scripts: { test: 'vitest run', types: 'tsc --noEmit' },
    devDependencies: {
      '@plumbline/contract-suite': '*',
      [model.settings.package]: 'file:../client',
      '@types/node': '^24.0.0',
      typescript: '>=5.9',
      vitest: '^5.1.0',
    },
  };
  const settings = {
    compilerOptions: {
      target: 'es2023',
      lib: ['es2024', 'dom', 'dom.iterable'],
      module: 'nodenext',
      moduleDetection: 'force',
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    },
    include: ['src'],
  };
  return [
    { path: 'vitest.config.ts', content: CONFIG },
    { path: 'package.json', content: json(manifest) },
    { path: 'tsconfig.json', content: json(settings) },
  ];
}

/** The suites share nothing that one could spoil for another, and a worker for each would cost more than they do. */
const CONFIG = `import { defineConfig } from 'vitest/config';

// Each of two holds the document, and clears away early what it need not.
export default defineConfig({
  test: { isolate: false, maxWorkers: 2, execArgv: ['--heap-growing-percent=30', '--max-semi-space-size=4'] },
});
`;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
