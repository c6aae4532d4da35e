import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CatalogueType } from '@plumbline/client-runtime';
import { defineFunctions } from '../functions/define-functions.ts';
import { STEP } from '../plan/steps.ts';
import { type StoredTable, typeOfStored } from '../plan/stored-table.ts';
import type { SqlValue } from '../values.ts';
import { cellReader, cellWriter, type ReadCell, type Texts, type WriteCell } from './cells.ts';

/** Rows on their way into a table: what the provider answered, and what it was asked with. */
export interface Batch {
  readonly rows: readonly unknown[];
  /** The values that the parameters were bound to, in the order of the table's parameters; null: not bound. */
  readonly asked: readonly SqlValue[];
  /** Where the first of them stands among the rows of the table; absent: behind all others. */
  readonly from?: bigint | null;
}

/** A column of a result. */
export interface ResultColumn {
  readonly name: string;
  /** What the resource's column holds; `any`: it is computed. */
  readonly type: CatalogueType;
}

export interface Result {
  readonly columns: readonly ResultColumn[];
  /** The stored column that each of the result's is; null: it is computed. */
  readonly stored: readonly (string | null)[];
  /** All rows. */
  readonly all: () => readonly Cells[];
  /** Some rows at a time, as many as are asked for; fewer where there are no more. */
  readonly cursor: () => Cursor;
}

export interface Cursor {
  readonly take: (most: number) => readonly Cells[];
  readonly close: () => void;
}

/** A row, in the order of the columns. */
export type Cells = readonly unknown[];

/** What SQLite is stopped with. */
export class TooManySteps extends Error {
  override readonly name = 'TooManySteps';
  readonly most: number;

  constructor(most: number) {
    super(`More than ${most} rows are looked at.`);
    this.most = most;
  }
}

/** The database that does what the provider does not: temporary, and beside the memory where it grows. */
export interface Store {
  readonly create: (table: StoredTable) => void;
  readonly clear: (table: StoredTable) => void;
  /** Columns that are not among `used` stay empty. */
  readonly insert: (table: StoredTable, batch: Batch, used?: ReadonlySet<string> | null) => void;
  /** Leaves out of a table, once rows were laid in, those that are not of the value which they were asked for with. */
  readonly settle: (table: StoredTable) => void;
  readonly query: (sql: string, values: readonly SqlValue[]) => Result;
  readonly close: () => void;
}

/** Affinities that make `5 = '5'` true where the column says that it is a number (SQLite, Datatypes, section 3). */
const AFFINITY: { readonly [Type in CatalogueType]: string } = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  array: 'TEXT',
  object: 'TEXT',
  any: '',
};

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What a statement may ask of SQLite at most (its Limits); Node before 24 knows no such option, and keeps SQLite's own. */
const LIMITS = { length: 100_000_000, sqlLength: 10_000_000, likePatternLength: 1000 };

/** More than `maxSteps` rows that a statement of several sources looks at are refused. */
export function openStore({ maxSteps }: { readonly maxSteps: number }): Store {
  // Without a name it is a file of SQLite's own, which is only written where its cache is full.
  const options = { enableDoubleQuotedStringLiterals: false, limits: LIMITS };
  const database = new DatabaseSync('', options);
  let steps = 0;
  database.function(STEP, (_isNull) => {
    steps += 1;
    if (steps > maxSteps) throw new TooManySteps(maxSteps);
    return 1;
  });
  defineFunctions(database);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536');
  const tables = new Map<string, Stored>();

  return {
    create(table) {
      const definitions = [
        ...table.columns.map(({ column, stored }) => `${quote(stored)} ${AFFINITY[column.type]}`),
        // As it was given: a condition that bound it is to hold.
        ...table.params.map(({ stored }) => quote(stored)),
      ];
      const list = definitions.length > 0 ? definitions.join(', ') : '"column:none"';
      database.exec(`CREATE TABLE ${quote(table.name)} (${list})`);
      tables.set(table.name, { table, texts: new Set(), insertion: null });
    },
    clear({ name }) {
      database.exec(`DELETE FROM ${quote(name)}`);
      tables.get(name)?.texts.clear();
    },
    insert({ name }, { rows, asked, from = null }, used = null) {
      const home = tables.get(name);
      if (home === undefined) throw new Error('A table is created before rows are laid into it.');
      const isPlaced = from !== null && home.table.rowid !== null;
      const { writers, places, several, one, most, width } = insertionOf(home, { used, isPlaced }, database);
      const tail = places.map((place) => asked[place] ?? null);
      database.exec('BEGIN');
      let values: SqlValue[] = [];
      let count = 0;
      let place = from ?? 0n;
      for (const row of rows) {
        if (isPlaced) values.push(place++);
        for (const write of writers) values.push(write(row));
        for (const value of tail) values.push(value);
        count += 1;
        if (count < most) continue;
        several.run(...values);
        values = [];
        count = 0;
      }
      for (let i = 0; i < count; i += 1) one.run(...values.slice(i * width, (i + 1) * width));
      database.exec('COMMIT');
    },
    settle({ name, asked }) {
      if (asked.length === 0) return;
      const conditions = asked.map(({ column, param }) => `${quote(column)} = ${quote(param)}`);
      database.exec(`DELETE FROM ${quote(name)} WHERE (${conditions.join(' AND ')}) IS NOT TRUE`);
    },
    query(sql, values) {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      statement.setAllowUnknownNamedParameters(true);
      // By name: Node 22.18 finds no place for a value of `?1`.
      const bound = Object.fromEntries(values.map((value, i) => [`?${i + 1}`, value]));
      const { columns, stored, readers } = resultOf(statement, tables);
      const read = (row: unknown[]): Cells => {
        for (const [i, of] of readers.entries()) row[i] = of(row[i]);
        return row;
      };
      // With arrays for rows, which the types of Node do not know.
      return {
        columns,
        stored,
        all: () => statement.all(bound).map((row) => read(row as unknown as unknown[])),
        cursor() {
          const rows = statement.iterate(bound);
          return {
            take(most) {
              const some: Cells[] = [];
              while (some.length < most) {
                const next = rows.next();
                if (next.done) break;
                some.push(read(next.value as unknown as unknown[]));
              }
              return some;
            },
            close: () => void rows.return?.(),
          };
        },
      };
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** A table with what it takes to write to it and to read from it. */
interface Stored {
  readonly table: StoredTable;
  readonly texts: Texts;
  insertion: Insertion | null;
}

/** What of a row is laid into a table. */
interface Laid {
  /** The columns that somebody looks at; null: it may be any. */
  readonly used: ReadonlySet<string> | null;
  /** Whether each row has its place. */
  readonly isPlaced: boolean;
}

/** How rows are laid into a table. */
interface Insertion extends Laid {
  /** Lays in `most` rows at once. */
  readonly several: StatementSync;
  readonly one: StatementSync;
  readonly most: number;
  /** How many values a row has. */
  readonly width: number;
  readonly writers: readonly WriteCell[];
  /** Places of the parameters that are stored too. */
  readonly places: readonly number[];
}

/** The insertion of a table, prepared once. */
function insertionOf(home: Stored, { used, isPlaced }: Laid, database: DatabaseSync): Insertion {
  if (home.insertion?.used === used && home.insertion.isPlaced === isPlaced) return home.insertion;
  const { table, texts } = home;
  const compared = new Set(table.asked.flatMap(({ column, param }) => [column, param]));
  const isUsed = ({ stored }: { readonly stored: string }): boolean =>
    used === null || used.has(stored) || compared.has(stored);
  const columns = table.columns.filter(isUsed);
  const params = table.params.filter(isUsed);
  const rowid = isPlaced && table.rowid !== null ? [table.rowid] : [];
  const names = [...rowid, ...[...columns, ...params].map(({ stored }) => quote(stored))];
  const width = names.length;
  const most = width === 0 ? 1 : Math.max(1, Math.min(32, Math.floor(1000 / width)));
  const into = `INSERT INTO ${quote(table.name)}`;
  const row = `(${names.map(() => '?').join(', ')})`;
  const prepared = (count: number): StatementSync =>
    database.prepare(
      width === 0
        ? `${into} DEFAULT VALUES`
        : `${into} (${names.join(', ')}) VALUES ${Array.from({ length: count }, () => row).join(', ')}`,
    );
  home.insertion = {
    used,
    isPlaced,
    several: prepared(most),
    one: prepared(1),
    most,
    width,
    writers: columns.map(({ column }) => cellWriter(column, texts)),
    places: params.map((param) => table.params.indexOf(param)),
  };
  return home.insertion;
}

/** The columns of a result, and how each is read. */
function resultOf(
  statement: StatementSync,
  tables: ReadonlyMap<string, Stored>,
): Pick<Result, 'columns' | 'stored'> & { readonly readers: readonly ReadCell[] } {
  const seen = new Map<string, number>();
  const all = statement.columns().map(({ name, table, column }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const home = table === null ? undefined : tables.get(table);
    const type = home && column !== null ? typeOfStored(home.table, column) : undefined;
    const isColumn = home?.table.columns.some((one) => one.stored === column) === true;
    return {
      // A row has each name once; SQLite's own word for the others.
      column: { name: count === 1 ? name : `${name}:${count - 1}`, type: type ?? 'any' },
      stored: type === undefined ? null : column,
      reader: cellReader(type ?? 'any', isColumn ? home.texts : null),
    };
  });
  return {
    columns: all.map(({ column }) => column),
    stored: all.map(({ stored }) => stored),
    readers: all.map(({ reader }) => reader),
  };
}
