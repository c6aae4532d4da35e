import type { EmittedFile, ProviderModel } from '@plumbline/model';

/**
 * What makes a package of the client: its manifest, its compiler settings and its build. In the workspace it is imported
 * from source; packed by pnpm, from `dist`, as `publishConfig` tells.
 */
export function packageFiles(model: ProviderModel): readonly EmittedFile[] {
  return [
    { path: 'package.json', content: json(manifest(model)) },
    { path: 'tsconfig.json', content: json(COMPILER_SETTINGS) },
    { path: 'tsdown.config.ts', content: BUILD },
  ];
}

function manifest({ settings, title }: ProviderModel) {
  return {
    name: settings.package,
    // Of the first release: nothing has to be raised for it.
    version: '0.1.0',
    description: `A typed client of ${title.replace(/\s+/g, ' ').trim()}.`,
    type: 'module',
    exports: { '.': './src/index.ts', './*': './src/generated/*.ts' },
    files: ['dist'],
    sideEffects: false,
    // `AbortSignal.any`.
    engines: { node: '>=20.3' },
    scripts: { build: 'tsdown', types: 'tsc' },
    dependencies: { '@plumbline/client-runtime': '^0.1.0' },
    devDependencies: { tsdown: '^0.22.14', typescript: '>=5.9' },
    publishConfig: {
      access: 'public',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './*': { types: './dist/generated/*.d.ts', default: './dist/generated/*.js' },
        './package.json': './package.json',
      },
    },
  };
}

const COMPILER_SETTINGS = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    moduleDetection: 'force',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  },
  include: ['src'],
};

const BUILD = `import { defineConfig } from 'tsdown';

/** A module in \`dist\` for each in \`src\`, with its types: \`publishConfig\` in package.json names them. */
export default defineConfig({
  entry: 'src/**/*.ts',
  root: 'src',
  unbundle: true,
  platform: 'neutral',
  dts: true,
  report: false,
});
`;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
