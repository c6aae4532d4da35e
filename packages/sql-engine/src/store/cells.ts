import type { CatalogueColumn, CatalogueType } from '@plumbline/client-runtime';
import { WHOLE_ROW } from '../catalogue/resource-facts.ts';
import { parseJson } from '../json.ts';
import { type SqlValue, toSql } from '../values.ts';

/** Strings of columns whose type nobody tells that look like the JSON of a list or an object. */
export type Texts = Set<string>;

/** Finds a cell in a row, as SQLite stores it. */
export type WriteCell = (row: unknown) => SqlValue;

/** Makes of a value of SQLite what the row is to have. */
export type ReadCell = (value: unknown) => unknown;

/** How cells of a column are written: a number to a column of numbers as it is, whose affinity tells integers apart. */
export function cellWriter(column: CatalogueColumn, texts: Texts): WriteCell {
  const { type } = column;
  const isNumeric = type === 'integer' || type === 'number' || type === 'boolean';
  const write = (value: unknown): SqlValue => {
    // Without the sign of zero, which SQLite's integers have not.
    if (isNumeric && typeof value === 'number') return value + 0;
    if (type === 'any' && typeof value === 'string' && mayBeJson(value)) texts.add(value);
    return toSql(value);
  };
  if (column === WHOLE_ROW) return write;
  const name = column.key ?? column.name;
  return (row) => write(memberOf(row, name));
}

/** What a row has under a name; a row that is no object is its only column. */
export function memberOf(row: unknown, name: string): unknown {
  if (!isObject(row)) return row;
  return Object.hasOwn(row, name) ? row[name] : null;
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How values of a column are read, where they are of its type: a server may answer anything. */
export function cellReader(type: CatalogueType, texts: Texts | null): ReadCell {
  if (type === 'object' || type === 'array') return (value) => jsonOf(plain(value));
  if (type === 'boolean') return (value) => (value === 0n ? false : value === 1n ? true : plain(value));
  if (type !== 'any' || texts === null) return plain;
  return (value) =>
    typeof value === 'string' && mayBeJson(value) && !texts.has(value) ? jsonOf(value) : plain(value);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}

const mayBeJson = (text: string): boolean => text.startsWith('{') || text.startsWith('[');
