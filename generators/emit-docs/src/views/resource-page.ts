import type { ProviderModel, Resource } from '@plumbline/model';
import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import { fieldAnchor } from '../facts/anchors.ts';
import type { ExampleCode } from '../facts/example-code.ts';
import type { FindingCounts } from '../facts/findings.ts';
import type { ResourceFacts } from '../facts/resource-facts.ts';
import { type ExamplesView, examplesView } from './examples.ts';
import { type FieldsView, fieldsView } from './fields.ts';
import { methodDetailsView } from './method-details.ts';
import { type MethodsView, methodsView } from './methods.ts';
import { createNested, type NestedParts } from './nested.ts';
import { type OverviewView, overviewView } from './overview.ts';
import { type ParametersView, parametersView } from './parameters.ts';
import type { Prose } from './prose.ts';

export interface ResourcePageView extends View {
  readonly summary: Encoded<'mdx'>;
  readonly overview: OverviewView;
  /** Leads to what the consistency page says of the resource; null where that is nothing. */
  readonly badge: Encoded<'mdx'> | null;
  readonly fields: FieldsView;
  readonly methods: MethodsView;
  readonly parameters: ParametersView | null;
  readonly examples: readonly ExamplesView[];
}

export interface ResourcePageInput {
  readonly model: ProviderModel;
  readonly resource: Resource;
  readonly facts: ResourceFacts;
  /** By method name. */
  readonly code: ReadonlyMap<string, ExampleCode>;
  /** YAML that inserts the resource. */
  readonly manifest: string;
  readonly prose: Prose;
  readonly nested: NestedParts;
  readonly sourceOf: (file: string) => string;
  readonly findings: (FindingCounts & { readonly href: string }) | null;
}

export function resourcePageView(input: ResourcePageInput): ResourcePageView {
  const { model, resource, facts, code, manifest, prose, sourceOf, findings } = input;
  const nested = createNested(input.nested);
  for (const { component, href } of tabledComponents(input)) nested.tell(component, href);
  const tools = { prose, nested };
  // What is sent comes before what is answered: errors refer to what the tables tell, never the other way round.
  const fields = fieldsView(facts.fieldSets, tools);
  const parameters = parametersView(facts.parameters, resource.methods.length, tools);
  const details = new Map(
    resource.methods.flatMap((method) => {
      const view = methodDetailsView(method, { ...tools, model, sourceOf });
      return view === null ? [] : [[method.name, view] as const];
    }),
  );
  return {
    summary: prose.line(facts.summary),
    overview: overviewView(facts, prose),
    badge:
      findings === null
        ? null
        : mdx`<DriftBadge errors="${findings.error}" warnings="${findings.warning}" href="${mdxAttribute(findings.href)}" />`,
    fields,
    methods: methodsView(facts.methods, details, prose),
    parameters,
    examples: facts.examples.map((example) => examplesView(example, { code, prose, manifest })),
  };
}

/** The components whose fields the Fields section tells of, each with its first row. */
function tabledComponents({
  model,
  resource,
  facts,
  nested,
}: ResourcePageInput): readonly { readonly component: string; readonly href: string }[] {
  return resource.methods.flatMap((method) => {
    const [first] = method.fields;
    const operation = method.operation === null ? undefined : model.operations[method.operation];
    if (method.sqlVerb !== 'select' || first === undefined || operation === undefined) return [];
    const rows = new Set(method.fields.map(({ wireName }) => wireName));
    const schemas = operation.responses
      .filter(({ status }) => status.startsWith('2'))
      .flatMap(({ contents }) => contents.flatMap(({ schema }) => schema ?? []));
    return schemas.flatMap((schema) => {
      const shape = nested.shapeOf(schema);
      const isTabled =
        shape?.fields.every(({ name }) => rows.has(name)) === true && shape.variants.length === 0;
      if (!isTabled || shape.component === null) return [];
      const owner = facts.fieldSets.find((set) => set.method === method.name)?.sameAs ?? method.name;
      return [{ component: shape.component, href: `#${fieldAnchor(owner, first.name)}` }];
    });
  });
}
