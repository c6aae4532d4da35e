import { lineIndexAt, lineSpan, type PageText, type Span, trimSpan } from '../document/page-text.ts';
import { isEscaped } from '../markup/escapes.ts';
import { type Marked, type ProseSpan, plainTextOf } from '../markup/prose.ts';
import { columnOf, type Row, type Table } from './table.ts';

/** GFM 0.29, section 4.10. */
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/**
 * The pipe tables in a stretch of text. Two habits of real pages are read which GFM reads otherwise: a pipe that nobody
 * escaped belongs to the last column, and a row that a line ending broke goes on until the line that ends in a pipe.
 */
export function pipeTables(page: PageText & Marked, span: Span): readonly Table[] {
  const tables: Table[] = [];
  const lines = linesIn(page, span);
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const [header, delimiter] = [lines[i], lines[i + 1]];
    if (header === undefined || delimiter === undefined) break;
    if (!page.text.slice(header.start, header.end).includes('|')) continue;
    if (!DELIMITER_ROW.test(page.text.slice(delimiter.start, delimiter.end))) continue;
    const labels = cellsOf(page.text, header, Number.POSITIVE_INFINITY);
    if (cellsOf(page.text, delimiter, Number.POSITIVE_INFINITY).length !== labels.length) continue;
    const isOpen = !isRowStart(page.text, header);
    const { rows, next } = rowsFrom(page.text, lines, { from: i + 2, width: labels.length, isOpen });
    const end = lines[next - 1]?.end ?? delimiter.end;
    const columns = labels.map((label) => columnOf(plainTextOf(page, label)));
    tables.push({ kind: 'pipe', start: header.start, end, columns, rows });
    i = next - 1;
  }
  return tables;
}

/** The lines of a stretch, without the white space around them and the marks of a quote. */
function linesIn(page: PageText, span: Span): readonly Span[] {
  const lines: Span[] = [];
  if (span.start >= span.end) return lines;
  const last = lineIndexAt(page.lineStarts, span.end - 1);
  for (let line = lineIndexAt(page.lineStarts, span.start); line <= last; line += 1) {
    const { start, end } = lineSpan(page, line);
    const within = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
    lines.push(unquoted(page.text, trimSpan(page.text, within)));
  }
  return lines;
}

function unquoted(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && '> \t'.includes(text.charAt(from))) from += 1;
  return { start: from, end };
}

interface RowsOptions {
  /** The first line behind the delimiter row. */
  readonly from: number;
  readonly width: number;
  /** The table's lines do without a pipe at their start. */
  readonly isOpen: boolean;
}

function rowsFrom(
  text: string,
  lines: readonly Span[],
  { from, width, isOpen }: RowsOptions,
): { readonly rows: readonly Row[]; readonly next: number } {
  const rows: Row[] = [];
  let next = from;
  for (let line = lines[next]; line !== undefined && isRow(text, line); line = lines[next]) {
    const last = isOpen ? next : rowEnd(text, lines, next);
    const whole = { start: line.start, end: lines[last]?.end ?? line.end };
    const cells = cellsOf(text, whole, width);
    rows.push({ anchor: null, cells, start: cells[0]?.start ?? line.start, whole });
    next = last + 1;
  }
  return { rows, next };
}

/** GFM asks for no pipe at the start of a row; a line without any is text behind the table here. */
function isRow(text: string, line: Span): boolean {
  if (isRowStart(text, line)) return true;
  for (let i = text.indexOf('|', line.start); i !== -1 && i < line.end; i = text.indexOf('|', i + 1)) {
    if (!isEscaped(text, i)) return true;
  }
  return false;
}

function isRowStart(text: string, { start, end }: Span): boolean {
  return start < end && text.charCodeAt(start) === 124;
}

/** The line that ends a row: another one only where the first has no pipe at its end and a later line, before the next row, has. */
function rowEnd(text: string, lines: readonly Span[], first: number): number {
  for (let i = first; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || (i > first && isRowStart(text, line))) return first;
    if (line.end - line.start > 1 && endsInPipe(text, line)) return i;
  }
  return first;
}

function endsInPipe(text: string, { end }: Span): boolean {
  return text.charCodeAt(end - 1) === 124 && text.charCodeAt(end - 2) !== 92;
}

/** Splits at pipes that no backslash escapes; what is behind the last column's pipe still belongs to it. */
function cellsOf(text: string, { start, end }: Span, width: number): readonly ProseSpan[] {
  const cells: ProseSpan[] = [];
  const last = endsInPipe(text, { start, end }) ? end - 1 : end;
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  for (let i = from; i < last && cells.length + 1 < width; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === 124) {
      cells.push({ ...trimSpan(text, { start: from, end: i }), inPipeTable: true });
      from = i + 1;
    }
  }
  if (from <= last) cells.push({ ...trimSpan(text, { start: from, end: last }), inPipeTable: true });
  return cells;
}
