import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { toJson } from '@plumbline/client-runtime';
import { type TestRow, testProvider, USER_COLUMNS } from './provider.ts';

// The same statements on plain tables that hold the same rows: SQLite says what each is to come to.

const users: readonly TestRow[] = Array.from({ length: 13 }, (_, i) => ({
  id: `u${i}`,
  login: `user${i}@${i % 3 === 0 ? 'x' : 'y'}.test`,
  status: ['ACTIVE', 'STAGED', 'DEPROVISIONED'][i % 3],
  active: i % 4 === 3 ? null : i % 2 === 0,
  ...(i % 5 === 4 ? {} : { age: 20 + ((i * 7) % 11) }),
  score: i % 6 === 5 ? null : i / 4,
  profile: i === 7 ? null : { email: `e${i}@x.test`, name: { first: `F${i % 4}`, 'nick-name': null }, n: i },
  tags: i % 3 === 0 ? [] : [`t${i % 2}`, { deep: [i, "it's"] }, 'all'],
  limit: i * 10,
  order: `o${12 - i}`,
  'x5t#S256': `h${i % 2}`,
  'If-Match': i % 2 === 0 ? `"${i}"` : null,
}));
const tokens: readonly TestRow[] = users.flatMap(({ id }, i) =>
  Array.from({ length: i % 3 }, (_, n) => ({ id: `${id}-${n}`, userId: id, scopes: ['openid', `s${n}`] })),
);
const groups: readonly TestRow[] = [
  { id: 'g0', name: 'Staff', ownerId: 'u1' },
  { id: 'g1', name: "it's_100%", ownerId: 'u2' },
  { id: 'g2', name: 'staff', ownerId: null },
  { id: 'g3', name: null, ownerId: 'u1' },
  { id: 'g4', name: 'Ærø', ownerId: 'nobody' },
];

/** Plain tables with the rows of the provider. */
function tables(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableDoubleQuotedStringLiterals: false });
  const affinity: { readonly [type: string]: string } = {
    integer: 'INTEGER',
    number: 'REAL',
    boolean: 'INTEGER',
  };
  const fill = (name: string, columns: readonly string[], rows: readonly TestRow[]): void => {
    database.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) {
      insert.run(
        ...columns.map((column): SQLInputValue => {
          const value = row[column.slice(1, column.lastIndexOf('"'))] ?? null;
          return plain(value);
        }),
      );
    }
  };
  fill(
    'users',
    USER_COLUMNS.map(({ name, type }) => `"${name}" ${affinity[type] ?? 'TEXT'}`),
    users,
  );
  fill('tokens', ['"id" TEXT', '"userId" TEXT', '"scopes" TEXT'], tokens);
  fill('groups', ['"id" TEXT', '"name" TEXT', '"ownerId" TEXT'], groups);
  return database;
}

/** A value without its type: SQLite has no booleans, objects and lists. */
function plain(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value as SQLInputValue;
}

/** An integer as rows have it. */
function asRead(value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** What a statement comes to: its rows, cell by cell. */
export type Rows = readonly (readonly unknown[])[];

/** A provider and plain tables that hold the same rows. */
export interface Oracle {
  /** By the provider; `{users}` stands for the name of a resource, `{limit}` for a keyword that the dialect reads as a name. */
  readonly got: (statement: string) => Promise<{ readonly names: readonly string[]; readonly rows: Rows }>;
  /** By SQLite. */
  readonly wanted: (statement: string) => { readonly names: readonly string[]; readonly rows: Rows };
}

export function openOracle(): Oracle {
  const { sql } = testProvider({ users, tokens, groups });
  const database = tables();
  const named = (statement: string, resource: string, keyword: string): string =>
    statement.replaceAll(/\{(users|tokens|groups)\}/g, resource).replaceAll(/\{(limit|order)\}/g, keyword);
  return {
    async got(statement) {
      const answer = sql.run(named(statement, 'acme.people.$1', '$1'));
      const rows = await answer.toArray();
      const names = (await answer.columns()).map(({ name }) => name);
      return { names, rows: rows.map((row) => names.map((name) => plain(row[name]))) };
    },
    wanted(statement) {
      const prepared = database.prepare(named(statement, '$1', '"$1"'));
      prepared.setReturnArrays(true);
      prepared.setReadBigInts(true);
      const rows = prepared.all() as unknown as unknown[][];
      return { names: prepared.columns().map(({ name }) => name), rows: rows.map((row) => row.map(asRead)) };
    },
  };
}

/** Rows in an order of their own: SQL gives them none. */
export const sorted = (rows: Rows): readonly string[] =>
  rows.map((row) => toJson(row)).sort((a, b) => (a < b ? -1 : 1));
