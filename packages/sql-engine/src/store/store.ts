import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CatalogueColumn, CatalogueType } from '@plumbline/client-runtime';
import { WHOLE_ROW } from '../catalogue/resource-facts.ts';
import { STEP } from '../plan/steps.ts';
import { type StoredTable, typeOfStored } from '../plan/stored-table.ts';
import { type SqlValue, toSql } from '../values.ts';

/** Rows on their way into a table: what the provider answered, and what it was asked with. */
export interface Batch {
  readonly rows: readonly unknown[];
  /** The values that the parameters were bound to, in the order of the table's parameters; null: not bound. */
  readonly asked: readonly SqlValue[];
}

/** A column of a result. */
export interface ResultColumn {
  readonly name: string;
  /** What the resource's column holds; `any`: it is computed. */
  readonly type: CatalogueType;
}

export interface Result {
  readonly columns: readonly ResultColumn[];
  readonly rows: () => Iterable<readonly unknown[]>;
}

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
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536');
  const tables = new Map<string, StoredTable>();
  const inserts = new Map<string, StatementSync>();

  const columnsOf = (statement: StatementSync): readonly ResultColumn[] => {
    const seen = new Map<string, number>();
    return statement.columns().map(({ name, table, column }) => {
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const home = table === null ? undefined : tables.get(table);
      const type = (home && column !== null && typeOfStored(home, column)) || 'any';
      // A row has each name once; SQLite's own word for the others.
      return { name: count === 1 ? name : `${name}:${count - 1}`, type };
    });
  };

  return {
    create(table) {
      const definitions = [
        ...table.columns.map(({ column, stored }) => `${quote(stored)} ${AFFINITY[column.type]}`),
        // As it was given: a condition that bound it is to hold.
        ...table.params.map(({ stored }) => quote(stored)),
      ];
      const list = definitions.length > 0 ? definitions.join(', ') : '"column:none"';
      database.exec(`CREATE TABLE ${quote(table.name)} (${list})`);
      tables.set(table.name, table);
      const marks = definitions.length > 0 ? definitions.map(() => '?').join(', ') : 'NULL';
      inserts.set(table.name, database.prepare(`INSERT INTO ${quote(table.name)} VALUES (${marks})`));
    },
    clear: ({ name }) => database.exec(`DELETE FROM ${quote(name)}`),
    insert({ name, columns }, { rows, asked }, used = null) {
      const insert = inserts.get(name);
      database.exec('BEGIN');
      for (const row of rows)
        insert?.run(
          ...columns.map(({ column, stored }) =>
            used === null || used.has(stored) ? cellOf(row, column) : null,
          ),
          ...asked,
        );
      database.exec('COMMIT');
    },
    query(sql, values) {
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      const columns = columnsOf(statement);
      return {
        columns,
        *rows() {
          // With arrays for rows, which the types of Node do not know.
          for (const row of statement.iterate(...values) as Iterable<unknown> as Iterable<
            readonly SqlValue[]
          >) {
            yield row.map((value, i) => fromSql(value, columns[i]?.type ?? 'any'));
          }
        },
      };
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function cellOf(row: unknown, column: CatalogueColumn): SqlValue {
  return column === WHOLE_ROW ? toSql(row) : member(row, column.key ?? column.name);
}

/** What a row has under a name; a row that is no object is its only column. */
function member(row: unknown, name: string): SqlValue {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return toSql(row);
  return Object.hasOwn(row, name) ? toSql((row as { readonly [key: string]: unknown })[name]) : null;
}

/** A value as the column's type has it, where it is of that type: a server may answer anything. */
function fromSql(value: unknown, type: CatalogueType): unknown {
  if (typeof value === 'bigint') {
    if (type === 'boolean' && (value === 0n || value === 1n)) return value === 1n;
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if ((type === 'object' || type === 'array') && typeof value === 'string') {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}
