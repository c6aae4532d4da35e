import { type Encoded, mdx, mdxAttribute, type View } from '@plumbline/render';
import { rowData } from '../data/rows.ts';
import { fieldAnchor } from '../facts/anchors.ts';
import type { FieldSetFacts } from '../facts/field-facts.ts';
import { type FactsRowView, factsRowView, type PageTools } from './facts-table.ts';
import { methodTab, type TabsView, tabsView } from './tabs.ts';

export interface FieldsView extends View {
  /** Null where the resource cannot be selected from. */
  readonly tabs: TabsView | null;
  readonly sets: readonly {
    readonly value: Encoded<'mdx'>;
    readonly caption: Encoded<'mdx'>;
    /** Another tab's table is told once. */
    readonly same: Encoded<'mdx'> | null;
    readonly rows: readonly FactsRowView[];
  }[];
}

export function fieldsView(fieldSets: readonly FieldSetFacts[], tools: PageTools): FieldsView {
  return {
    tabs: fieldSets.length === 0 ? null : tabsView(fieldSets.map(({ method }) => methodTab(method))),
    sets: fieldSets.map(({ method, caption, fields, sameAs }) => ({
      value: mdxAttribute(method),
      caption: tools.prose.line(caption),
      same:
        sameAs === null
          ? null
          : mdx`<SameFields method="${mdxAttribute(sameAs)}" href="#${mdxAttribute(fieldAnchor(sameAs, fields[0]?.name ?? ''))}" />`,
      rows:
        sameAs === null
          ? fields.map((field) => {
              const data = rowData(field, tools.nested.of);
              return factsRowView(field, fieldAnchor(method, field.name), { ...tools, data });
            })
          : [],
    })),
  };
}
