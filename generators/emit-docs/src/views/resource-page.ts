import type { ProviderModel, Resource } from '@plumbline/model';
import type { Encoded, View } from '@plumbline/render';
import { type ResourceFacts, resourceFacts } from '../facts/resource-facts.ts';
import { type ExamplesView, examplesView } from './examples.ts';
import { type FieldsView, fieldsView } from './fields.ts';
import { type FrontMatterView, frontMatterView } from './front-matter.ts';
import { type MethodsView, methodsView } from './methods.ts';
import { type OverviewView, overviewView } from './overview.ts';
import { type ParametersView, parametersView } from './parameters.ts';
import type { Prose } from './prose.ts';

export interface ResourcePageView extends View {
  readonly frontMatter: FrontMatterView;
  readonly hasManifest: boolean;
  readonly hasTabs: boolean;
  readonly summary: Encoded<'mdx'>;
  readonly overview: OverviewView;
  readonly fields: FieldsView;
  readonly methods: MethodsView;
  readonly parameters: ParametersView | null;
  readonly examples: readonly ExamplesView[];
}

export interface ResourcePageInput {
  readonly model: ProviderModel;
  readonly resource: Resource;
  readonly href: string;
  /** YAML that inserts the resource. */
  readonly manifest: string;
  readonly prose: Prose;
}

export function resourcePageView({
  model,
  resource,
  href,
  manifest,
  prose,
}: ResourcePageInput): ResourcePageView {
  const facts: ResourceFacts = resourceFacts(model, resource);
  return {
    frontMatter: frontMatterView(model, [resource.name, resource.service, model.provider], href),
    hasManifest: facts.examples.some(({ verb }) => verb === 'insert'),
    hasTabs: facts.examples.length > 0,
    summary: prose.line(facts.summary),
    overview: overviewView(facts, prose),
    fields: fieldsView(facts.fieldSets, prose),
    methods: methodsView(facts.methods, prose),
    parameters: parametersView(facts.parameters, prose),
    examples: facts.examples.map((example) =>
      examplesView(example, example.verb === 'insert' ? manifest : null, prose),
    ),
  };
}
