import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EmittedFile,
  type InputFile,
  type ProviderModel,
  providerSettings,
  type Spec,
} from '@plumbline/model';
import { type InitInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import type { Stopped } from '../commands/read-documents.ts';
import type { Host } from '../host.ts';
import { isUrl } from '../inputs/is-url.ts';
import { clientVersion } from '../jobs/client-version.ts';
import type { ReadStages, Stages } from '../pipeline/stages.ts';
import {
  type Asked,
  answer,
  chooseProvider,
  chooseScope,
  isWrongUse,
  type Left,
  missing,
  usualSpec,
} from './choices.ts';
import { copyPages, copySpec } from './copies.ts';
import { derive } from './derived.ts';
import { namesOf, type WorkspacePlan } from './files/plan.ts';
import { inFolder, providerFiles } from './files/provider-files.ts';
import { siteFiles } from './files/site-files.ts';
import { workspaceFiles } from './files/workspace-files.ts';
import { type LoadedSpec, loadPages, loadSpec } from './load-spec.ts';
import { repositoryOf } from './repository.ts';

/** A workspace that can be written. */
export interface Gathered {
  readonly plan: WorkspacePlan;
  /** Relative to the workspace's folder. */
  readonly files: readonly EmittedFile[];
  readonly counts: {
    readonly operations: number;
    readonly resources: number;
    /** Of people; 0: they were written from the spec. */
    readonly pagesGiven: number;
    readonly pages: number;
  };
  /** A provider more in a workspace that is there. */
  readonly isAddition: boolean;
}

export interface GatherOptions {
  readonly host: Host;
  readonly stages: Stages;
  readonly asked: Asked;
  /** Absolute. */
  readonly folder: string;
}

/** What people said, and the documents that they named. */
interface Chosen {
  readonly loaded: LoadedSpec;
  readonly pages: readonly InputFile[];
  readonly provider: string;
  readonly scope: string;
}

/** Reads the documents, asks what only people know, and plans the files. */
export async function gather(
  invocation: InitInvocation,
  options: GatherOptions,
): Promise<Gathered | WrongUse | Stopped | Left> {
  const read = await options.stages.loadRead();
  const chosen = await choose(invocation, options, read);
  return chosen === 'left' || !('loaded' in chosen) ? chosen : planned(chosen, options, read);
}

async function choose(
  invocation: InitInvocation,
  { host, asked }: GatherOptions,
  read: ReadStages,
): Promise<Chosen | WrongUse | Stopped | Left> {
  const { cwd } = host;
  if (asked.prompter !== null) host.stderr.write(WELCOME);
  const loaded = await chooseSpec(invocation, { cwd, asked, read });
  if (loaded === 'left' || !('spec' in loaded)) return loaded;
  const { spec } = loaded;
  if (spec.operations.length === 0) {
    return wrongUse(
      'The spec has no operations.',
      'There is nothing to make a client of: look at its `paths`.',
    );
  }
  const provider = await chooseProvider(invocation, spec, asked);
  if (provider === 'left' || isWrongUse(provider)) return provider;
  const pages = await choosePages(invocation, { cwd, asked });
  if (pages === 'left' || !('pages' in pages)) return pages;
  const scope = await chooseScope(invocation, provider, asked);
  if (scope === 'left' || isWrongUse(scope)) return scope;
  return { loaded, pages: pages.pages, provider, scope };
}

async function planned(
  { loaded, pages, provider, scope }: Chosen,
  { host: { cwd }, stages, folder }: GatherOptions,
  read: ReadStages,
): Promise<Gathered | WrongUse> {
  const { spec } = loaded;
  const specCopies = copySpec(loaded, cwd);
  if ('kind' in specCopies) return specCopies;
  const given = copyPages(pages, cwd);
  if ('kind' in given) return given;
  const derived = derive(spec, provider);
  const names = namesOf({ provider, scope });
  const settings = providerSettings(provider, names.client, {
    serverVariables: derived.serverVariables,
    client: clientVersion(join(folder, names.clientFolder)),
  });
  const model = await inferredModel(spec, settings, { read, stages });
  const copies = given.length > 0 ? given : await scaffoldedPages(model);
  const bind = given.length > 0 ? [] : await unboundOf(model, copies, { spec, settings, read, stages });
  const plan: WorkspacePlan = {
    provider,
    title: spec.title,
    scope,
    derived,
    bind,
    specEntries: specCopies.entries,
    pageGlobs: pageGlobs(copies),
    upstream: specCopies.upstream,
    repository: repositoryOf(folder),
    allowRemote: specCopies.isRemote,
  };
  const isAddition = isWorkspace(folder);
  const [{ scaffoldClient }, { scaffoldContractTests }, { workflowFiles }] = await Promise.all([
    import('@plumbline/emit-client'),
    import('@plumbline/emit-contract-tests'),
    import('../workflows/workflow-files.ts'),
  ]);
  return {
    plan,
    files: [
      ...(isAddition ? [] : [...workspaceFiles(plan), ...workflowFiles(), ...siteFiles(plan)]),
      ...inFolder(names.specsFolder, [...specCopies.files, ...copies]),
      ...providerFiles(plan, model, { client: scaffoldClient, contractTests: scaffoldContractTests }),
    ],
    counts: {
      operations: spec.operations.length,
      resources: model.services.reduce((sum, { resources }) => sum + resources.length, 0),
      pagesGiven: given.length,
      pages: copies.length,
    },
    isAddition,
  };
}

const WELCOME = `A workspace is made of an OpenAPI spec: its client, docs site, contract tests and CI.
Enter takes what stands in parentheses.

`;

async function chooseSpec(
  { spec, allowRemote, yes }: InitInvocation,
  { cwd, asked, read }: { readonly cwd: string; readonly asked: Asked; readonly read: ReadStages },
): Promise<LoadedSpec | WrongUse | Stopped | Left> {
  const load = (names: readonly string[], isAllowed: boolean) =>
    loadSpec(names, { cwd, allowRemote: isAllowed }, read);
  const remote = spec.find(isUrl);
  if (remote !== undefined && !allowRemote) return notAllowed(remote);
  if (spec.length > 0) return load(spec, allowRemote);
  const usual = usualSpec(cwd);
  if (yes && usual !== '') return load([usual], allowRemote);
  if (yes) return wrongUse('`--spec` is missing, and no openapi.yaml is here.', 'Give `--spec FILE`.');
  if (asked.prompter === null) return missing('spec', '`--spec openapi.yaml`');
  const question = { text: 'OpenAPI spec, a file or a URL?', fallback: usual };
  return answer(question, asked, async (name) => {
    if (name === '') return wrongUse('A spec is needed.', 'Name a file or a URL.');
    // Who types an address wants it fetched.
    const loaded = await load([name], allowRemote || isUrl(name));
    if ('spec' in loaded) return loaded;
    const [first] = loaded.unreadable;
    return wrongUse(first?.message ?? 'The spec cannot be read.', first?.hint ?? 'Name another.');
  });
}

function notAllowed(url: string): WrongUse {
  return wrongUse(
    `\`${url}\` is on the network.`,
    'Give `--allow-remote` to have it fetched, or download it.',
  );
}

async function choosePages(
  { pages, allowRemote, yes }: InitInvocation,
  { cwd, asked }: { readonly cwd: string; readonly asked: Asked },
): Promise<Awaited<ReturnType<typeof loadPages>> | Left> {
  const options = { cwd, allowRemote };
  if (pages.length > 0 || yes || asked.prompter === null) return loadPages(pages, options);
  const question = {
    text: 'Resource pages that there are already, a glob?',
    fallback: '',
    otherwise: 'none: they are written from the spec',
  };
  return answer(question, asked, async (glob) => {
    const loaded = await loadPages(glob === '' ? [] : [glob], options);
    if ('pages' in loaded) return loaded;
    const [first] = loaded.unreadable;
    return wrongUse(first?.message ?? 'The pages cannot be read.', first?.hint ?? 'Name others.');
  });
}

/** What the spec comes to without pages. */
async function inferredModel(
  spec: Spec,
  settings: ReturnType<typeof providerSettings>,
  { read, stages }: { readonly read: ReadStages; readonly stages: Stages },
): Promise<ProviderModel> {
  const pages = await stages.beginPages([], { provider: settings.provider })();
  return read.reconcile({ spec, pages, settings, providerYaml: null }).model;
}

async function scaffoldedPages(model: ProviderModel): Promise<readonly EmittedFile[]> {
  const { emitSourcePages } = await import('@plumbline/emit-docs');
  return inFolder('resources', emitSourcePages(model));
}

/** What the methods of scaffolded pages were made of, where their names and signatures do not tell it again. */
async function unboundOf(
  model: ProviderModel,
  pages: readonly EmittedFile[],
  {
    spec,
    settings,
    read,
    stages,
  }: {
    readonly spec: Spec;
    readonly settings: ReturnType<typeof providerSettings>;
    readonly read: ReadStages;
    readonly stages: Stages;
  },
): Promise<WorkspacePlan['bind']> {
  const files = pages.map(({ path, content }) => ({ path, text: content }));
  const again = await stages.beginPages(files, { provider: settings.provider })();
  const second = read.reconcile({ spec, pages: again, settings, providerYaml: null }).model;
  const found = new Map(operationsOf(second));
  return operationsOf(model).flatMap(([method, operation]) =>
    operation === null || found.get(method) === operation ? [] : [[method, operation] as const],
  );
}

function operationsOf({ services }: ProviderModel): readonly (readonly [string, string | null])[] {
  return services.flatMap(({ resources }) =>
    resources.flatMap(({ id, methods }) =>
      methods.map(({ name, operation }) => [`${id}.${name}`, operation] as const),
    ),
  );
}

function pageGlobs(pages: readonly EmittedFile[]): readonly string[] {
  const hasMdx = pages.some(({ path }) => path.endsWith('.mdx'));
  const hasMd = pages.some(({ path }) => path.endsWith('.md'));
  return [...(hasMd ? ['./resources/**/*.md'] : []), ...(hasMdx ? ['./resources/**/*.mdx'] : [])];
}

/** A workspace that `init` has made takes another provider. */
function isWorkspace(folder: string): boolean {
  const file = join(folder, 'pnpm-workspace.yaml');
  return existsSync(file) && readFileSync(file, 'utf8').includes('"@plumbline/cli":');
}
