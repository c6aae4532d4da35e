import type { NoteFlag } from '@plumbline/model';
import type { Row, Table } from '@plumbline/read-resource-pages';
import type { AddedName } from '../cells/names-cell.ts';
import type { NotesChange } from '../cells/notes-cell.ts';
import { type ShownStatement, statementsOf, statementsShowing } from '../examples/shown.ts';
import type { Slot } from '../examples/slot.ts';
import type { Edit } from '../text/edits.ts';
import type { OpenMethod, OpenPage, RowPlace } from './open-page.ts';

/** What is to happen to a page: gathered finding by finding, then written once, so that two findings of a cell agree. */
export interface PageChanges {
  readonly open: OpenPage;
  readonly rows: Map<Row, RowChange>;
  readonly removedRows: Map<Row, Table>;
  readonly methods: Map<OpenMethod, MethodChange>;
  /** Rows that the Parameters table is to have besides. */
  readonly paramRows: Map<string, OpenMethod>;
  /** Fields that a table is to have besides, and the method that returns them. */
  readonly fields: Map<Table, FieldsAdded>;
  readonly statements: Map<ShownStatement, StatementAdded>;
  readonly manifest: Map<string, Slot & { readonly isBody: boolean }>;
  readonly edits: Edit[];
  readonly shown: () => readonly ShownStatement[];
}

export interface RowChange {
  readonly place: RowPlace;
  type: string | null;
  notes: NotesChange;
}

export interface MethodChange {
  /** By where their first character stands. */
  readonly remove: Set<number>;
  readonly unlink: Set<number>;
  readonly required: Map<string, AddedName>;
  readonly optional: Map<string, AddedName>;
}

export interface FieldsAdded {
  readonly method: OpenMethod;
  readonly names: Set<string>;
}

export interface StatementAdded {
  readonly params: Map<string, Slot>;
  readonly bodyFields: Map<string, Slot>;
  readonly remove: Set<number>;
  /** Which method it shows, if that matters. */
  method: OpenMethod | null;
}

export function changesOf(open: OpenPage): PageChanges {
  let statements: readonly ShownStatement[] | null = null;
  return {
    open,
    rows: new Map(),
    removedRows: new Map(),
    methods: new Map(),
    paramRows: new Map(),
    fields: new Map(),
    statements: new Map(),
    manifest: new Map(),
    edits: [],
    shown: () => {
      statements ??= statementsOf(open);
      return statements;
    },
  };
}

export function rowChange({ rows }: PageChanges, place: RowPlace): RowChange {
  return entry(rows, place.row, () => ({ place, type: null, notes: {} }));
}

export function addFlags(change: RowChange, flags: readonly NoteFlag[]): void {
  change.notes = { ...change.notes, addFlags: [...(change.notes.addFlags ?? []), ...flags] };
}

export function removeFlags(change: RowChange, flags: readonly NoteFlag[]): void {
  change.notes = { ...change.notes, removeFlags: [...(change.notes.removeFlags ?? []), ...flags] };
}

export function setPairs(change: RowChange, pairs: Iterable<readonly [string, string | null]>): void {
  change.notes = { ...change.notes, pairs: new Map([...(change.notes.pairs ?? []), ...pairs]) };
}

export function methodChange({ methods }: PageChanges, method: OpenMethod): MethodChange {
  return entry(methods, method, () => ({
    remove: new Set(),
    unlink: new Set(),
    required: new Map(),
    optional: new Map(),
  }));
}

export function statementChange(
  { statements }: PageChanges,
  shown: ShownStatement,
  method: OpenMethod | null = null,
): StatementAdded {
  const change = entry(statements, shown, () => ({
    params: new Map(),
    bodyFields: new Map(),
    remove: new Set<number>(),
    method,
  }));
  change.method ??= method;
  return change;
}

/** The statements that show a method. */
export function shownBy(changes: PageChanges, method: OpenMethod): readonly ShownStatement[] {
  return statementsShowing(changes.open, method, changes.shown());
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
