import {
  type DraftDiagnostic,
  diagnose,
  isObject,
  member,
  type Pages,
  type ProviderModel,
  type ProviderSettings,
  type ProviderYaml,
  type ResourcePage,
  type Spec,
} from '@plumbline/model';
import { bindMethods } from './bind/bind.ts';
import { indexOperations, type OperationIndex } from './bind/operation-index.ts';
import { compare, compareThird } from './compare/compare.ts';
import { compareSettings } from './compare/settings.ts';
import { findSpecLinks, type SpecLinks } from './compare/spec-links.ts';
import { decide } from './decide/decide.ts';
import type { DecidedMethods } from './decide/methods.ts';
import { inferResources } from './infer/infer-resources.ts';
import { yamlResources } from './infer/yaml-resources.ts';
import { findLinkBase } from './link-base.ts';
import type { ResourcePair } from './pair/pair.ts';
import { pairResources } from './pair/pair-resources.ts';
import { type DocumentedResource, documentedResources } from './resources.ts';
import { createSchemaReader, type SchemaReader } from './schema-reader.ts';
import { findServerVariables } from './server-variables.ts';
import { withYamlServers } from './yaml/server-variables.ts';
import { createYamlSide, type YamlSide } from './yaml/yaml-side.ts';

export interface ReconcileInput {
  readonly spec: Spec;
  readonly pages: Pages;
  readonly settings: ProviderSettings;
  /** The provider's own YAML, where there is one. */
  readonly providerYaml?: ProviderYaml | null;
}

export interface Reconciled {
  readonly model: ProviderModel;
  readonly diagnostics: readonly DraftDiagnostic[];
}

/**
 * Binds what the pages document to the operations of the spec, reports where both disagree, with the provider's own YAML as
 * a third side where it is given, and decides who is right. Without pages the resources are those of the YAML, or are
 * inferred from the spec, and there is nothing to compare them with.
 */
export function reconcile(input: ReconcileInput): Reconciled {
  return createReconciler()(input);
}

/**
 * Reconciles over and over, as {@link reconcile} does, each page only where it, or anything that bears on it, is another
 * object than before: the spec and the provider's own YAML as they were read, the page, how its methods are bound.
 */
export function createReconciler(): (input: ReconcileInput) => Reconciled {
  let sides: Sides | null = null;
  let memory: PairMemory | null = null;
  return (input) => {
    if (sides === null || !areOf(sides, input)) {
      sides = sidesOf(input);
      memory = null;
    }
    if (input.pages.resources.length === 0) return inferred(sides, input.pages);
    return reconciled(sides, input.pages, (key) => {
      if (memory?.key !== key)
        memory = { key, pairs: new WeakMap(), findings: new WeakMap(), methods: new WeakMap() };
      return memory;
    });
  };
}

/** All that pages are set beside, and what was made of them there. */
interface Sides {
  readonly spec: Spec;
  readonly providerYaml: ProviderYaml | null;
  readonly config: ProviderSettings;
  readonly yaml: YamlSide | null;
  /** Those of the config, and what the YAML adds to them. */
  readonly settings: ProviderSettings;
  readonly reader: SchemaReader;
  readonly index: OperationIndex;
  readonly links: SpecLinks;
  readonly resources: WeakMap<ResourcePage, DocumentedResource>;
}

interface PairMemory {
  /** Of what all pages together make: the names of server variables, and where links lead from. */
  readonly key: string;
  readonly pairs: WeakMap<DocumentedResource, ResourcePair>;
  readonly findings: WeakMap<ResourcePair, readonly DraftDiagnostic[]>;
  readonly methods: WeakMap<ResourcePair, DecidedMethods>;
}

function areOf(sides: Sides, { spec, settings, providerYaml = null }: ReconcileInput): boolean {
  return (
    sides.spec === spec &&
    sides.providerYaml === providerYaml &&
    (sides.config === settings || JSON.stringify(sides.config) === JSON.stringify(settings))
  );
}

function sidesOf({ spec, settings: config, providerYaml = null }: ReconcileInput): Sides {
  const yaml = providerYaml && createYamlSide(providerYaml, spec.operations);
  return {
    spec,
    providerYaml,
    config,
    yaml,
    settings: yaml === null ? config : withYamlServers(config, yaml.servers),
    reader: createSchemaReader(spec.schemas),
    index: indexOperations(spec.operations),
    links: findSpecLinks(spec),
    resources: new WeakMap(),
  };
}

function reconciled(sides: Sides, pages: Pages, memoryOf: (key: string) => PairMemory): Reconciled {
  const { spec, config, yaml, settings, reader, index, links } = sides;
  const resources = documentedResources(pages.resources, sides.resources);
  const servers = findServerVariables(resources, spec, settings, reader);
  const linkBase = findLinkBase(links, pages);
  const memory = memoryOf(JSON.stringify([servers.key, linkBase]));
  const input = { resources, index, settings, reader, servers };
  const otherwise = bindMethods(input);
  const bindings = yaml === null ? otherwise : bindMethods({ ...input, stated: yaml.operations });
  const pairs = pairResources(resources, bindings, { reader, servers, yaml }, memory.pairs);
  const third = yaml && { yaml, otherwise, config };
  const drift = compare({ pairs, spec, settings, reader, servers, third, known: memory.findings });
  const context = {
    spec,
    pages,
    settings,
    pairs,
    reader,
    isInferred: false,
    linkBase,
    known: memory.methods,
  };
  const { model, diagnostics } = decide(context);
  return { model, diagnostics: [...links.mangled, ...drift, ...diagnostics] };
}

function inferred({ spec, config, yaml, settings, reader, links }: Sides, pages: Pages): Reconciled {
  const servers = findServerVariables([], spec, settings, reader);
  const { resources, bindings } =
    yaml === null
      ? inferResources(settings.provider, spec.operations)
      : yamlResources(settings.provider, spec.operations, yaml);
  const pairs = pairResources(resources, bindings, { reader, servers, yaml });
  const third = yaml === null ? [] : compareThird({ yaml, otherwise: bindings, config }, [], reader);
  const linkBase = findLinkBase(links, pages);
  const { model, diagnostics } = decide({ spec, pages, settings, pairs, reader, isInferred: true, linkBase });
  const missing = missingPages(spec, yaml === null ? 'spec' : 'provider-yaml');
  const useless = compareSettings(pairs, spec, settings);
  return { model, diagnostics: [missing, ...links.mangled, ...third, ...useless, ...diagnostics] };
}

/** That there are no pages; of a spec without operations, from which nothing can be inferred, that there are none of those. */
function missingPages(
  { files, operations, document }: Spec,
  source: 'spec' | 'provider-yaml',
): DraftDiagnostic {
  const file = files[0] ?? '';
  if (operations.length > 0)
    return diagnose({ code: 'pages-missing', args: { source }, at: { file, pointer: '' } });
  const webhooks = member(document, 'webhooks');
  const hasWebhooks = isObject(webhooks) && Object.keys(webhooks).length > 0;
  const at = { file, pointer: hasWebhooks ? '/webhooks' : '/paths' };
  return diagnose({ code: 'operations-missing', args: { hasWebhooks }, at });
}
