import type { Resource } from '@plumbline/model';
import type { Nested } from '../data/nested.ts';
import type { ResourceFacts } from '../facts/resource-facts.ts';
import { examplesView } from './examples.ts';
import { fieldsView } from './fields.ts';
import { methodsView } from './methods.ts';
import { overviewView } from './overview.ts';
import { parametersView } from './parameters.ts';
import type { Prose } from './prose.ts';
import type { ResourcePageView } from './resource-page.ts';

export interface SourcePageInput {
  readonly resource: Resource;
  readonly facts: ResourceFacts;
  /** YAML that inserts the resource. */
  readonly manifest: string;
  readonly prose: Prose;
}

const NOTHING_NESTED: Nested = { of: () => undefined, tell() {} };

/** A resource's page as people write it: all in tables, no row or component that refers to something else. */
export function sourcePageView({ resource, facts, manifest, prose }: SourcePageInput): ResourcePageView {
  const tools = { prose, nested: NOTHING_NESTED, rows: null };
  const shown = facts.fieldSets.map((set) => ({ ...set, sameAs: null }));
  return {
    summary: prose.line(facts.summary),
    overview: overviewView(facts, prose),
    badge: null,
    fields: fieldsView(shown, tools),
    methods: methodsView(facts.methods, [], prose),
    parameters: parametersView(facts.parameters, resource.methods.length, tools),
    examples: facts.examples.map((example) =>
      examplesView(example, { code: new Map(), prose, manifest, calls: null }),
    ),
  };
}
