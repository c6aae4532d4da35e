import type { InputFile } from '@plumbline/model';
import type { Span } from './document/page-text.ts';
import { type Section, sectionsOf } from './document/sections.ts';
import { attributeOf } from './markup/attributes.ts';
import type { Token } from './markup/token.ts';
import { tokensIn } from './markup/tokens.ts';
import type { PageContext } from './page/context.ts';
import { openPage } from './page/open-page.ts';
import { type Pane, panesOf } from './panes/panes.ts';
import { type TabEntry, tabEntries, tabOf } from './panes/tabs.ts';

export type { PageText, Span } from './document/page-text.ts';
export type { Section, SectionSubject } from './document/sections.ts';
export { attributeContent, attributeOf } from './markup/attributes.ts';
export type { MappedText } from './markup/mapped-text.ts';
export { type Name, nameIn, namesIn } from './markup/names.ts';
export { type Marked, type ProseSpan, plainTextOf, proseOf } from './markup/prose.ts';
export type { Token } from './markup/token.ts';
export { tokensIn } from './markup/tokens.ts';
export type { CodeItem, TableItem } from './panes/items.ts';
export type { Pane } from './panes/panes.ts';
export type { TabEntry } from './panes/tabs.ts';
export { type Column, cellOf, type Row, type Table } from './tables/table.ts';

/** Where the parts of a page stand in its text: for those who edit it. Offsets are in UTF-16 units of `text`. */
export interface PageLayout {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly tokens: readonly Token[];
  readonly sections: readonly SectionLayout[];
}

export interface SectionLayout extends Section {
  readonly panes: readonly Pane[];
  readonly tabs: readonly TabsLayout[];
}

/** A `<Tabs>`, the entries of its `values`, and its items. */
export interface TabsLayout extends Span {
  /** What stands in the braces of `values={…}`; null where there is none. */
  readonly values: Span | null;
  readonly entries: readonly TabEntry[];
  readonly items: readonly (Span & { readonly value: string })[];
}

/** Takes a page apart as the reader does, and keeps where everything stands. Reports nothing, and never throws. */
export function layoutOf(file: InputFile): PageLayout {
  const { page, blocks } = openPage(file, []);
  const sections = sectionsOf(blocks, page.text.length).map((section) => ({
    ...section,
    panes: panesOf(page, section),
    tabs: tabsIn(page, section),
  }));
  const { text, lineStarts, tokens } = page;
  return { file: page.file, text, lineStarts, tokens, sections };
}

function tabsIn(page: PageContext, section: Span): readonly TabsLayout[] {
  const found: { start: number; end: number; opening: Token; items: (Span & { value: string })[] }[] = [];
  for (const token of tokensIn(page.tokens, section)) {
    const group = found.at(-1);
    if (token.name === 'Tabs') {
      if (token.kind === 'open')
        found.push({ start: token.start, end: section.end, opening: token, items: [] });
      else if (group !== undefined) group.end = token.end;
    } else if (token.name === 'TabItem' && group !== undefined) {
      const item = group.items.at(-1);
      const tab = token.kind === 'open' ? tabOf(page, token, new Map()) : null;
      if (tab !== null) group.items.push({ value: tab.value.value, start: token.start, end: token.end });
      else if (token.kind === 'close' && item !== undefined)
        group.items[group.items.length - 1] = { ...item, end: token.end };
    }
  }
  return found.map(({ start, end, opening, items }) => ({
    start,
    end,
    values: attributeOf(page.text, opening, 'values')?.value ?? null,
    entries: tabEntries(page, opening) ?? [],
    items,
  }));
}
