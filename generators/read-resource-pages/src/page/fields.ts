import type { DialectAbilities, FieldSet, PageField, PageMethod } from '@plumbline/model';
import { located, type Span, sourceAt } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import type { SchemaItem, TableItem } from '../panes/items.ts';
import { fieldTablesOf, type Pane, proseItemsOf } from '../panes/panes.ts';
import { cellOf, type Table } from '../tables/table.ts';
import { notedCell, notedText, typeCell, typeOf } from './cells.ts';
import type { PageContext } from './context.ts';
import { isMethodTab, methodOfTab } from './method-tab.ts';
import { isNew, namedRows, type SeenNames } from './rows.ts';

export interface FieldsOptions {
  readonly abilities: DialectAbilities;
  readonly methods: readonly PageMethod[];
}

/** The Fields tables: one set a tab, or one for the whole resource. A tab may say that its table is another tab's. */
export function readFields(
  page: PageContext,
  panes: readonly Pane[],
  options: FieldsOptions,
): readonly FieldSet[] {
  const sets: FieldSet[] = [];
  for (const pane of panes) {
    const { tab } = pane;
    const tables = fieldTablesOf(pane);
    const note =
      tables.length === 0 ? proseItemsOf(pane).find((prose) => saysUnsupported(page, prose)) : undefined;
    const same = tables.length === 0 ? sameAs(pane, sets) : null;
    const start = tables[0]?.item.start ?? note?.start ?? same?.start;
    if (start === undefined) {
      if (tab !== null) page.report('tab-empty', { tab: tab.value.value, section: 'Fields' }, tab.start);
      continue;
    }
    const seen: SeenNames = new Map();
    const above = tables[0]?.above ?? same?.above ?? null;
    const fields = same?.fields ?? tables.flatMap(({ item }) => fieldsIn(page, item, seen));
    const isData = tables.length > 0 && tables.every(({ item }) => item.kind === 'schema');
    const hasFormats = !isData || fields.some(({ type }) => type !== null && type.value.format !== null);
    sets.push({
      ...ownerOf(tab, options),
      caption: tab === null || above === null ? '' : proseOf(page, above),
      fields,
      unsupported: note !== undefined,
      ...(!hasFormats && { withoutFormats: true as const }),
      source: sourceAt(page, tab?.start ?? start),
    });
  }
  return sets;
}

/** The fields of an earlier tab, where a tab says that they are its own too. */
function sameAs(
  { items }: Pane,
  sets: readonly FieldSet[],
): { readonly start: number; readonly above: Span | null; readonly fields: FieldSet['fields'] } | null {
  const i = items.findIndex(({ kind }) => kind === 'same');
  const [item, before] = [items[i], items[i - 1]];
  if (item?.kind !== 'same') return null;
  const shown = sets.find(({ method }) => method?.value === item.method);
  if (shown === undefined) return null;
  return { start: item.start, above: before?.kind === 'prose' ? before : null, fields: shown.fields };
}

function saysUnsupported({ text }: PageContext, { start, end }: Span): boolean {
  const prose = text.slice(start, end);
  return /\bSELECT\b/.test(prose) && /\bnot\s+supported\b/.test(prose);
}

/** A tab is a method's; in older dialects, the tabs `view` and `resource` tell a view from the resource behind it. */
function ownerOf(tab: Pane['tab'], { abilities, methods }: FieldsOptions): Pick<FieldSet, 'method' | 'view'> {
  if (tab === null) return { method: null, view: null };
  const { value, label } = tab;
  const isMethod = abilities.fieldsPerMethod || isMethodTab(tab, methods, 'select');
  if (!isMethod && value.value === 'resource') return { method: null, view: null };
  const isView = label?.value.startsWith('vw_') === true || (!isMethod && value.value === 'view');
  return isView
    ? { method: null, view: label ?? value }
    : { method: methodOfTab(value, methods, 'select'), view: null };
}

function fieldsIn(page: PageContext, item: TableItem | SchemaItem, seen: SeenNames): readonly PageField[] {
  return item.kind === 'table' ? readTable(page, item.table, seen) : readSchema(page, item, seen);
}

function readSchema(page: PageContext, { rows, start }: SchemaItem, seen: SeenNames): readonly PageField[] {
  if (rows === null) page.report('table-unreadable', { section: 'Fields' }, start);
  return (rows ?? []).flatMap((row) => {
    const name = row.texts.get('name');
    if (name === undefined || name.value === '') {
      page.report('row-unreadable', { section: 'Fields' }, row.start);
      return [];
    }
    if (!isNew(page, { ...name, anchor: null }, { section: 'Fields', seen })) return [];
    const type = row.texts.get('type');
    return [
      {
        name: located(page, name.offset, name.value),
        type: type === undefined ? null : located(page, type.offset, typeOf(type.value)),
        ...notedText(page, row.texts.get('description')),
        source: sourceAt(page, row.start),
      },
    ];
  });
}

function readTable(page: PageContext, table: Table, seen: SeenNames): readonly PageField[] {
  return namedRows(page, table, { section: 'Fields', seen }).map(({ row, name }) => ({
    name: located(page, name.offset, name.value),
    type: typeCell(page, cellOf(table, row, 'type')),
    ...notedCell(page, cellOf(table, row, 'description')),
    source: sourceAt(page, row.start),
  }));
}
