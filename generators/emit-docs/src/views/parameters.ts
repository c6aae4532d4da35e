import type { Encoded, View } from '@plumbline/render';
import { methodAnchor, parameterAnchor } from '../facts/anchors.ts';
import type { ParameterRows } from '../facts/parameter-rows.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import { type FactsRowView, factsRowView } from './facts-table.ts';
import { type LinkView, linkView } from './methods.ts';
import { codeName, type Prose, typeText } from './prose.ts';

export interface ParametersView extends View {
  readonly params: readonly FactsRowView[];
  readonly bodyFields: readonly FactsRowView[];
  readonly differences: readonly {
    readonly name: Encoded<'mdx'>;
    readonly methods: readonly LinkView[];
    readonly type: Encoded<'mdx'>;
    readonly description: Encoded<'mdx'>;
  }[];
}

/** Null where there is nothing to pass. */
export function parametersView(
  { params, bodyFields, differences }: ParameterRows,
  prose: Prose,
): ParametersView | null {
  if (params.length === 0 && bodyFields.length === 0) return null;
  const row = (facts: RowFacts): FactsRowView => factsRowView(facts, parameterAnchor(facts.name), prose);
  return {
    params: params.map(row),
    bodyFields: bodyFields.map(row),
    differences: differences.map(({ name, methods, type, format, description, notes }) => ({
      name: codeName(name),
      methods: methods.map((method) => linkView({ name: method, anchor: methodAnchor(method) })),
      type: typeText(type, format),
      description: prose.cell(description, notes),
    })),
  };
}
