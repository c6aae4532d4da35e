import { type Name, nameIn } from '../markup/names.ts';
import { cellOf, type Row, type Table } from '../tables/table.ts';
import type { PageContext } from './context.ts';

/** A row and the name that it is about. */
export interface NamedRow {
  readonly row: Row;
  readonly name: Name;
}

/** The names that a list of rows has had so far. */
export type SeenNames = Map<string, Name>;

/**
 * The rows of a table that can be read. Reports a table without a Name column, a row without a name, and a name that was
 * seen before: its row is left out.
 */
export function namedRows(
  page: PageContext,
  table: Table,
  { section, seen }: { readonly section: string; readonly seen: SeenNames },
): readonly NamedRow[] {
  if (!table.columns.includes('name')) {
    page.report('table-unreadable', { section }, table.start);
    return [];
  }
  return table.rows.flatMap((row) => {
    const cell = cellOf(table, row, 'name');
    const name = cell === null ? null : nameIn(page, cell);
    if (name === null) {
      page.report('row-unreadable', { section }, row.start);
      return [];
    }
    return isNew(page, name, { section, seen }) ? [{ row, name }] : [];
  });
}

/** False, and reported, for a name that was seen before. */
export function isNew(
  page: PageContext,
  name: Name,
  { section, seen }: { readonly section: string; readonly seen: SeenNames },
): boolean {
  const earlier = seen.get(name.value);
  if (earlier === undefined) {
    seen.set(name.value, name);
    return true;
  }
  const related = [{ message: 'The row that is kept.', offset: earlier.offset }];
  const subject = { name: name.value };
  page.report('row-duplicate', { section, name: name.value }, name.offset, { subject, related });
  return false;
}
