import type { PageParameter } from '@plumbline/model';
import { located, sourceAt } from '../document/page-text.ts';
import { cellOf, type Table } from '../tables/table.ts';
import { notedCell, typeCell } from './cells.ts';
import type { PageContext } from './context.ts';
import { namedRows, type SeenNames } from './rows.ts';

/** The rows of tables of parameters. */
export function readParameters(page: PageContext, tables: readonly Table[]): readonly PageParameter[] {
  const seen: SeenNames = new Map();
  return tables.flatMap((table) =>
    namedRows(page, table, { section: 'Parameters', seen }).map(({ row, name }) => ({
      name: located(page, name.offset, name.value),
      anchor: row.anchor,
      type: typeCell(page, cellOf(table, row, 'type')),
      ...notedCell(page, cellOf(table, row, 'description')),
      source: sourceAt(page, row.start),
    })),
  );
}
