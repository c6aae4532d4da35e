import { type Encoded, mdxAttribute, tsString, type View } from '@plumbline/render';

/** The head of a group of tabs. */
export interface TabsView extends View {
  readonly defaultValue: Encoded<'mdx'>;
  readonly entries: readonly { readonly label: Encoded<'ts'>; readonly value: Encoded<'ts'> }[];
}

export interface Tab {
  readonly label: string;
  readonly value: string;
}

/** @param tabs at least one, their values unique. */
export function tabsView(tabs: readonly Tab[]): TabsView {
  return {
    defaultValue: mdxAttribute(tabs[0]?.value ?? ''),
    entries: tabs.map(({ label, value }) => ({ label: tsString(label), value: tsString(value) })),
  };
}

/** The tab of a method. */
export function methodTab(name: string): Tab {
  return { label: name, value: name };
}
