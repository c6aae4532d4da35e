import {
  type DraftDiagnostic,
  diagnose,
  type Pages,
  type ProviderModel,
  type ProviderSettings,
  type ProviderYaml,
  type Spec,
} from '@plumbline/model';
import { bindMethods } from './bind/bind.ts';
import { compare, compareThird } from './compare/compare.ts';
import { findMangledLinks } from './compare/spec-links.ts';
import { decide } from './decide/decide.ts';
import { inferResources } from './infer/infer-resources.ts';
import { yamlResources } from './infer/yaml-resources.ts';
import { pairResources } from './pair/pair-resources.ts';
import { documentedResources } from './resources.ts';
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
export function reconcile({ spec, pages, settings, providerYaml = null }: ReconcileInput): Reconciled {
  const reader = createSchemaReader(spec.schemas);
  const yaml = providerYaml && createYamlSide(providerYaml, spec.operations);
  const sides = { spec, pages, config: settings, yaml, reader };
  return pages.resources.length === 0 ? inferred(sides) : reconciled(sides);
}

interface Sides {
  readonly spec: Spec;
  readonly pages: Pages;
  readonly config: ProviderSettings;
  readonly yaml: YamlSide | null;
  readonly reader: SchemaReader;
}

function reconciled({ spec, pages, config, yaml, reader }: Sides): Reconciled {
  const settings = yaml === null ? config : withYamlServers(config, yaml.servers);
  const resources = documentedResources(pages.resources);
  const servers = findServerVariables(resources, spec, settings, reader);
  const input = { resources, operations: spec.operations, settings, reader, servers };
  const otherwise = bindMethods(input);
  const bindings = yaml === null ? otherwise : bindMethods({ ...input, stated: yaml.operations });
  const pairs = pairResources(resources, bindings, { reader, servers, yaml });
  const third = yaml && { yaml, otherwise, config };
  const drift = compare({ pairs, spec, settings, reader, servers, third });
  const { model, diagnostics } = decide({ spec, pages, settings, pairs, reader, isInferred: false });
  return { model, diagnostics: [...findMangledLinks(spec), ...drift, ...diagnostics] };
}

function inferred({ spec, pages, config, yaml, reader }: Sides): Reconciled {
  const settings = yaml === null ? config : withYamlServers(config, yaml.servers);
  const servers = findServerVariables([], spec, settings, reader);
  const { resources, bindings } =
    yaml === null
      ? inferResources(settings.provider, spec.operations)
      : yamlResources(settings.provider, spec.operations, yaml);
  const pairs = pairResources(resources, bindings, { reader, servers, yaml });
  const third = yaml === null ? [] : compareThird({ yaml, otherwise: bindings, config }, [], reader);
  const { model, diagnostics } = decide({ spec, pages, settings, pairs, reader, isInferred: true });
  const at = { file: spec.files[0] ?? '', pointer: '' };
  const source = yaml === null ? 'spec' : 'provider-yaml';
  const missing = diagnose({ code: 'pages-missing', args: { source }, at });
  return { model, diagnostics: [missing, ...findMangledLinks(spec), ...third, ...diagnostics] };
}
