import {
  type CellNotes,
  dictionary,
  NOTE_FLAGS,
  NOTE_KEYS,
  type NoteFlag,
  parseCellNotes,
  printCellNotes,
} from '@plumbline/model';
import { type PageLayout, type ProseSpan, proseOf } from '@plumbline/read-resource-pages';
import type { Edit } from '../text/edits.ts';
import { type CellKind, inCell } from '../text/encode.ts';
import { fillCell } from './fill-cell.ts';

/** What a Description cell is to say from now on. What is absent stays. */
export interface NotesChange {
  /** Markdown, in place of an empty description. */
  readonly description?: string;
  /** The values that are allowed; null: none are listed. */
  readonly listed?: readonly string[] | null;
  /** Key → value; null takes the note off. */
  readonly pairs?: ReadonlyMap<string, string | null>;
  readonly addFlags?: readonly NoteFlag[];
  readonly removeFlags?: readonly NoteFlag[];
}

/** So many parentheses of a cell are looked at to find where its notes start. */
const MAX_GROUPS = 60;

/** Changes the notes at the end of a cell; the prose before them stays as it is written. */
export function editNotes(layout: PageLayout, cell: ProseSpan, change: NotesChange): readonly Edit[] {
  const kind: CellKind = cell.inPipeTable === true ? 'pipe' : 'html';
  const { prose, notes } = parseCellNotes(proseOf(layout, cell));
  const takesList = change.listed !== undefined && isListOf(notes, change.listed);
  const changed = changedNotes(notes, change, takesList);
  const start = notesStart(layout, cell, takesList);
  if (start === null) {
    const list = takesList ? null : notes.listed;
    const text = notedText(prose, { ...changed, listed: changed.listed ?? list }, kind);
    return [{ start: cell.start, end: cell.end, text }];
  }
  const own = change.description === undefined ? '' : proseFor(change.description, changed);
  const text = inCell(own, kind) + encodedNotes(changed, kind);
  if (start > cell.start) return [{ start, end: cell.end, text }];
  // What is nothing but notes has a blank before it in the HTML of published pages.
  const content = kind === 'pipe' || own !== '' || cell.start < cell.end ? text.trimStart() : text;
  return [fillCell(layout.text, cell, content)];
}

/** A description with the notes behind it, for a new cell. */
export function notedText(description: string, notes: CellNotes, kind: CellKind): string {
  return inCell(proseFor(description, notes), kind) + encodedNotes(notes, kind);
}

function encodedNotes(notes: CellNotes, kind: CellKind): string {
  const printed = printCellNotes(notes);
  return printed === '' ? '' : ` ${inCell(printed.trimStart(), kind)}`;
}

/** A text whose end would be read as notes gets a full stop: the spec's prose is no note of the page. */
function proseFor(description: string, notes: CellNotes): string {
  const text = description.trim();
  const read = parseCellNotes(`${text}${printCellNotes(notes)}`).notes;
  const isMeant =
    JSON.stringify([read.pairs, read.flags]) === JSON.stringify([notes.pairs, notes.flags]) &&
    (notes.listed === null || JSON.stringify(read.listed) === JSON.stringify(notes.listed));
  return isMeant || text === '' ? text : `${text}.`;
}

/** A parenthesis with none of the values is the author's, and stays with his prose. */
function isListOf({ listed }: CellNotes, values: readonly string[] | null): boolean {
  if (listed === null) return false;
  return values === null || listed.some((value) => values.includes(unquoted(value)));
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('`') && text.endsWith('`') ? text.slice(1, -1) : text;
}

function changedNotes(
  { listed, pairs, flags }: CellNotes,
  change: NotesChange,
  takesList: boolean,
): CellNotes {
  const values = new Map(Object.entries(pairs));
  for (const [key, value] of change.pairs ?? []) {
    if (value === null) values.delete(key);
    else values.set(key, value);
  }
  const kept = new Set(flags);
  for (const flag of change.addFlags ?? []) kept.add(flag);
  for (const flag of change.removeFlags ?? []) kept.delete(flag);
  return {
    listed: change.listed === undefined ? (takesList ? listed : null) : change.listed,
    pairs: dictionary(NOTE_KEYS.flatMap((key) => pairOf(values, key))),
    flags: NOTE_FLAGS.filter((flag) => kept.has(flag)),
  };
}

function pairOf(values: ReadonlyMap<string, string>, key: string): readonly [string, string][] {
  const value = values.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** Where the notes that are written anew start: behind the prose, and behind a list that stays. Null: nobody can tell. */
function notesStart(layout: PageLayout, cell: ProseSpan, takesList: boolean): number | null {
  const whole = parseCellNotes(proseOf(layout, cell));
  const isStart = (end: number): boolean => {
    const { prose, notes } = parseCellNotes(proseOf(layout, { ...cell, end }));
    const isBare = Object.keys(notes.pairs).length === 0 && notes.flags.length === 0;
    return isBare && prose === whole.prose && sameList(takesList ? null : whole.notes.listed, notes.listed);
  };
  let end = cell.end;
  for (let count = 0; count < MAX_GROUPS; count += 1) {
    if (isStart(end)) return end;
    const open = layout.text.lastIndexOf('(', end - 1);
    if (open < cell.start) return null;
    end = open;
    while (end > cell.start && /\s/.test(layout.text.charAt(end - 1))) end -= 1;
  }
  return null;
}

function sameList(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
