import type { EmittedFile } from '@plumbline/model';
import { json, namesOf, type WorkspacePlan } from './plan.ts';

/** The tasks of a workspace. What each reads and writes stands in the package whose it is. */
export function workspaceTurboFile(): EmittedFile {
  return turboFile('turbo.json', {
    $schema: 'https://turborepo.com/schema.json',
    ui: 'stream',
    globalDependencies: ['tsconfig.base.json'],
    tasks: { generate: {}, check: {}, types: {}, test: {}, build: {}, docs: {} },
  });
}

/**
 * What the tasks of a provider's packages read and write. All but `check` come after `generate`, and run again where what it
 * wrote is another than before, whatever it was made of.
 */
export function providerTurboFiles(plan: WorkspacePlan): readonly EmittedFile[] {
  const { specs, specsFolder, clientFolder, contractTestsFolder } = namesOf(plan);
  const client = `${clientFolder}/src/generated/**`;
  const contractTests = `${contractTestsFolder}/src/generated/**`;
  const readme = ofRoot(`${clientFolder}/README.md`);
  const documents = ['$TURBO_DEFAULT$', ofRoot(`${clientFolder}/package.json`), readme];
  const written = [client, contractTests, contentOf(plan)].map(ofRoot);
  const dependsOn = [`${specs}#generate`];
  const clientInputs = [...BY_HAND, '!dist/**', '!README.md', generated(plan, client)];
  const testsInputs = [
    ...BY_HAND,
    '!report/**',
    ...[`${clientFolder}/package.json`, `${clientFolder}/src/**`].map(ofRoot),
    `!${ofRoot(client)}`,
    generated(plan, client, contractTests),
  ];
  return [
    packageTurboFile(specsFolder, {
      generate: { inputs: documents, outputs: [...written, readme] },
      check: { inputs: [...documents, ...written] },
    }),
    packageTurboFile(clientFolder, {
      types: { dependsOn, inputs: clientInputs },
      build: { dependsOn, inputs: clientInputs, outputs: ['dist/**'] },
    }),
    packageTurboFile(contractTestsFolder, {
      types: { dependsOn, inputs: testsInputs },
      test: { dependsOn, inputs: testsInputs, passThroughEnv: ['CI'] },
    }),
  ];
}

/** What the site is built of; the pages of providers that come later are looked at when its turn has come. */
export function siteTurboFile(plan: WorkspacePlan): EmittedFile {
  return packageTurboFile('docs', {
    types: { inputs: ['site/**', 'src/**', '*.ts', 'package.json', 'tsconfig.json'] },
    docs: {
      dependsOn: ['^generate'],
      inputs: [
        ...['guides/**', 'site/**', 'src/**', 'static/**', '*.ts', 'package.json'],
        generated(plan, contentOf(plan)),
        { mode: 'jit', globs: ['content/**', `!content/${plan.provider}/**`] },
      ],
      env: ['PLUMBLINE_DOCS_*'],
      outputs: ['build/**'],
    },
  });
}

const BY_HAND = ['$TURBO_DEFAULT$', '!src/generated/**'];

function contentOf({ provider }: WorkspacePlan): string {
  return `docs/content/${provider}/**`;
}

function ofRoot(path: string): string {
  return `$TURBO_ROOT$/${path}`;
}

/** Files that `generate` wrote, as they are once it has run. Turbo compares the globs with its outputs: they are of its folder. */
function generated(plan: WorkspacePlan, ...globs: readonly string[]) {
  return {
    mode: 'dependencyOutputs',
    from: [`${namesOf(plan).specs}#generate`],
    globs: globs.map((glob) => `../../${glob}`),
  };
}

function packageTurboFile(folder: string, tasks: object): EmittedFile {
  return turboFile(`${folder}/turbo.json`, { extends: ['//'], tasks });
}

function turboFile(path: string, content: object): EmittedFile {
  return { path, content: json(content) };
}
