import { createClientMemory, type DocumentTypes } from '@plumbline/emit-client';
import { type PrintDocument, printDocument } from '@plumbline/emit-contract-tests';
import { createDocsMemory } from '@plumbline/emit-docs';
import {
  dictionary,
  type Emission,
  type InputFile,
  type JsonObject,
  type ProviderModel,
  type ProviderYaml,
  type Resource,
  type Spec,
  type Unreadable,
} from '@plumbline/model';
import type { ReadOptions } from '@plumbline/read-openapi';
import { createPagesReader } from '@plumbline/read-resource-pages';
import { createReconciler } from '@plumbline/reconcile';
import { isUrl } from '../inputs/is-url.ts';
import {
  clientStage,
  contractTestsStage,
  docsStage,
  type EmitStage,
  type ReadStages,
  STAGES,
  type Stages,
} from '../pipeline/stages.ts';
import { openTypesThread, type TypesThread } from '../pipeline/types-thread.ts';
import { shareEqual } from './share-equal.ts';

/** Stages of one provider that keep what they have read and made: what is as it was is not done again. */
export interface KeepingStages extends Stages {
  /** Paths that the spec's `$ref`s led to when it was read last, whether or not there is a file. */
  readonly referenced: () => Iterable<string>;
}

export interface KeepingOptions {
  readonly provider: string;
  readonly stages?: Stages;
  /** Makes the types of a document. */
  readonly startTypes?: () => TypesThread;
}

export function keepingStages({
  provider,
  stages = STAGES,
  startTypes = openTypesThread,
}: KeepingOptions): KeepingStages {
  const pagesOf = createPagesReader({ provider });
  const reconcileAgain = createReconciler();
  const spec = keptSpec();
  const yaml = keptYaml();
  const docs = docsStage(createDocsMemory());
  const client = keptEmission(clientStage(keptTypes(startTypes), createClientMemory()));
  const tests = keptEmission(contractTestsStage(keptPrint()));
  let model: ProviderModel | null = null;
  return {
    identity: null,
    referenced: spec.referenced,
    beginPages: (files) => async () => pagesOf(files),
    async loadRead() {
      const read = await stages.loadRead();
      return {
        readOpenApi: (files, options) => spec.read(files, options, read.readOpenApi),
        readProviderYaml: (files, options) => yaml(files, () => read.readProviderYaml(files, options)),
        reconcile(sides) {
          const found = reconcileAgain(sides);
          // Of another spec nearly everything is another.
          const isSameSpec = model?.document === found.model.document;
          model = isSameSpec ? shareEqual(model, found.model) : found.model;
          return { ...found, model };
        },
      };
    },
    async loadEmit(output) {
      if (output === 'client') return client;
      if (output === 'docs') return docs;
      return tests;
    },
  };
}

type ReadSpec = ReadStages['readOpenApi'];

function keptSpec(): {
  readonly read: (files: readonly InputFile[], options: ReadOptions, read: ReadSpec) => Spec | Unreadable;
  readonly referenced: KeepingStages['referenced'];
} {
  let last: { readonly given: readonly InputFile[]; readonly spec: Spec | Unreadable } | null = null;
  let seen = new Map<string, InputFile | undefined>();
  return {
    referenced: () => seen.keys(),
    read(files, options, read) {
      const before = seen;
      // What is on the network is fetched once.
      const look = (path: string) => (isUrl(path) && before.get(path)) || options.referenced?.(path);
      const given = [...files, ...(options.overlays ?? [])];
      const isSame =
        last !== null &&
        areSame(last.given, given) &&
        [...before].every(([path, file]) => look(path)?.text === file?.text);
      if (!isSame || last === null) {
        seen = new Map();
        const referenced = (path: string) => {
          const file = look(path);
          seen.set(path, file);
          return file;
        };
        last = { given, spec: read(files, { ...options, referenced }) };
        // What cannot be read for now leads where it led.
        if ('unreadable' in last.spec) seen = new Map([...before, ...seen]);
      } else if ('document' in last.spec) options.onDocument?.(last.spec.document);
      return last.spec;
    },
  };
}

function keptYaml() {
  let last: { readonly given: readonly InputFile[]; readonly yaml: ProviderYaml | Unreadable } | null = null;
  return async (
    given: readonly InputFile[],
    read: () => Promise<ProviderYaml | Unreadable>,
  ): Promise<ProviderYaml | Unreadable> => {
    if (last === null || !areSame(last.given, given)) last = { given, yaml: await read() };
    return last.yaml;
  };
}

function areSame(before: readonly InputFile[], now: readonly InputFile[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ path, text }, i) => path === now[i]?.path && text === now[i]?.text)
  );
}

/** Emits anew where the model says something else. Where in the pages it says so, client and tests do not tell. */
function keptEmission(stage: EmitStage): EmitStage {
  let last: { readonly said: unknown; readonly emission: Emission } | null = null;
  // A resource that is as it was is the same object.
  const known = new WeakMap<Resource, unknown>();
  const saidOf = (resource: Resource): unknown => {
    const said = known.get(resource) ?? withoutOrigins(resource);
    known.set(resource, said);
    return said;
  };
  return {
    ...stage,
    async emit(model, context) {
      const said = shareEqual(last?.said, {
        ...model,
        services: model.services.map((service) => ({
          ...service,
          resources: service.resources.map(saidOf),
        })),
      });
      if (last === null || said !== last.said) last = { said, emission: await stage.emit(model, context) };
      return last.emission;
    },
  };
}

/** Prints each document once. */
function keptPrint(): PrintDocument {
  const printed = new WeakMap<JsonObject, string>();
  return (document) => {
    const text = printed.get(document) ?? printDocument(document);
    printed.set(document, text);
    return text;
  };
}

function withoutOrigins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrigins);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'origins');
  return dictionary(entries.map(([key, part]) => [key, withoutOrigins(part)]));
}

/** Makes the types of each document once, in a thread of its own. */
function keptTypes(startTypes: () => TypesThread): TypesThread {
  let last: { readonly document: JsonObject; readonly thread: TypesThread } | null = null;
  let made: { readonly document: JsonObject; readonly types: DocumentTypes } | null = null;
  const begin = (document: JsonObject): TypesThread => {
    if (last?.document === document) return last.thread;
    const thread = startTypes();
    thread.begin(document);
    last = { document, thread };
    return thread;
  };
  return {
    begin,
    async typesOf(document) {
      if (made?.document === document) return made.types;
      made = { document, types: await begin(document).typesOf(document) };
      return made.types;
    },
  };
}
