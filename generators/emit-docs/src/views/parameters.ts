import type { View } from '@plumbline/render';
import { differingData, rowData, useData } from '../data/rows.ts';
import { parameterAnchor } from '../facts/anchors.ts';
import type { ParameterRows } from '../facts/parameter-rows.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import { type FactsRowView, factsRowView, type PageTools } from './facts-table.ts';

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
    const differing = differences.filter(({ name }) => name === facts.name);
    const used = useData(uses.get(facts.name) ?? [], methods);
    const data = {
      ...rowData(facts, tools.nested.of),
      ...(differing.length > 0 && { differing: differingData(differing, tools.prose) }),
      ...(used !== undefined && { used }),
    };
    return factsRowView(facts, parameterAnchor(facts.name), { ...tools, data });
  };
  return { params: params.map(row), bodyFields: bodyFields.map(row) };
}
