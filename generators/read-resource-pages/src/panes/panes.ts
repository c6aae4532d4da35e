import type { Span } from '../document/page-text.ts';
import type { Token } from '../markup/token.ts';
import type { PageContext } from '../page/context.ts';
import { type CodeItem, type Item, itemsOf, type SchemaItem, type TableItem, type TabTag } from './items.ts';
import { type Tab, type TabEntry, type TabLabels, tabEntries, tabOf } from './tabs.ts';

/** What stands in one tab of a section, or outside its tabs. */
export interface Pane {
  /** Null outside tabs. */
  readonly tab: Tab | null;
  readonly items: readonly Exclude<Item, TabTag>[];
}

/** Splits a section into panes; reports tabs that nobody closed, and where `values` and the items disagree. */
export function panesOf(page: PageContext, section: Span): readonly Pane[] {
  const panes: OpenPane[] = [{ opening: null, tab: null, items: [] }];
  let group: TabGroup | null = null;
  for (const item of itemsOf(page, section)) {
    const pane = panes.at(-1);
    if (item.kind !== 'tab') {
      pane?.items.push(item);
      continue;
    }
    const { token } = item;
    const isOpening = token.kind === 'open';
    if (token.name === 'TabItem') {
      if (isOpening) reportUnclosed(page, pane?.opening ?? null);
      const tab = isOpening ? tabOf(page, token, group?.labels ?? NO_LABELS) : null;
      if (tab !== null) group?.tabs.push(tab);
      panes.push({ opening: isOpening ? token : null, tab, items: [] });
    } else {
      reportUnclosed(page, pane?.opening ?? null);
      if (isOpening) reportUnclosed(page, group?.opening ?? null);
      if (group !== null) compareTabs(page, group);
      group = isOpening ? openGroup(page, token) : null;
      panes.push({ opening: null, tab: null, items: [] });
    }
  }
  reportUnclosed(page, panes.at(-1)?.opening ?? null);
  reportUnclosed(page, group?.opening ?? null);
  if (group !== null) compareTabs(page, group);
  return withAsides(panes.filter(({ tab, items }) => tab !== null || items.length > 0));
}

/** Where a table lists names, one whose header knows none of the columns is an aside. */
function withAsides(panes: readonly Pane[]): readonly Pane[] {
  const tables = panes.flatMap(fieldTablesOf).map(({ item }) => item);
  const isListing = (item: TableItem | SchemaItem): boolean =>
    item.kind === 'schema' || item.table.columns.includes('name');
  if (!tables.some(isAside) || !tables.some(isListing)) return panes;
  return panes.map(({ tab, items }) => ({
    tab,
    items: items.map((item) => (isAside(item) ? { kind: 'aside', start: item.start, end: item.end } : item)),
  }));
}

function isAside(item: Item): boolean {
  if (item.kind !== 'table') return false;
  const { columns } = item.table;
  return columns.length > 0 && columns.every((column) => column === null);
}

/** A table or a piece of code, and the prose right above it. */
export interface Captioned<I> {
  readonly item: I;
  readonly above: Span | null;
}

export function tablesOf({ items }: Pane): readonly Captioned<TableItem>[] {
  return items.flatMap((item, i) => (item.kind === 'table' ? [{ item, above: proseAt(items, i - 1) }] : []));
}

/** Tables of both kinds, in their order. */
export function fieldTablesOf({ items }: Pane): readonly Captioned<TableItem | SchemaItem>[] {
  return items.flatMap((item, i) =>
    item.kind === 'table' || item.kind === 'schema' ? [{ item, above: proseAt(items, i - 1) }] : [],
  );
}

export function codeOf({ items }: Pane): readonly Captioned<CodeItem>[] {
  return items.flatMap((item, i) => (item.kind === 'code' ? [{ item, above: proseAt(items, i - 1) }] : []));
}

export function proseItemsOf({ items }: Pane): readonly Span[] {
  return items.filter(({ kind }) => kind === 'prose');
}

/** True if a stretch of prose in the panes says a thing. */
export function says({ text }: PageContext, panes: readonly Pane[], what: RegExp): boolean {
  return panes.flatMap(proseItemsOf).some(({ start, end }) => what.test(text.slice(start, end)));
}

function proseAt(items: Pane['items'], i: number): Span | null {
  const item = items[i];
  return item?.kind === 'prose' ? item : null;
}

interface OpenPane {
  /** The `<TabItem>` that nobody closed yet. */
  readonly opening: Token | null;
  readonly tab: Tab | null;
  readonly items: Exclude<Item, TabTag>[];
}

interface TabGroup {
  readonly opening: Token;
  /** Null where `<Tabs>` has no `values`. */
  readonly entries: readonly TabEntry[] | null;
  readonly labels: TabLabels;
  readonly tabs: Tab[];
}

const NO_LABELS: TabLabels = new Map();

function openGroup(page: PageContext, opening: Token): TabGroup {
  const entries = tabEntries(page, opening);
  const labels = new Map(entries?.map(({ value, label }) => [value, label]));
  return { opening, entries, labels, tabs: [] };
}

function reportUnclosed(page: PageContext, opening: Token | null): void {
  if (opening !== null) page.report('tag-unclosed', { tag: opening.name }, opening.start);
}

function compareTabs(page: PageContext, { entries, tabs }: TabGroup): void {
  if (entries === null) return;
  const shown = new Set(tabs.map(({ value }) => value.value));
  const listed = new Set(entries.map(({ value }) => value));
  for (const { value, offset } of entries) {
    if (!shown.has(value)) page.report('tab-without-item', { tab: value }, offset);
  }
  for (const { value, start } of tabs) {
    if (!listed.has(value.value)) page.report('tab-unlisted', { tab: value.value }, start);
  }
}
