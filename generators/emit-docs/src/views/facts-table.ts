import { type Encoded, mdx, mdxAttribute, mdxInline, type View } from '@plumbline/render';
import type { Nested } from '../data/nested.ts';
import type { RowData } from '../data/page-data.ts';
import type { RowFacts } from '../facts/row-facts.ts';
import { type Prose, typeText } from './prose.ts';

/** A row of a table of names, types and descriptions. */
export interface FactsRowView extends View {
  readonly anchor: Encoded<'mdx'>;
  readonly name: Encoded<'mdx'>;
  readonly type: Encoded<'mdx'>;
  readonly description: Encoded<'mdx'>;
  /** What the format has no place for: variants, what is opened in place, who uses it. */
  readonly more: Encoded<'mdx'>;
}

/** What views of one page share. */
export interface PageTools {
  readonly prose: Prose;
  readonly nested: Nested;
  /** What the rows of the page have beyond their cells; null: nothing, it is a page without components of the site. */
  readonly rows: RowData[] | null;
}

export function factsRowView(
  { name, type, format, description, notes }: RowFacts,
  anchor: string,
  { data, prose, rows }: Pick<PageTools, 'prose' | 'rows'> & { readonly data: RowData },
): FactsRowView {
  return {
    anchor: mdxAttribute(anchor),
    name: mdxAttribute(name),
    type: mdxInline(typeText(type, format)),
    description: prose.cell(description, notes),
    more:
      rows === null || Object.keys(data).length === 0
        ? mdx``
        : mdx` <Aside of={facts.rows[${rows.push(data) - 1}]} />`,
  };
}
