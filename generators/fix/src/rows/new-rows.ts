import type { Dialect } from '@plumbline/model';
import {
  type Column,
  cellOf,
  type PageLayout,
  type Row,
  type Table,
  tokensIn,
} from '@plumbline/read-resource-pages';
import { fillCell } from '../cells/fill-cell.ts';
import { applyEdits, type Edit, insertion } from '../text/edits.ts';
import { type CellKind, inAttribute, inBackticks, inCodeTag } from '../text/encode.ts';
import { indentAt } from '../text/line-ends.ts';

/** A row of the Fields or the Parameters table. */
export interface RowValues {
  readonly name: string;
  /** The row's `id`; null: the table's rows have none. */
  readonly anchor: string | null;
  readonly type: string;
  /** As the cell has it. */
  readonly description: string;
}

/** Puts rows in behind the last one of a table, written as its own rows are, or those of `others` where it has none. */
export function appendRows(
  layout: PageLayout,
  table: Table,
  rows: readonly RowValues[],
  { others, dialect }: { readonly others: readonly Table[]; readonly dialect: Dialect },
): readonly Edit[] {
  if (rows.length === 0) return [];
  const model = patternOf(layout, table) ?? others.map((one) => patternOf(layout, one)).find((one) => one);
  const texts = rows.map((values) =>
    model == null ? plainRow(layout, table, values, dialect) : rowLike(layout, model, values, dialect),
  );
  const last = table.rows.at(-1);
  if (last !== undefined) {
    const separator = separatorOf(layout, table);
    return [insertion(last.whole.end, texts.map((text) => separator + text).join(''))];
  }
  return [insertion(bodyStart(layout, table), texts.map((text) => lineBreak(layout, table) + text).join(''))];
}

/** A table's text with other rows in place of its own. */
export function tableLike(
  layout: PageLayout,
  table: Table,
  rows: readonly RowValues[],
  dialect: Dialect,
): string {
  const from = bodyStart(layout, table);
  const [first, last] = [table.rows[0], table.rows.at(-1)];
  const head = layout.text.slice(table.start, first === undefined ? from : first.whole.start);
  const tail = layout.text.slice(last === undefined ? from : last.whole.end, table.end);
  const model = patternOf(layout, table);
  const texts = rows.map((values) =>
    model === null ? plainRow(layout, table, values, dialect) : rowLike(layout, model, values, dialect),
  );
  const separator = first === undefined ? lineBreak(layout, table) : separatorOf(layout, table);
  const start = first === undefined ? lineBreak(layout, table) : '';
  return `${head}${start}${texts.join(separator)}${tail}`;
}

interface Pattern {
  readonly table: Table;
  readonly row: Row;
}

/** The last row with all its cells: the first may be an odd one. */
function patternOf(layout: PageLayout, table: Table): Pattern | null {
  const isWhole = (row: Row): boolean =>
    row.cells.length === table.columns.length &&
    (['name', 'type'] as const).every((column) => {
      const cell = cellOf(table, row, column);
      return cell === null || layout.text.slice(cell.start, cell.end).trim() !== '';
    });
  const row = table.rows.findLast(isWhole);
  return row === undefined ? null : { table, row };
}

function rowLike({ text }: PageLayout, { table, row }: Pattern, values: RowValues, dialect: Dialect): string {
  const from = row.whole.start;
  const kind: CellKind = table.kind;
  const edits = row.cells.map((cell, i): Edit => {
    const written = text.slice(cell.start, cell.end);
    const content = cellText(table.columns[i] ?? null, values, { written, kind, dialect });
    const edit = fillCell(text, cell, content);
    return { ...edit, start: edit.start - from, end: edit.end - from };
  });
  const made = applyEdits(text.slice(from, row.whole.end), edits).text;
  if (kind === 'pipe') return made.replace(/\|[ \t]*\|$/, '| |');
  const { anchor } = values;
  const id = anchor === null ? '' : ` id="${inAttribute(anchor, kind)}"`;
  return made.replace(/^<tr\b[^>]*>/i, (tag) => {
    const plain = tag.replace(/(?<!\s)\s+id=(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s>]+)/i, '');
    return `${plain.slice(0, 3)}${id}${plain.slice(3)}`;
  });
}

/** A row of a table that has none to go by. */
function plainRow(layout: PageLayout, table: Table, values: RowValues, dialect: Dialect): string {
  const { kind } = table;
  const cells = table.columns.map((column) => cellText(column, values, { written: '', kind, dialect }));
  if (kind === 'pipe') return `| ${cells.join(' | ')} |`;
  const isOneLine = lineBreak(layout, table) === '';
  const id = values.anchor === null ? '' : ` id="${inAttribute(values.anchor, kind)}"`;
  const [open, close] = isOneLine ? ['', ''] : ['\n    ', '\n'];
  return `<tr${id}>${cells.map((cell) => `${open}<td>${cell}</td>`).join('')}${close}</tr>`;
}

interface CellStyle {
  readonly written: string;
  readonly kind: CellKind;
  readonly dialect: Dialect;
}

function cellText(column: Column | null, values: RowValues, style: CellStyle): string {
  switch (column) {
    case 'name':
      return codeLike(values.name, style, style.dialect === 'L1' ? 'backticks' : 'copyable');
    case 'type':
      return codeLike(values.type, style, style.kind === 'pipe' ? 'backticks' : 'tag');
    case 'description':
      return values.description;
    default:
      return '';
  }
}

/** A name or a type in the code that a cell has, or else in the usual one. */
export function codeLike(
  text: string,
  { written, kind }: CellStyle,
  usual: 'backticks' | 'copyable' | 'tag',
): string {
  const style = written.startsWith('<CopyableCode')
    ? 'copyable'
    : written.startsWith('<code')
      ? 'tag'
      : written.startsWith('`')
        ? 'backticks'
        : usual;
  switch (style) {
    case 'backticks':
      return `\`${inBackticks(text, kind)}\``;
    case 'copyable':
      return `<CopyableCode code="${inAttribute(text, kind)}" />`;
    case 'tag':
      return `<code>${inCodeTag(text, kind)}</code>`;
  }
}

/** What stands between two rows. */
function separatorOf(layout: PageLayout, table: Table): string {
  const [before, last] = table.rows.slice(-2);
  if (before !== undefined && last !== undefined) {
    const between = layout.text.slice(before.whole.end, last.whole.start);
    if (between.trim() === '') return between;
  }
  if (before === undefined) return '\n';
  const start = last ?? before;
  if (table.kind === 'pipe') return '\n';
  const isAlone = /^[ \t]*(?:\r?\n|$)/.test(layout.text.slice(start.whole.end, table.end));
  return isAlone ? `\n${indentAt(layout.text, start.whole.start)}` : '';
}

/** What a table's rows start with: a new line, unless all of it stands on one. */
function lineBreak({ text }: PageLayout, table: Table): string {
  return table.kind === 'pipe' || text.slice(table.start, table.end).includes('\n') ? '\n' : '';
}

/** Where the rows of a table without rows would start. */
function bodyStart(layout: PageLayout, table: Table): number {
  if (table.kind === 'pipe') return table.end;
  const inside = tokensIn(layout.tokens, table);
  const body = inside.findLast(({ kind, name }) => kind === 'open' && name === 'tbody');
  // A header row may stand in the body.
  const header = inside.findLast(({ kind, name }) => kind === 'close' && name === 'tr');
  if (body !== undefined) return Math.max(body.end, header?.end ?? 0);
  const closing = inside.findLast(({ kind, name }) => kind === 'close' && name === 'table');
  return closing?.start ?? table.end;
}
