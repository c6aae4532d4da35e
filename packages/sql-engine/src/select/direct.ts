import type { CatalogueType } from '@plumbline/client-runtime';
import { WHOLE_ROW } from '../catalogue/resource-facts.ts';
import type { StoredTable } from '../plan/stored-table.ts';
import { isObject } from '../store/cells.ts';
import type { Batch, Cells, Result } from '../store/store.ts';

/** Rows of a page as a result has them; null: only SQLite can tell. */
export type Direct = (batch: Batch) => readonly Cells[] | null;

/**
 * Makes the rows of a result that takes nothing but columns, and every row: without SQLite, where it would give back each
 * value as it came. Null: something is computed.
 */
export function directRows({ stored }: Result, table: StoredTable): Direct | null {
  const sources: Source[] = [];
  for (const name of stored) {
    const column = table.columns.find((one) => one.stored === name)?.column;
    if (column === undefined) return null;
    sources.push({
      name: column === WHOLE_ROW ? null : (column.key ?? column.name),
      isSame: IS_SAME[column.type],
    });
  }
  return ({ rows }) => {
    const all: Cells[] = [];
    for (const row of rows) {
      const cells = cellsOf(row, sources);
      if (cells === null) return null;
      all.push(cells);
    }
    return all;
  };
}

interface Source {
  /** The member of a row; null: the row itself. */
  readonly name: string | null;
  readonly isSame: (value: unknown) => boolean;
}

function cellsOf(row: unknown, sources: readonly Source[]): Cells | null {
  const cells: unknown[] = [];
  for (const { name, isSame } of sources) {
    if (name !== null && !isObject(row)) return null;
    const value = name === null ? row : isObject(row) && Object.hasOwn(row, name) ? row[name] : null;
    if (value !== null && !isSame(value)) return null;
    cells.push(value);
  }
  return cells;
}

/** Whether SQLite gives back a value of a type as it is. */
const IS_SAME: { readonly [Type in CatalogueType]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: isSameInteger,
  number: isSameNumber,
  boolean: (value) => typeof value === 'boolean',
  array: (value) => typeof value === 'object',
  object: (value) => typeof value === 'object',
  any: (value) => typeof value === 'string' || typeof value === 'object' || isSameInteger(value),
};

/** A number, or an integer beyond them that SQLite knows too. */
function isSameInteger(value: unknown): boolean {
  return typeof value === 'bigint' || isSameNumber(value);
}

/** Neither an integer that SQLite knows more precisely, nor a zero with a sign. */
function isSameNumber(value: unknown): boolean {
  return typeof value === 'number' && (Number.isSafeInteger(value) ? !Object.is(value, -0) : value % 1 !== 0);
}
