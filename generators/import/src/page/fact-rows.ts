import type { Source } from '@plumbline/model';
import { type Cell, type Line, type Prose, textProse } from '../text/lines.ts';
import type { NameSet } from '../text/name-set.ts';
import { withContinuations } from './continuation.ts';
import type { FactRow } from './rendered-page.ts';
import { cellsOf, type FactColumn, type Layout } from './tables.ts';
import { bestReading } from './ways.ts';

/** The types that a page knows, and what stands behind one in its cell. */
const TYPE = /^(?:string|integer|number|boolean|array|object|null|any|file)(?![\w-])(?: ?\(.{0,200}\))?$/i;
const TYPE_WORD = /string|integer|number|boolean|array|object/g;
/** Names have no blanks and few odd characters. */
const NAME = /^[\w$@#.:+*/\-[\]]{1,120}$/;
/** How far into a line a type is looked for. */
const MOST_NAME = 160;

export interface FactTable {
  readonly columns: readonly FactColumn[];
  readonly layout: Layout;
  readonly body: readonly Line[];
}

/** What is known of the names before their rows are read: columns of the examples, parameters of the methods. */
export interface KnownNames {
  readonly names: NameSet;
  /** True for a name that the page's other text speaks of. */
  readonly isMentioned: (name: string) => boolean;
}

export interface FactRows {
  readonly rows: readonly FactRow[];
  /** Rows that can be read in two ways. */
  readonly doubtful: readonly { readonly name: string; readonly other: string; readonly source: Source }[];
}

/** The rows of a table of names, types and descriptions, in whichever way its cells were flattened. */
export function readFactRows(table: FactTable, known: KnownNames): FactRows {
  return bestReading(
    table.layout,
    { marks: () => inCells(table), lines: () => stacked(table, known), words: () => joined(table, known) },
    ({ rows }) => rows.length,
  );
}

function inCells({ columns, layout, body }: FactTable): FactRows {
  const at = (cells: readonly Cell[], column: FactColumn) => cells[columns.indexOf(column)];
  const rows = withContinuations<FactRow>(body, (lines, i) => {
    const line = lines[i];
    const cells = line === undefined ? null : cellsOf(line, layout);
    if (line === undefined || cells === null) return null;
    const name = cleanName(at(cells, 'name')?.text ?? '');
    if (!NAME.test(name)) return null;
    const type = at(cells, 'type')?.text ?? '';
    const description = columns.includes('description') ? descriptionIn(cells, columns) : [];
    return { taken: 1, row: { name, type, description, source: line.source } };
  });
  return { rows, doubtful: [] };
}

/** A description that holds the mark between cells has been parted with them. */
function descriptionIn(cells: readonly Cell[], columns: readonly FactColumn[]): Prose {
  return cells
    .slice(columns.indexOf('description'))
    .flatMap((cell, i) => (i === 0 ? cell.prose : [...textProse(' '), ...cell.prose]));
}

function stacked({ body }: FactTable, { names }: KnownNames): FactRows {
  const rows = withContinuations<FactRow>(body, (lines, i) => {
    const line = lines[i];
    if (line === undefined || !NAME.test(line.text)) return null;
    let next = i + 1;
    while (lines[next]?.text === '' && next < i + 4) next += 1;
    const type = lines[next]?.text ?? '';
    const { text: name, source } = line;
    if (TYPE.test(type.slice(0, 300)))
      return { taken: next + 1 - i, row: { name, type, description: [], source } };
    return names.has(name) ? { taken: 1, row: { name, type: '', description: [], source } } : null;
  });
  return { rows, doubtful: [] };
}

function joined({ body }: FactTable, known: KnownNames): FactRows {
  const doubtful: { name: string; other: string; source: Source }[] = [];
  const rows = withContinuations<FactRow>(body, (lines, i) => {
    const line = lines[i];
    if (line === undefined || line.text === '') return null;
    const { source } = line;
    const split = splitJoined(line.text, known);
    if (split === null) return null;
    if (split.other !== null) doubtful.push({ name: split.name, other: split.other, source });
    const { name, type, description } = split;
    return { taken: 1, row: { name, type, description: textProse(description), source } };
  });
  return { rows, doubtful };
}

interface Split {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** `idstringID of the token` as name, type and description. */
function splitJoined(
  text: string,
  { names, isMentioned }: KnownNames,
): (Split & { readonly other: string | null }) | null {
  const splits = splitsOf(text);
  const byName = splits.filter(({ name }) => names.has(name));
  // The longest of the known: `status` is no row of `statusChangedstring`.
  const best = byName.at(-1);
  if (best !== undefined) return { ...best, other: null };
  const [known] = names.at(text, 0);
  const plausible = splits.filter(
    ({ name, description }) => NAME.test(name) && /^(?![a-z_])/.test(description),
  );
  const mentioned = plausible.filter(({ name }) => isMentioned(name));
  const [first, second] = mentioned.length > 0 ? mentioned.toReversed() : plausible;
  if (first !== undefined) return { ...first, other: mentioned.length > 0 ? null : (second?.name ?? null) };
  // A row whose Datatype cell is empty.
  return known !== undefined && /^(?![a-z_])/.test(text.slice(known.length))
    ? { name: known, type: '', description: text.slice(known.length).trim(), other: null }
    : null;
}

/** Every place at which a type could stand. */
function splitsOf(text: string): readonly Split[] {
  const head = text.slice(0, MOST_NAME);
  return [...head.matchAll(TYPE_WORD)].flatMap(({ 0: word, index }) => {
    const name = cleanName(head.slice(0, index).trim());
    if (!NAME.test(name)) return [];
    const end = index + word.length;
    const format = formatAt(text, end);
    return [{ name, type: text.slice(index, format), description: text.slice(format).trim() }];
  });
}

/** The end of the format behind a type: ` (date-time)`, which may hold parentheses of its own. */
function formatAt(text: string, end: number): number {
  if (!text.startsWith(' (', end)) return end;
  let depth = 0;
  for (let i = end + 1; i < Math.min(text.length, end + 300); i += 1) {
    const char = text.charAt(i);
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return i + 1;
  }
  return end;
}

/** Without what the button beside a name says. */
function cleanName(text: string): string {
  return text.replace(/^`|`$/g, '').replace(/(?<!\s)\s+Copy$/, '');
}
