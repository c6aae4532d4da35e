import type { ClientMemory } from '@plumbline/emit-client';
import type { ProviderExamples } from '@plumbline/emit-client/examples';
import type { PrintDocument } from '@plumbline/emit-contract-tests';
import type { DocsMemory } from '@plumbline/emit-docs';
import type {
  Diagnostic,
  DraftDiagnostic,
  Emission,
  EmittedFile,
  InputFile,
  JsonObject,
  Pages,
  ProviderModel,
  ProviderSettings,
  ProviderYaml,
  Spec,
  Unreadable,
} from '@plumbline/model';
import type { ReadOptions } from '@plumbline/read-openapi';
import type { Output } from '../command-line/options.ts';
import { type NamingFolders, sourceName } from '../inputs/source-name.ts';
import { codeIdentity } from '../unchanged/code-identity.ts';
import { settleCompilers } from './compilers.ts';
import { settleHeap } from './heap.ts';
import { beginPages } from './pages-thread.ts';
import type { TypesThread } from './types-thread.ts';

/** From documents to the model. */
export interface ReadStages {
  readonly readOpenApi: (files: readonly InputFile[], options: ReadOptions) => Spec | Unreadable;
  readonly readProviderYaml: (
    files: readonly InputFile[],
    options: { readonly provider: string },
  ) => Promise<ProviderYaml | Unreadable>;
  readonly reconcile: (sides: {
    readonly spec: Spec;
    readonly pages: Pages;
    readonly settings: ProviderSettings;
    readonly providerYaml: ProviderYaml | null;
  }) => { readonly model: ProviderModel; readonly diagnostics: readonly DraftDiagnostic[] };
}

/** What an output may tell besides the model. */
export interface EmitContext {
  /** What the documents are found to say wrong, settled. */
  readonly findings: () => readonly Diagnostic[];
  readonly folders: NamingFolders;
  /** Where the files of the folder of the config can be edited; null: nobody says. */
  readonly editUrl: string | null;
  /** What changed from version to version; null: nobody says. */
  readonly changelog: InputFile | null;
  /** Those of the model, which client and docs show alike. */
  readonly examples: () => Promise<ProviderExamples>;
}

/** From the model to one output. */
export interface EmitStage {
  /** Hears of the spec's document before what it says is read: what needs nothing else may begin. */
  readonly begin?: (document: JsonObject) => void;
  readonly emit: (model: ProviderModel, context: EmitContext) => Emission | Promise<Emission>;
  /** The handwritten parts of a new package, relative to its folder. */
  readonly scaffold: (model: ProviderModel) => readonly EmittedFile[] | Promise<readonly EmittedFile[]>;
}

/** Where the stages come from. Each loads its code when it is needed first. */
export interface Stages {
  /** Tells them from those of any other time: equal ones make the same of the same. Null: nothing is kept for another run. */
  readonly identity: (() => unknown) | null;
  /** Begins to read pages; the answer waits for them. */
  readonly beginPages: (
    files: readonly InputFile[],
    options: { readonly provider: string },
  ) => () => Promise<Pages>;
  readonly loadRead: () => Promise<ReadStages>;
  /** For one provider. */
  readonly loadEmit: (output: Output) => Promise<EmitStage>;
}

/** What emits is loaded at once: a thread may be reading pages, for which this one has to wait. */
const EMIT: { readonly [O in Output]: () => Promise<EmitStage> } = {
  async client() {
    const [{ openTypesThread }] = await Promise.all([
      import('./types-thread.ts'),
      import('@plumbline/emit-client'),
      import('@plumbline/emit-client/examples'),
    ]);
    return clientStage(openTypesThread());
  },
  async docs() {
    await Promise.all([import('@plumbline/emit-docs'), import('@plumbline/emit-client/examples')]);
    return docsStage();
  },
  async 'contract-tests'() {
    await import('@plumbline/emit-contract-tests');
    return contractTestsStage();
  },
};

/** `memory`: of earlier emissions, for a process that emits over and over. */
export function clientStage({ begin, typesOf }: TypesThread, memory?: ClientMemory): EmitStage {
  const load = () => import('@plumbline/emit-client');
  return {
    begin,
    async emit(model, { examples }) {
      const { emitClient } = await load();
      const given = await examples();
      return emitClient(model, { typesOf, examples: given, ...(memory !== undefined && { memory }) });
    },
    scaffold: async (model) => (await load()).scaffoldClient(model),
  };
}

/** `memory`: of earlier emissions, for a process that emits over and over. */
export function docsStage(memory?: DocsMemory): EmitStage {
  return {
    async emit(model, { findings, folders, editUrl, changelog, examples }) {
      const { emitDocs } = await import('@plumbline/emit-docs');
      return emitDocs(model, {
        findings: findings(),
        sourceOf: (file) => sourceName(file, folders),
        ...(editUrl !== null && { editUrl }),
        ...(changelog !== null && { changelog }),
        ...(memory !== undefined && { memory }),
        examples: await examples(),
      });
    },
    scaffold: () => [],
  };
}

/** `print`: knows how a document prints, for a process that emits over and over. */
export function contractTestsStage(print?: PrintDocument): EmitStage {
  const load = () => import('@plumbline/emit-contract-tests');
  return {
    emit: async (model) => (await load()).emitContractTests(model, print),
    scaffold: async (model) => (await load()).scaffoldContractTests(model),
  };
}

/** The stages of this workspace. */
export const STAGES: Stages = {
  identity: codeIdentity,
  beginPages,
  async loadRead() {
    const [{ readOpenApi }, { reconcile }] = await Promise.all([
      import('@plumbline/read-openapi'),
      import('@plumbline/reconcile'),
    ]);
    return {
      readOpenApi(files, options) {
        settleCompilers();
        settleHeap(files);
        return readOpenApi(files, options);
      },
      readProviderYaml: async (files, options) =>
        (await import('@plumbline/read-provider-yaml')).readProviderYaml(files, options),
      reconcile,
    };
  },
  loadEmit: (output) => EMIT[output](),
};
