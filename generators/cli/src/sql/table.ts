import getTruncatedWidth from 'fast-string-truncated-width';
import type { Colors } from '../terminal/colours.ts';
import { cellText } from './cells.ts';

/** Below so many columns of the terminal a column of a table cannot be read, unless it holds less. */
const LEAST = 10;
const SEPARATOR = '  ';

export interface TableLayout {
  /** Columns of the terminal that each column takes. */
  readonly widths: readonly number[];
  /** Numbers stand at the right. */
  readonly isRight: readonly boolean[];
}

const widthOf = (text: string): number => getTruncatedWidth(text).width;

/** Lays out a table by some of its rows; null: it does not fit in `width`, or only cut off where all is to be seen. */
export function tableLayout(
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  { width, isWhole }: { readonly width: number; readonly isWhole: boolean },
): TableLayout | null {
  const isRight = names.map(
    (_, i) =>
      rows.some((row) => row[i] !== null) &&
      rows.every((row) => row[i] === null || ['number', 'bigint'].includes(typeof row[i])),
  );
  const natural = names.map((name, i) =>
    rows.reduce(
      (most, row) => Math.max(most, widthOf(cellText(row[i]))),
      Math.max(1, widthOf(cellText(name))),
    ),
  );
  const room = width - SEPARATOR.length * (names.length - 1);
  const least = isWhole ? natural : natural.map((one) => Math.min(one, LEAST));
  if (sum(least) > room) return null;
  return { widths: sum(natural) <= room ? natural : shared(natural, room), isRight };
}

/** Cuts down the widest columns, to the same width, until all fit. */
function shared(natural: readonly number[], room: number): readonly number[] {
  let left = room;
  let columns = natural.length;
  const widths = new Map<number, number>();
  const narrowFirst = natural.map((width, i) => ({ width, i })).sort((a, b) => a.width - b.width);
  for (const { width, i } of narrowFirst) {
    const own = Math.min(width, Math.floor(left / columns));
    widths.set(i, own);
    left -= own;
    columns -= 1;
  }
  return natural.map((_, i) => widths.get(i) ?? 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The names of the columns, and a line below them. */
export function tableHead(names: readonly string[], layout: TableLayout, colours: Colors): string {
  const cells = names.map((name, i) => colours.bold(fitted(cellText(name), layout, i)));
  const rule = layout.widths.map((width) => '─'.repeat(width)).join(SEPARATOR);
  return `${cells.join(SEPARATOR).trimEnd()}\n${colours.dim(rule)}\n`;
}

export function tableRow(row: readonly unknown[], layout: TableLayout, colours: Colors): string {
  const cells = row.map((value, i) => {
    const cell = fitted(cellText(value), layout, i);
    return value === null || value === undefined ? colours.dim(cell) : cell;
  });
  return `${cells.join(SEPARATOR).trimEnd()}\n`;
}

/** The text in the width of its column: filled up, or cut off with `…`. */
function fitted(text: string, { widths, isRight }: TableLayout, i: number): string {
  const limit = widths[i] ?? 0;
  const { index, width, ellipsed } = getTruncatedWidth(text, { limit, ellipsis: '…', ellipsisWidth: 1 });
  const shown = ellipsed ? `${text.slice(0, index)}…` : text.slice(0, index);
  const blanks = ' '.repeat(Math.max(0, limit - width - (ellipsed ? 1 : 0)));
  return isRight[i] ? `${blanks}${shown}` : `${shown}${blanks}`;
}

/** A row as lines, one for each column: for rows that are wider than the terminal. */
export function lineRow(
  names: readonly string[],
  row: readonly unknown[],
  { number, width, colours }: { readonly number: number; readonly width: number; readonly colours: Colors },
): string {
  const left = Math.max(...names.map((name) => widthOf(cellText(name))));
  const lines = names.map((name, i) => {
    const label = cellText(name);
    const value = cellText(row[i]);
    const room = Math.max(LEAST, width - left - SEPARATOR.length);
    const { index, ellipsed } = getTruncatedWidth(value, { limit: room, ellipsis: '…', ellipsisWidth: 1 });
    const shown = ellipsed ? `${value.slice(0, index)}…` : value;
    const isNull = row[i] === null || row[i] === undefined;
    return `${' '.repeat(left - widthOf(label))}${colours.bold(label)}${SEPARATOR}${isNull ? colours.dim(shown) : shown}`;
  });
  return `${colours.dim(`── row ${number} `.padEnd(Math.min(width, 40), '─'))}\n${lines.join('\n')}\n`;
}
