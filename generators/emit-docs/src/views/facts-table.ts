import { type Encoded, mdxAttribute, type View } from '@plumbline/render';
import type { RowFacts } from '../facts/row-facts.ts';
import { type Nested, variantsText } from './nested.ts';
import { type Prose, typeText } from './prose.ts';

/** A row of a table of names, types and descriptions. */
export interface FactsRowView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
  readonly type: Encoded<'mdx'>;
  readonly description: Encoded<'mdx'>;
  /** What the format has no place for: variants, what is opened in place. */
  readonly more: Encoded<'mdx'>;
}

/** What views of one page share. */
export interface PageTools {
  readonly prose: Prose;
  readonly nested: Nested;
}

export function factsRowView(
  { name, type, format, description, notes, schema, variants }: RowFacts,
  anchor: string,
  { prose, nested }: PageTools,
): FactsRowView {
  return {
    anchor: mdxAttribute(anchor),
    name: mdxAttribute(name),
    type: typeText(type, format),
    description: prose.cell(description, notes),
    more: `${variantsText(variants)}${nested.of(schema)}` as Encoded<'mdx'>,
  };
}
