import { type Encoded, mdxAttribute, type View } from '@plumbline/render';
import type { RowFacts } from '../facts/row-facts.ts';
import { type Prose, typeText } from './prose.ts';

/** A row of a table of names, types and descriptions. */
export interface FactsRowView extends View {
  readonly anchor: Encoded<'mdx'> | null;
  readonly name: Encoded<'mdx'>;
  readonly type: Encoded<'mdx'>;
  readonly description: Encoded<'mdx'>;
}

export function factsRowView(
  { name, type, format, description, notes }: RowFacts,
  anchor: string | null,
  prose: Prose,
): FactsRowView {
  return {
    anchor: anchor === null ? null : mdxAttribute(anchor),
    name: mdxAttribute(name),
    type: typeText(type, format),
    description: prose.cell(description, notes),
  };
}
