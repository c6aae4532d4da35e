import { type Line, textCell } from '../text/lines.ts';
import type { MethodColumn } from './rendered-page.ts';

/** A table's header and the lines under it, down to where something else begins. */
export interface TextTable {
  readonly kind: 'facts' | 'methods';
  readonly columns: readonly MethodColumn[] | readonly FactColumn[];
  /** Where the header begins, by index into the lines. */
  readonly start: number;
  readonly body: number;
  /** How the header was written, which its rows are too. */
  readonly layout: Layout;
}

export type FactColumn = 'name' | 'type' | 'description';

/** Cells apart, one cell a line, cells run together, or parted by several blanks or by bars. */
export type Layout = 'cells' | 'stack' | 'joined' | 'spaced' | 'bars';

const FACTS = /^name(?:datatype|type)(description)?/;
const METHODS = /^name(accessibleby)?(requiredparam(?:eter)?s)?(optionalparam(?:eter)?s)?(description)?/;
/** A header and nothing else, with its last column. */
const WHOLE =
  /^name(?:(?:data)?type|accessibleby(?:requiredparam(?:eter)?s)?(?:optionalparam(?:eter)?s)?)description$/;
const WORDS = new Set([
  ...['name', 'datatype', 'type', 'description', 'accessibleby'],
  ...['requiredparams', 'optionalparams', 'requiredparameters', 'optionalparameters'],
]);
/** The longest header there is has not as many letters. */
const LONGEST = 160;

/** The table whose header begins at a line; null where none does. */
export function tableAt(lines: readonly Line[], i: number): TextTable | null {
  const line = lines[i];
  if (line === undefined || line.role === 'code') return null;
  if (!/^[\s|*`]*name(?!:)/i.test(line.text.slice(0, LONGEST))) return null;
  const norm = normal(line.text.slice(0, LONGEST));
  if (norm === 'name') return stackedAt(lines, i);
  const columns = columnsOf(norm);
  const wrapped = wrappedAt(lines, i, norm);
  if (wrapped !== null) return { ...wrapped, start: i, layout: 'joined' };
  return columns === null ? null : { ...columns, start: i, body: i + 1, layout: layoutOf(line) };
}

/** A header that goes on in the next line, which holds nothing else. */
function wrappedAt(
  lines: readonly Line[],
  i: number,
  norm: string,
): (Pick<TextTable, 'kind' | 'columns'> & { readonly body: number }) | null {
  const next = lines[i + 1];
  if (next === undefined || next.text.length > LONGEST || (lines[i]?.cells ?? next.cells) !== null)
    return null;
  const whole = norm + normal(next.text);
  if (!WHOLE.test(whole) || WHOLE.test(norm) || next.text === '') return null;
  const columns = columnsOf(whole);
  return columns === null ? null : { ...columns, body: i + 2 };
}

/** The rest of a header line, where a whole table was run together on it. */
export function restOfHeader(line: Line, table: TextTable): string {
  if (table.layout !== 'joined') return '';
  const words = table.columns.map((column) => HEADINGS[column]).join('\\s*');
  return line.text.replace(new RegExp(`^\\W*${words}`, 'i'), '').trim();
}

const HEADINGS: { readonly [column in MethodColumn | FactColumn]: string } = {
  name: 'name',
  type: '(?:data)?type',
  verb: 'accessible\\s*by',
  required: 'required\\s*param(?:eter)?s',
  optional: 'optional\\s*param(?:eter)?s',
  description: 'description',
};

/** Cells of a row as the header of its table has them apart; null where they are not. */
export function cellsOf(line: Line, layout: Layout): Line['cells'] {
  if (line.cells !== null && line.cells.length > 1) return line.cells;
  if (layout === 'bars' && line.text.includes('|')) {
    const inner = line.text.replace(/^\||\|$/g, '');
    return inner.split('|').map((cell) => textCell(cell.trim()));
  }
  if (layout === 'spaced' && / {2}/.test(line.text)) {
    return line.raw
      .trimEnd()
      .split(/ {2,}/)
      .map((cell) => textCell(cell.trim()));
  }
  return null;
}

function layoutOf(line: Line): Layout {
  if (line.cells !== null && line.cells.length > 1) return 'cells';
  if (line.text.includes('|')) return 'bars';
  return / {2}/.test(line.text) ? 'spaced' : 'joined';
}

function columnsOf(norm: string): Pick<TextTable, 'kind' | 'columns'> | null {
  const facts = FACTS.exec(norm);
  if (facts !== null) {
    const [, description] = facts;
    return { kind: 'facts', columns: ['name', 'type', ...(description ? (['description'] as const) : [])] };
  }
  const methods = METHODS.exec(norm);
  if (methods === null || methods[1] === undefined) return null;
  const [, , required, optional, description] = methods;
  const columns: MethodColumn[] = ['name', 'verb'];
  if (required !== undefined) columns.push('required');
  if (optional !== undefined) columns.push('optional');
  if (description !== undefined) columns.push('description');
  return { kind: 'methods', columns };
}

/** A header of one cell a line. */
function stackedAt(lines: readonly Line[], start: number): TextTable | null {
  let norm = '';
  let body = start;
  for (let i = start; i < lines.length && i < start + 2 * WORDS.size; i += 1) {
    const text = normal(lines[i]?.text.slice(0, LONGEST) ?? '');
    if (text === '') continue;
    // A field may be called as a column is.
    if (!WORDS.has(text) || WHOLE.test(norm) || (norm !== '' && text === 'name')) break;
    norm += text;
    body = i + 1;
  }
  const columns = columnsOf(norm);
  return columns === null ? null : { ...columns, start, body, layout: 'stack' };
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
