import { type Span, trimSpan } from '../document/page-text.ts';
import { attributeOf, attributeText } from '../markup/attributes.ts';
import { type Marked, plainTextOf } from '../markup/prose.ts';
import type { Token } from '../markup/token.ts';
import { columnOf, type Row, type Table } from './table.ts';

/** A table and where it ends. */
export interface HtmlTable {
  readonly table: Table;
  /** The first token behind it. */
  readonly next: number;
  readonly closed: boolean;
}

/**
 * Reads the table that `tokens[first]` opens. End tags may be missing, as HTML allows: a cell ends where the next one
 * starts, and the table before whatever no table holds, at the latest at `limit`. A table in a cell is that cell's text.
 */
export function htmlTable(
  page: Marked,
  tokens: readonly Token[],
  { first, limit }: { readonly first: number; readonly limit: number },
): HtmlTable {
  const rows = rowCollector(page.text);
  let depth = 0;
  let next = first;
  let isClosed = false;
  for (let token = tokens[next]; token !== undefined && !isForeign(token); token = tokens[next]) {
    next += 1;
    if (token.name === 'table') {
      depth += token.kind === 'open' ? 1 : -1;
      isClosed = depth === 0;
      if (isClosed) break;
    } else if (depth === 1) rows.take(token);
  }
  const start = tokens[first]?.start ?? limit;
  const end = (isClosed ? tokens[next - 1]?.end : tokens[next]?.start) ?? limit;
  rows.endCell(isClosed ? (tokens[next - 1]?.start ?? limit) : end);
  const all = rows.rows();
  const header = all.find(({ isHeader }) => isHeader)?.cells ?? [];
  const table: Table = {
    kind: 'html',
    start,
    end,
    columns: header.map((cell) => columnOf(plainTextOf(page, cell))),
    rows: all.filter(({ isHeader }) => !isHeader).map((row) => closeRow(page.text, row)),
  };
  return { table, next, closed: isClosed };
}

interface OpenRow {
  /** Its `<tr>`, else the cell that came without one. */
  readonly token: Token;
  readonly cells: Span[];
  /** All of its cells are headings: a row may also start with one. */
  isHeader: boolean;
  /** Behind its end tag, or its last cell so far. */
  end: number;
}

interface RowCollector {
  readonly take: (token: Token) => void;
  readonly endCell: (at: number) => void;
  readonly rows: () => readonly OpenRow[];
}

function rowCollector(text: string): RowCollector {
  const rows: OpenRow[] = [];
  let row: OpenRow | null = null;
  let cellStart = -1;

  const openRow = (token: Token): OpenRow => {
    const opened = { token, cells: [], isHeader: false, end: token.end };
    rows.push(opened);
    return opened;
  };
  const endCell = (at: number): void => {
    if (cellStart !== -1 && row !== null) {
      const cell = trimSpan(text, { start: cellStart, end: at });
      row.cells.push(cell);
      row.end = cell.end;
    }
    cellStart = -1;
  };
  const take = (token: Token): void => {
    switch (token.name) {
      case 'thead':
      case 'tbody':
        endCell(token.start);
        break;
      case 'tr':
        endCell(token.start);
        if (token.kind === 'close' && row !== null) row.end = token.end;
        row = token.kind === 'open' ? openRow(token) : null;
        break;
      case 'td':
      case 'th':
        endCell(token.start);
        if (token.kind === 'close' && row !== null) row.end = token.end;
        if (token.kind !== 'open') break;
        cellStart = token.end;
        row ??= openRow(token);
        row.isHeader = token.name === 'th' && (row.isHeader || row.cells.length === 0);
    }
  };
  return { take, endCell, rows: () => rows };
}

function closeRow(text: string, { token, cells, end }: OpenRow): Row {
  const id = token.name === 'tr' ? attributeOf(text, token, 'id') : null;
  const anchor = id === null ? null : attributeText(text, id);
  const whole = { start: token.start, end };
  return { anchor, cells, start: cells[0]?.start ?? token.start, whole };
}

/** What no cell of a resource page holds. */
function isForeign({ kind, name }: Token): boolean {
  return name === 'Tabs' || name === 'TabItem' || name === 'CodeBlock' || kind === 'fence';
}
