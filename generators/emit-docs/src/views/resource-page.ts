import type { ProviderModel, Resource } from '@plumbline/model';
import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import { methodData } from '../data/methods.ts';
import { createNested, type NestedParts } from '../data/nested.ts';
import type { ExampleData, PageData, RowData } from '../data/page-data.ts';
import { fieldAnchor } from '../facts/anchors.ts';
import type { ExampleCode } from '../facts/example-code.ts';
import type { FindingCounts } from '../facts/findings.ts';
import type { ResourceFacts } from '../facts/resource-facts.ts';
import { type ExamplesView, examplesView } from './examples.ts';
import { type FieldsView, fieldsView } from './fields.ts';
import { type MethodsView, methodsView } from './methods.ts';
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

/** The view, and what it leaves to the page's data. */
export function resourcePageView(input: ResourcePageInput): {
  readonly view: ResourcePageView;
  readonly data: PageData;
} {
  const { model, resource, facts, code, manifest, prose, sourceOf, findings } = input;
  const nested = createNested(input.nested);
  for (const { component, href } of tabledComponents(input)) nested.tell(component, href);
  const rows: RowData[] = [];
  const calls: ExampleData[] = [];
  const tools = { prose, nested, rows };
  // What is sent comes before what is answered: errors refer to what the tables tell, never the other way round.
  const fields = fieldsView(facts.fieldSets, tools);
  const parameters = parametersView(facts.parameters, resource.methods.length, tools);
  const details = resource.methods.flatMap((method) => {
    const data = methodData(method, { ...tools, model, sourceOf });
    const operation = method.operation === null ? undefined : model.operations[method.operation];
    return data === null || operation === undefined ? [] : [{ method: method.name, operation, data }];
  });
  const view = {
    summary: prose.line(facts.summary),
    overview: overviewView(facts, prose),
    badge:
      findings === null
        ? null
        : mdx`<DriftBadge errors="${findings.error}" warnings="${findings.warning}" href="${mdxAttribute(findings.href)}" />`,
    fields,
    methods: methodsView(facts.methods, details, prose),
    parameters,
    examples: facts.examples.map((example) => examplesView(example, { code, prose, manifest, calls })),
  };
  return { view, data: { rows, methods: details.map(({ data }) => data), examples: calls } };
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
