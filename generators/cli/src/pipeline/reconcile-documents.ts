import {
  byCodeUnit,
  type Diagnostic,
  type Dictionary,
  type DraftDiagnostic,
  dictionary,
  type InputFile,
  type JsonObject,
  type Locate,
  type PageIgnore,
  type Pages,
  type ProviderModel,
  type ProviderSettings,
  type ProviderYaml,
  type Source,
  type Spec,
  type SpecOrigin,
} from '@plumbline/model';
import type { ReadOptions } from '@plumbline/read-openapi';
import type { ReadStages } from './stages.ts';

/** The documents of a provider, as they were read. */
export interface ProviderDocuments {
  readonly settings: ProviderSettings;
  readonly spec: readonly InputFile[];
  readonly specOptions: ReadOptions;
  readonly pages: readonly InputFile[];
  /** The provider's own YAML; none: it is not compared. */
  readonly providerYaml: readonly InputFile[];
}

/** What the documents of a provider come to. */
export interface Reconciled {
  readonly model: ProviderModel;
  readonly drafts: readonly DraftDiagnostic[];
  readonly locate: Locate;
  /** What comments of the pages silence. */
  readonly ignores: readonly PageIgnore[];
  readonly counts: Counts;
}

/** What was read and bound, for the summary. */
export interface Counts {
  readonly specFiles: number;
  readonly operations: number;
  readonly pages: number;
  readonly services: number;
  readonly resources: number;
  readonly methods: number;
  readonly bound: number;
  /** How the methods were bound, `none` too. */
  readonly boundBy: Dictionary<number>;
}

/** What goes on beside the reading of the spec. */
export interface Begun {
  readonly pagesRead: () => Promise<Pages>;
  /** Hears of the spec's document: before what it says is read; where pages are too, once they are, for all waits for them. */
  readonly onDocument: (document: JsonObject) => void;
}

/** Runs the stages from documents to model. Unreadable documents are answered as such. */
export async function reconcileDocuments(
  { readOpenApi, readProviderYaml, reconcile }: ReadStages,
  documents: ProviderDocuments,
  { pagesRead, onDocument }: Begun,
): Promise<Reconciled | { readonly unreadable: readonly Diagnostic[] }> {
  const { settings } = documents;
  const { provider } = settings;
  const heard: JsonObject[] = [];
  const spec = readOpenApi(documents.spec, {
    ...documents.specOptions,
    onDocument: documents.pages.length === 0 ? onDocument : (document) => heard.push(document),
  });
  if ('unreadable' in spec) return spec;
  const isThird = documents.providerYaml.length > 0;
  const providerYaml = isThird ? await readProviderYaml(documents.providerYaml, { provider }) : null;
  if (providerYaml !== null && 'unreadable' in providerYaml) return providerYaml;
  const pages = await pagesRead();
  heard.forEach(onDocument);
  const { model, diagnostics } = reconcile({ spec, pages, settings, providerYaml });
  return {
    model,
    drafts: [...spec.diagnostics, ...pages.diagnostics, ...(providerYaml?.diagnostics ?? []), ...diagnostics],
    locate: rememberedPlaces(locateIn(spec, providerYaml)),
    ignores: pages.ignores,
    counts: {
      specFiles: documents.spec.length,
      operations: spec.operations.length,
      pages: documents.pages.length,
      ...countModel(model),
    },
  };
}

/** Finds places in the files of both. */
export function locateIn(spec: Spec, yaml: ProviderYaml | null): Locate {
  if (yaml === null) return spec.locate;
  const files = new Set(yaml.files);
  return (origin) => (files.has(origin.file) ? yaml : spec).locate(origin);
}

/** Each finding is placed twice: for the docs, and for the report. */
function rememberedPlaces(locate: Locate): Locate {
  const places = new WeakMap<SpecOrigin, Source>();
  return (origin) => {
    const place = places.get(origin) ?? locate(origin);
    places.set(origin, place);
    return place;
  };
}

function countModel({ services }: ProviderModel): Omit<Counts, 'specFiles' | 'operations' | 'pages'> {
  const resources = services.flatMap((service) => service.resources);
  const methods = resources.flatMap((resource) => resource.methods);
  const by = new Map<string, number>();
  for (const { boundBy } of methods) by.set(boundBy, (by.get(boundBy) ?? 0) + 1);
  return {
    services: services.length,
    resources: resources.length,
    methods: methods.length,
    bound: methods.filter(({ operation }) => operation !== null).length,
    boundBy: dictionary([...by].sort(([a], [b]) => byCodeUnit(a, b))),
  };
}
