import type { EmittedFile } from '@plumbline/model';
import { json, type WorkspacePlan } from './plan.ts';
import { readmeFile } from './readme-file.ts';
import { workspaceTurboFile } from './turbo-files.ts';
import { catalogEntries, fromCatalog, PACKAGE_MANAGER } from './versions.ts';

/** What a workspace has once, whatever its providers are. */
export function workspaceFiles(plan: WorkspacePlan): readonly EmittedFile[] {
  return [
    { path: 'package.json', content: json(rootManifest(plan)) },
    { path: 'pnpm-workspace.yaml', content: pnpmWorkspace() },
    workspaceTurboFile(),
    { path: 'tsconfig.base.json', content: json(COMPILER) },
    { path: '.changeset/config.json', content: json(CHANGESETS) },
    { path: '.gitattributes', content: GIT_ATTRIBUTES },
    { path: '.gitignore', content: GIT_IGNORE },
    { path: 'README.md', content: readmeFile(plan) },
  ];
}

/** Files that people may well have already: those are kept, and the rest works without ours. */
export const MAY_EXIST: ReadonlySet<string> = new Set(['README.md', '.gitattributes', '.gitignore']);

function rootManifest({ provider }: WorkspacePlan) {
  return {
    name: `${provider.toLowerCase()}-workspace`,
    version: '0.0.0',
    private: true,
    type: 'module',
    packageManager: PACKAGE_MANAGER,
    engines: { node: '>=22.18' },
    scripts: {
      plumbline: 'plumbline',
      generate: 'plumbline generate',
      check: 'plumbline check',
      drift: 'plumbline drift',
      fix: 'plumbline fix',
      types: 'turbo run types --output-logs=errors-only',
      test: 'turbo run test --output-logs=errors-only',
      build: 'turbo run build docs --output-logs=errors-only',
      docs: 'turbo run docs --output-logs=errors-only',
      site: 'pnpm --filter ./docs start',
      verify: 'pnpm check && pnpm types && pnpm test',
      'version-packages': 'changeset version && pnpm generate',
      release: 'pnpm build && changeset publish',
    },
    devDependencies: fromCatalog('@changesets/cli', '@plumbline/cli', 'turbo', 'typescript'),
  };
}

function pnpmWorkspace(): string {
  return [
    'packages:',
    '  - packages/*',
    '  - specs/*',
    '  - docs',
    '',
    '# A script that runs on a fresh clone installs first.',
    'verifyDepsBeforeRun: install',
    '',
    '# Any pnpm 12 will do; turbo alone reads `packageManager`.',
    'pmOnFail: ignore',
    '',
    '# No install script of a dependency is needed.',
    'allowBuilds:',
    '  "@scarf/scarf": false',
    '  "@swc/core": false',
    '  core-js: false',
    '  esbuild: false',
    '',
    '# A release of Plumbline is taken on the day it is out, as its packages depend on one another.',
    'minimumReleaseAgeExclude:',
    '  - "@plumbline/*"',
    '',
    '# Plumbline’s packages are released together: raise all of them at once.',
    'catalog:',
    ...catalogEntries().map(([name, version]) => `  "${name}": ${version}`),
    '',
  ].join('\n');
}

const COMPILER = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    moduleDetection: 'force',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
};

const CHANGESETS = {
  $schema: 'https://unpkg.com/@changesets/config@4.0.0/schema.json',
  changelog: '@changesets/cli/changelog',
  commit: false,
  access: 'public',
  baseBranch: 'main',
  updateInternalDependencies: 'patch',
  ignore: [],
};

const GIT_IGNORE = `node_modules/
dist/
.turbo/
.docusaurus/
docs/build/
packages/*-contract-tests/report/
*.tsbuildinfo
`;

const GIT_ATTRIBUTES = `# Generated: the same bytes on every system, and folded in a review.
docs/content/** text eol=lf linguist-generated
packages/*/src/generated/** text eol=lf linguist-generated
`;
