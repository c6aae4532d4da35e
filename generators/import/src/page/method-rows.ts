import { type Source, SQL_VERBS, type SqlVerb } from '@plumbline/model';
import { type Line, type Prose, proseText, textProse } from '../text/lines.ts';
import type { NameSet } from '../text/name-set.ts';
import { withContinuations } from './continuation.ts';
import { splitLists, startsList } from './param-lists.ts';
import type { MethodColumn, MethodRow } from './rendered-page.ts';
import { cellsOf, type Layout } from './tables.ts';
import { bestReading } from './ways.ts';

export interface MethodTable {
  readonly columns: readonly MethodColumn[];
  readonly layout: Layout;
  readonly body: readonly Line[];
}

export interface KnownMethods {
  readonly params: NameSet;
  /** Methods that tabs and statements name. */
  readonly names: ReadonlySet<string>;
  /** The texts above the examples, which are descriptions of methods. */
  readonly captions: readonly string[];
}

/** A row, and what the text leaves open about it. */
export interface OpenMethodRow extends MethodRow {
  /** The lists of names in order; of two columns it may hold but one. */
  readonly lists: readonly (readonly string[])[];
  /** True where the cells said which column a list is of. */
  readonly isPlaced: boolean;
  /** Names whose end had to be inferred. */
  readonly inferred: readonly string[];
}

const NAME = /^[\w$.:-]{1,160}$/;
const VERB_WORD = /select|insert|update|replace|delete|exec/gi;
const MOST_NAME = 240;

/** The rows of a Methods table, in whichever way its cells were flattened. */
export function readMethodRows(table: MethodTable, known: KnownMethods): readonly OpenMethodRow[] {
  return bestReading(
    table.layout,
    { marks: () => inCells(table), lines: () => stacked(table, known), words: () => joined(table, known) },
    (rows) => rows.length,
  );
}

function inCells({ columns, layout, body }: MethodTable): readonly OpenMethodRow[] {
  return withContinuations<OpenMethodRow>(body, (lines, i) => {
    const line = lines[i];
    const cells = line === undefined ? null : cellsOf(line, layout);
    if (line === undefined || cells === null) return null;
    const text = (column: MethodColumn) => cells[columns.indexOf(column)]?.text ?? '';
    const verb = verbOf(text('verb'));
    const name = text('name').replace(/(?<!\s)\s+Copy$/, '');
    if (verb === null || !NAME.test(name)) return null;
    const [required, optional] = [namesIn(text('required')), namesIn(text('optional'))];
    const description = columns.includes('description')
      ? (cells[columns.indexOf('description')]?.prose ?? [])
      : [];
    const { source } = line;
    return {
      taken: 1,
      row: { name, verb, required, optional, lists: [], isPlaced: true, inferred: [], description, source },
    };
  });
}

function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** One cell a line: what follows the verb are lists, as long as their names are parameters, then the description. */
function stacked({ body, columns }: MethodTable, { params }: KnownMethods): readonly OpenMethodRow[] {
  const most = listColumns(columns);
  return withContinuations<OpenMethodRow>(body, (lines, i) => {
    const line = lines[i];
    if (line === undefined || !NAME.test(line.text)) return null;
    const second = nextSeen(lines, i + 1);
    const verb = verbOf(lines[second]?.text ?? '');
    if (verb === null) return null;
    const lists: (readonly string[])[] = [];
    let end = second + 1;
    while (lists.length < most) {
      const next = nextSeen(lines, end);
      const names = namesIn(lines[next]?.text ?? '');
      const isList =
        names.length > 0 &&
        names.every((name) => NAME.test(name)) &&
        names.some((name) => params.has(name) || names.length > 1);
      if (!isList) break;
      lists.push(names);
      end = next + 1;
    }
    return { taken: end - i, row: openRow({ name: line.text, verb, lists, source: line.source }) };
  });
}

function nextSeen(lines: readonly Line[], from: number): number {
  let next = from;
  while (lines[next]?.text === '' && next < from + 4) next += 1;
  return next;
}

function joined({ body, columns }: MethodTable, known: KnownMethods): readonly OpenMethodRow[] {
  const rows = withContinuations<{ readonly begun: Begun; readonly description: Prose }>(body, (lines, i) => {
    const line = lines[i];
    const begun = line === undefined ? null : beginJoined(line, known);
    return begun === null ? null : { taken: 1, row: { begun, description: textProse(begun.rest) } };
  });
  // A wrapped list ends on the next line: cells are told apart in the whole row.
  const read = (params: NameSet) =>
    rows.map(({ begun, description }) =>
      splitRow(begun, proseText(description), { ...known, params, most: listColumns(columns) }),
    );
  const first = read(known.params);
  const found = new Set(first.flatMap(({ lists }) => lists.flat()).filter((name) => !known.params.has(name)));
  // What a comma tells in one row holds in the others.
  if (found.size === 0) return first;
  return read(known.params.with(found)).map((row, i) => ({ ...row, inferred: first[i]?.inferred ?? [] }));
}

function splitRow(
  { name, verb, source }: Begun,
  whole: string,
  { params, captions, most }: KnownMethods & { readonly most: number },
): OpenMethodRow {
  const caption = captions.find((text) => text !== '' && whole.endsWith(text)) ?? '';
  const cells = whole.slice(0, whole.length - caption.length);
  const { lists, rest, inferred } = splitLists(cells, params, most);
  return {
    ...openRow({ name, verb, lists, source }),
    inferred,
    description: textProse(`${rest}${caption}`.trim()),
  };
}

interface Begun {
  readonly name: string;
  readonly verb: SqlVerb;
  readonly rest: string;
  readonly source: Source;
}

/** `list_userssubdomain` has no verb; `update_usersupdatesubdomain` has two, and the second is the cell's. */
function beginJoined({ text, source }: Line, { params, names }: KnownMethods): Begun | null {
  const head = text.slice(0, MOST_NAME);
  const ways = [...head.matchAll(VERB_WORD)].flatMap(({ 0: word, index }): (Begun & { score: number })[] => {
    const name = head.slice(0, index).trim();
    const verb = verbOf(word);
    if (verb === null || !NAME.test(name)) return [];
    const rest = text.slice(index + word.length).trimStart();
    const startsCell =
      rest === '' ||
      /^[^a-z_]/.test(rest) ||
      params.at(rest, 0).length > 0 ||
      startsList(rest) ||
      word === word.toUpperCase();
    const score = (names.has(name) ? 8 : 0) + (startsCell ? 4 : 0) + (/[_.-]$/.test(name) ? 0 : 2);
    return score < 4 ? [] : [{ name, verb, rest, source, score }];
  });
  const [best = null] = ways.sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return best;
}

function openRow({
  name,
  verb,
  lists,
  source,
}: Pick<OpenMethodRow, 'name' | 'verb' | 'lists' | 'source'>): OpenMethodRow {
  const [required = [], optional = []] = lists;
  const isPlaced = lists.length !== 1;
  return { name, verb, required, optional, lists, isPlaced, inferred: [], description: [], source };
}

function listColumns(columns: readonly MethodColumn[]): number {
  return columns.filter((column) => column === 'required' || column === 'optional').length;
}

function verbOf(text: string): SqlVerb | null {
  const word = text.trim().toLowerCase();
  return SQL_VERBS.find((verb) => verb === word) ?? null;
}
