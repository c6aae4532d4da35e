import type { FieldSet, PageField } from '@plumbline/model';
import { located, sourceAt } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import { type Pane, proseItemsOf, tablesOf } from '../panes/panes.ts';
import { cellOf, type Table } from '../tables/table.ts';
import { notedCell, typeCell } from './cells.ts';
import type { PageContext } from './context.ts';
import { namedRows, type SeenNames } from './rows.ts';

const UNSUPPORTED = /\bSELECT\b.*\bnot supported\b/;

/** The Fields tables: one set a tab, or one for the whole resource. */
export function readFields(page: PageContext, panes: readonly Pane[]): readonly FieldSet[] {
  return panes.flatMap((pane) => {
    const { tab } = pane;
    const tables = tablesOf(pane);
    const note = proseItemsOf(pane).find((prose) =>
      UNSUPPORTED.test(page.text.slice(prose.start, prose.end)),
    );
    const start = tab?.start ?? tables[0]?.item.start ?? note?.start;
    if (start === undefined || (tables.length === 0 && note === undefined)) {
      if (tab !== null) page.report('tab-empty', { tab: tab.value.value, section: 'Fields' }, tab.start);
      return [];
    }
    const seen: SeenNames = new Map();
    const above = tables[0]?.above ?? null;
    return [
      {
        ...ownerOf(tab),
        caption: tab === null || above === null ? '' : proseOf(page, above),
        fields: tables.flatMap(({ item }) => readTable(page, item.table, seen)),
        unsupported: note !== undefined,
        source: sourceAt(page, start),
      },
    ];
  });
}

/** A tab is a method's; the tabs `view` and `resource` tell a view from the resource that it is made of. */
function ownerOf(tab: Pane['tab']): Pick<FieldSet, 'method' | 'view'> {
  if (tab === null) return { method: null, view: null };
  const { value, label } = tab;
  if (value.value === 'resource') return { method: null, view: null };
  const isView = value.value === 'view' || label?.value.startsWith('vw_') === true;
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
