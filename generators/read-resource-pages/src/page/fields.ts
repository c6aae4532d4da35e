import type { DialectAbilities, FieldSet, PageField, PageMethod } from '@plumbline/model';
import { located, type Span, sourceAt } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import { type Pane, proseItemsOf, tablesOf } from '../panes/panes.ts';
import { cellOf, type Table } from '../tables/table.ts';
import { notedCell, typeCell } from './cells.ts';
import type { PageContext } from './context.ts';
import { isMethodTab } from './method-tab.ts';
import { namedRows, type SeenNames } from './rows.ts';

export interface FieldsOptions {
  readonly abilities: DialectAbilities;
  readonly methods: readonly PageMethod[];
}

/** The Fields tables: one set a tab, or one for the whole resource. */
export function readFields(
  page: PageContext,
  panes: readonly Pane[],
  options: FieldsOptions,
): readonly FieldSet[] {
  return panes.flatMap((pane) => {
    const { tab } = pane;
    const tables = tablesOf(pane);
    const note =
      tables.length === 0 ? proseItemsOf(pane).find((prose) => saysUnsupported(page, prose)) : undefined;
    const start = tables[0]?.item.start ?? note?.start;
    if (start === undefined) {
      if (tab !== null) page.report('tab-empty', { tab: tab.value.value, section: 'Fields' }, tab.start);
      return [];
    }
    const seen: SeenNames = new Map();
    const above = tables[0]?.above ?? null;
    return [
      {
        ...ownerOf(tab, options),
        caption: tab === null || above === null ? '' : proseOf(page, above),
        fields: tables.flatMap(({ item }) => readTable(page, item.table, seen)),
        unsupported: note !== undefined,
        source: sourceAt(page, tab?.start ?? start),
      },
    ];
  });
}

function saysUnsupported({ text }: PageContext, { start, end }: Span): boolean {
  const prose = text.slice(start, end);
  return /\bSELECT\b/.test(prose) && /\bnot supported\b/.test(prose);
}

/** A tab is a method's; in older dialects, the tabs `view` and `resource` tell a view from the resource behind it. */
function ownerOf(tab: Pane['tab'], { abilities, methods }: FieldsOptions): Pick<FieldSet, 'method' | 'view'> {
  if (tab === null) return { method: null, view: null };
  const { value, label } = tab;
  const isMethod = abilities.fieldsPerMethod || isMethodTab(tab, methods, 'select');
  if (!isMethod && value.value === 'resource') return { method: null, view: null };
  const isView = label?.value.startsWith('vw_') === true || (!isMethod && value.value === 'view');
  return isView ? { method: null, view: label ?? value } : { method: value, view: null };
}

function readTable(page: PageContext, table: Table, seen: SeenNames): readonly PageField[] {
  return namedRows(page, table, { section: 'Fields', seen }).map(({ row, name }) => ({
    name: located(page, name.offset, name.value),
    type: typeCell(page, cellOf(table, row, 'type')),
    ...notedCell(page, cellOf(table, row, 'description')),
    source: sourceAt(page, row.start),
  }));
}
