import { type Encoded, join, mdx, mdxAttribute, type View } from '@plumbline/render';
import { methodAnchor, parameterAnchor } from '../facts/anchors.ts';
import type { Difference, ParameterRows, Place } from '../facts/parameter-rows.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import { type FactsRowView, factsRowView, type PageTools } from './facts-table.ts';
import { codeName, typeText } from './prose.ts';

type Mdx = Encoded<'mdx'>;

export interface ParametersView extends View {
  readonly params: readonly FactsRowView[];
  readonly bodyFields: readonly FactsRowView[];
}

/** Null where there is nothing to pass. `methods` counts those of the resource. */
export function parametersView(
  { params, bodyFields, differences, uses }: ParameterRows,
  methods: number,
  tools: PageTools,
): ParametersView | null {
  if (params.length === 0 && bodyFields.length === 0) return null;
  const row = (facts: RowFacts): FactsRowView => {
    const view = factsRowView(facts, parameterAnchor(facts.name), tools);
    const varying = differences.filter(({ name }) => name === facts.name);
    const more = [view.more, perMethod(varying, tools), usedBy(uses.get(facts.name) ?? [], methods)];
    return { ...view, more: join(more, '') };
  };
  return { params: params.map(row), bodyFields: bodyFields.map(row) };
}

/** What a name means to methods to which it means something else than its row says. */
function perMethod(differences: readonly Difference[], { prose }: PageTools): Mdx {
  if (differences.length === 0) return mdx``;
  const items = differences.map(({ methods, type, format, description, notes }) => {
    const cell = prose.cell(description, notes);
    return mdx`<li>${join(methods.map(methodLink), ', ')}: <code>${typeText(type, format)}</code> ${cell}</li>`;
  });
  return mdx` <PerMethod><ul>${join(items, '')}</ul></PerMethod>`;
}

function usedBy(places: readonly Place[], methods: number): Mdx {
  if (places.length === 0) return mdx``;
  const users = [...new Set(places.map(({ method }) => method))];
  const kinds = [...new Set(places.flatMap((place) => place.in ?? []))].join(', ');
  const named =
    users.length === methods && methods > 1 ? mdx`every method` : join(users.map(methodLink), ', ');
  return mdx` <UsedBy place="${mdxAttribute(kinds)}">${named}</UsedBy>`;
}

/** A method's name as code that leads to its row. */
export function methodLink(name: string): Mdx {
  return mdx`<a href="#${mdxAttribute(methodAnchor(name))}"><code>${codeName(name)}</code></a>`;
}
