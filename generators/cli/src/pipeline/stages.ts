import type {
  DraftDiagnostic,
  Emission,
  EmittedFile,
  InputFile,
  Pages,
  ProviderModel,
  ProviderSettings,
  Spec,
  Unreadable,
} from '@plumbline/model';
import type { ReadOptions } from '@plumbline/read-openapi';
import type { Output } from '../command-line/options.ts';

/** From documents to the model. */
export interface ReadStages {
  readonly readOpenApi: (files: readonly InputFile[], options: ReadOptions) => Spec | Unreadable;
  readonly readResourcePages: (files: readonly InputFile[], options: { readonly provider: string }) => Pages;
  readonly reconcile: (sides: {
    readonly spec: Spec;
    readonly pages: Pages;
    readonly settings: ProviderSettings;
  }) => { readonly model: ProviderModel; readonly diagnostics: readonly DraftDiagnostic[] };
}

/** From the model to one output. */
export interface EmitStage {
  readonly emit: (model: ProviderModel) => Emission | Promise<Emission>;
  /** The handwritten parts of a new package, relative to its folder. */
  readonly scaffold: (model: ProviderModel) => readonly EmittedFile[];
}

/** Where the stages come from: loaded when they are needed, since some bring a compiler along. */
export interface Stages {
  readonly loadRead: () => Promise<ReadStages>;
  readonly loadEmit: (output: Output) => Promise<EmitStage>;
}

const EMIT: { readonly [O in Output]: () => Promise<EmitStage> } = {
  async client() {
    const { emitClient, scaffoldClient } = await import('@plumbline/emit-client');
    return { emit: emitClient, scaffold: scaffoldClient };
  },
  async docs() {
    const { emitDocs } = await import('@plumbline/emit-docs');
    return { emit: emitDocs, scaffold: () => [] };
  },
  async 'contract-tests'() {
    const { emitContractTests, scaffoldContractTests } = await import('@plumbline/emit-contract-tests');
    return { emit: emitContractTests, scaffold: scaffoldContractTests };
  },
};

/** The stages of this workspace. */
export const STAGES: Stages = {
  async loadRead() {
    const [{ readOpenApi }, { readResourcePages }, { reconcile }] = await Promise.all([
      import('@plumbline/read-openapi'),
      import('@plumbline/read-resource-pages'),
      import('@plumbline/reconcile'),
    ]);
    return { readOpenApi, readResourcePages, reconcile };
  },
  loadEmit: (output) => EMIT[output](),
};
