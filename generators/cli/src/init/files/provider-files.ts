import { type EmittedFile, member, type ProviderModel } from '@plumbline/model';
import { GENERATOR } from '../../generator.ts';
import { configFile } from './config-file.ts';
import { json, namesOf, type WorkspacePlan } from './plan.ts';
import { providerTurboFiles } from './turbo-files.ts';
import { fromCatalog } from './versions.ts';

/** How the handwritten parts of packages are made, as `generate` has it. */
export interface Scaffolds {
  readonly client: (model: ProviderModel) => readonly EmittedFile[];
  readonly contractTests: (model: ProviderModel) => readonly EmittedFile[];
}

/** What a provider has in a workspace besides its documents and what is generated of them. */
export function providerFiles(
  plan: WorkspacePlan,
  model: ProviderModel,
  scaffolds: Scaffolds,
): readonly EmittedFile[] {
  const names = namesOf(plan);
  return [
    ...inFolder(names.specsFolder, [
      { path: 'plumbline.config.ts', content: configFile(plan) },
      { path: 'package.json', content: json(specsManifest(plan)) },
    ]),
    ...inFolder(
      names.clientFolder,
      scaffolds.client(model).map((file) => changed(file, plan, clientManifest, CLIENT_COMPILER)),
    ),
    ...inFolder(
      names.contractTestsFolder,
      scaffolds.contractTests(model).map((file) => changed(file, plan, testsManifest, TESTS_COMPILER)),
    ),
    ...providerTurboFiles(plan),
  ];
}

export function inFolder(folder: string, files: readonly EmittedFile[]): readonly EmittedFile[] {
  return files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
}

type ManifestOf = (manifest: { readonly [key: string]: unknown }, plan: WorkspacePlan) => unknown;

/** A scaffold stands alone; here it is a member of a workspace, which has versions and compiler settings for all. */
function changed(
  { path, content }: EmittedFile,
  plan: WorkspacePlan,
  manifestOf: ManifestOf,
  compiler: unknown,
): EmittedFile {
  if (path === 'package.json') return { path, content: json(manifestOf(JSON.parse(content), plan)) };
  if (path === 'tsconfig.json') return { path, content: json(compiler) };
  return { path, content };
}

const CLIENT_COMPILER = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
  include: ['src'],
};

const TESTS_COMPILER = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { lib: ['es2024', 'dom', 'dom.iterable'] },
  include: ['src'],
};

const clientManifest: ManifestOf = (manifest, plan) => ({
  ...manifest,
  ...(plan.repository !== null && {
    repository: { type: 'git', url: plan.repository, directory: namesOf(plan).clientFolder },
  }),
  scripts: { build: 'tsdown', types: 'tsc --noEmit' },
  dependencies: { '@plumbline/client-runtime': `^${GENERATOR.version}` },
  devDependencies: { [namesOf(plan).specs]: 'workspace:*', ...fromCatalog('tsdown', 'typescript') },
});

const testsManifest: ManifestOf = (manifest, plan) => {
  const { client, contractTests, specs } = namesOf(plan);
  return {
    ...manifest,
    name: contractTests,
    scripts: { ...Object(member(manifest, 'scripts')), report: 'contract-suite --report report' },
    devDependencies: {
      [client]: 'workspace:*',
      [specs]: 'workspace:*',
      ...fromCatalog('@plumbline/contract-suite', '@types/node', 'typescript', 'vitest'),
    },
  };
};

function specsManifest(plan: WorkspacePlan) {
  return {
    name: namesOf(plan).specs,
    version: '0.0.0',
    private: true,
    type: 'module',
    scripts: { generate: 'plumbline generate --fail-on never', check: 'plumbline check' },
    devDependencies: fromCatalog('@plumbline/cli'),
  };
}
