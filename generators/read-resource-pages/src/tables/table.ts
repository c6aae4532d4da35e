import type { Span } from '../document/page-text.ts';
import type { ProseSpan } from '../markup/prose.ts';

/** A table of a page, of HTML or of pipes. */
export interface Table extends Span {
  readonly kind: 'html' | 'pipe';
  /** What each column is; null for one that nobody knows, and no columns for a table without a header. */
  readonly columns: readonly (Column | null)[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly ProseSpan[];
  /** The row's `id` attribute. */
  readonly anchor: string | null;
  /** Where the content of its first cell starts. */
  readonly start: number;
  /** With its tags or pipes. */
  readonly whole: Span;
}

export type Column = 'name' | 'type' | 'description' | 'resource' | 'verb' | 'required' | 'optional';

const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['name', 'name'],
  ['field', 'name'],
  ['column', 'name'],
  ['property', 'name'],
  ['parameter', 'name'],
  ['method', 'name'],
  ['datatype', 'type'],
  ['data type', 'type'],
  ['type', 'type'],
  ['description', 'description'],
  ['resource', 'resource'],
  ['accessible by', 'verb'],
  ['required params', 'required'],
  ['required parameters', 'required'],
  ['optional params', 'optional'],
  ['optional parameters', 'optional'],
]);

/** The column that a header cell names. */
export function columnOf(label: string): Column | null {
  const words = label.replace(/^[*_]+|(?<![*_:])[*_:]+$/g, '').replace(/\s+/g, ' ');
  return COLUMNS.get(words.toLowerCase()) ?? null;
}

/** The cell of a column: null where the table has no such column, an empty span where the row is too short. */
export function cellOf({ columns }: Table, { cells, start }: Row, column: Column): ProseSpan | null {
  const index = columns.indexOf(column);
  if (index === -1) return null;
  const last = cells.at(-1)?.end ?? start;
  return cells[index] ?? { start: last, end: last };
}
