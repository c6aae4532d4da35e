import { type Encoded, mdxAttribute, type View } from '@plumbline/render';
import type { FieldSetFacts } from '../facts/field-facts.ts';
import { type FactsRowView, factsRowView } from './facts-table.ts';
import type { Prose } from './prose.ts';
import { methodTab, type TabsView, tabsView } from './tabs.ts';

export interface FieldsView extends View {
  /** Null where the resource cannot be selected from. */
  readonly tabs: TabsView | null;
  readonly sets: readonly {
    readonly value: Encoded<'mdx'>;
    readonly caption: Encoded<'mdx'>;
    readonly rows: readonly FactsRowView[];
  }[];
}

export function fieldsView(fieldSets: readonly FieldSetFacts[], prose: Prose): FieldsView {
  return {
    tabs: fieldSets.length === 0 ? null : tabsView(fieldSets.map(({ method }) => methodTab(method))),
    sets: fieldSets.map(({ method, caption, fields }) => ({
      value: mdxAttribute(method),
      caption: prose.line(caption),
      rows: fields.map((field) => factsRowView(field, null, prose)),
    })),
  };
}
