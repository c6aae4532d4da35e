import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type TestRow, testProvider, USER_COLUMNS } from './testing/provider.ts';

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

function oracle(): DatabaseSync {
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

/** With `{users}` where a resource's name stands, and `{limit}` for a keyword that the dialect reads as a name. */
const STATEMENTS: readonly string[] = [
  // Columns
  'SELECT * FROM {users}',
  'SELECT u.* FROM {users} u',
  'SELECT id, * FROM {groups}',
  'SELECT id, id, id AS id FROM {users}',
  'SELECT {limit}, {order} FROM {users} WHERE {limit} > 30',
  'SELECT "limit" + 1 AS "order", "order" AS "limit" FROM {users}',
  'SELECT u."x5t#S256", "If-Match" FROM {users} u WHERE "x5t#S256" = \'h1\'',
  'SELECT "If-Match" FROM {users} WHERE "If-Match" IS NOT NULL',
  "SELECT ID, Login FROM {users} WHERE STATUS = 'ACTIVE'",
  "SELECT login || ' <' || status || '>' AS label FROM {users}",
  "SELECT 'FROM users' AS text, 'it''s' AS quote, '-- no' AS comment FROM {groups}",
  'SELECT 1, 2.5, -3, NULL, TRUE, FALSE, 1e3 FROM {groups}',
  'SELECT -age, +age, NOT active, ~age FROM {users}',
  'SELECT age + 1 * 2 - 3 / 2 % 5, score * 2, age & 6 | 1, age << 1 FROM {users}',
  "SELECT CAST(age AS TEXT) || 'y', CAST(score AS INTEGER), CAST(login AS REAL) FROM {users}",
  "SELECT CASE status WHEN 'ACTIVE' THEN 1 WHEN 'STAGED' THEN 2 ELSE 0 END AS n FROM {users}",
  "SELECT CASE WHEN age > 25 THEN 'old' WHEN age IS NULL THEN 'unknown' END AS what, id FROM {users}",
  "SELECT upper(login), length(login), substr(login, 1, 4), replace(login, '@', ' at '), trim('  x ') FROM {users}",
  "SELECT coalesce(age, 0), ifnull(score, -1), nullif(status, 'ACTIVE'), iif(active, 'y', 'n') FROM {users}",
  'SELECT typeof(age), typeof(score), typeof(active), typeof(login), typeof(profile), typeof({limit}) FROM {users}',
  'SELECT round(score, 1), abs(-age), max(age, 25), min(age, 25) FROM {users}',
  'SELECT DISTINCT status FROM {users}',
  'SELECT DISTINCT status, active FROM {users}',
  // Conditions
  'SELECT id FROM {users} WHERE active',
  'SELECT id FROM {users} WHERE active = TRUE',
  'SELECT id FROM {users} WHERE NOT active',
  'SELECT id FROM {users} WHERE active IS NULL AND age IS NOT NULL',
  'SELECT id FROM {users} WHERE active IS NOT TRUE',
  'SELECT id FROM {users} WHERE age = NULL',
  "SELECT id FROM {users} WHERE age BETWEEN 22 AND 26 AND id NOT BETWEEN 'u1' AND 'u4'",
  "SELECT id FROM {users} WHERE status IN ('ACTIVE', 'STAGED') AND age > 21",
  "SELECT id FROM {users} WHERE status NOT IN ('ACTIVE', NULL)",
  'SELECT id FROM {users} WHERE status IN ()',
  "SELECT id FROM {users} WHERE id IN ('u1', 'u2', 'u1', 'none')",
  "SELECT id, status FROM {users} WHERE id = 'u3'",
  "SELECT id FROM {users} WHERE id = 'none'",
  "SELECT id FROM {users} WHERE 'u3' = id AND status = 'STAGED'",
  "SELECT id FROM {users} WHERE status = 'ACTIVE' OR age > 28",
  "SELECT id FROM {users} WHERE status = 'active'",
  "SELECT id FROM {users} WHERE status = 'ACTIVE' AND status = 'STAGED'",
  "SELECT id FROM {users} WHERE (status = 'ACTIVE' AND (age > 22)) AND {limit} < 90",
  "SELECT id FROM {users} WHERE login LIKE 'USER1%' AND login NOT LIKE '%y.test'",
  "SELECT id FROM {groups} WHERE name LIKE '%\\_100\\%' ESCAPE '\\'",
  "SELECT id FROM {groups} WHERE name = 'it''s_100%' OR name = 'Ærø'",
  "SELECT id FROM {users} WHERE login GLOB 'user[0-3]@*'",
  "SELECT id FROM {users} WHERE age = '24' OR score = '1.5'",
  'SELECT id FROM {users} WHERE score > 1 AND score <> 2 AND NOT (score >= 3)',
  "SELECT id FROM {users} WHERE {limit} = 20 OR {order} = 'o4'",
  // Order, LIMIT
  'SELECT id FROM {users} ORDER BY age DESC, id',
  'SELECT id, age AS years FROM {users} ORDER BY years NULLS LAST, 1 DESC',
  'SELECT id, login FROM {users} ORDER BY 2 DESC',
  'SELECT id FROM {users} ORDER BY length(login), login DESC',
  'SELECT id FROM {users} ORDER BY {order}',
  'SELECT -age AS age, id FROM {users} ORDER BY age, id',
  'SELECT id FROM {users} ORDER BY CASE WHEN active THEN 0 ELSE 1 END, id LIMIT 3 OFFSET 2',
  'SELECT id FROM {users} ORDER BY id LIMIT 2 + 3',
  'SELECT id FROM {users} ORDER BY id LIMIT -1 OFFSET 10',
  'SELECT id FROM {users} LIMIT 5',
  'SELECT id FROM {users} LIMIT 5 OFFSET 10',
  'SELECT id FROM {users} LIMIT 0',
  'SELECT id FROM {users} WHERE age > 22 LIMIT 3 OFFSET 1',
  // Aggregates
  'SELECT count(*) FROM {users}',
  'SELECT count(*), count(age), count(DISTINCT status), sum(age), avg(score), min(login), max(age), total(score) FROM {users}',
  "SELECT count(*) FROM {users} WHERE id = 'none'",
  'SELECT status, count(*) AS n FROM {users} GROUP BY status ORDER BY status',
  'SELECT status AS s, max(age) FROM {users} GROUP BY s HAVING count(*) > 4 ORDER BY 1',
  'SELECT status, active, count(*) FROM {users} GROUP BY 1, 2 ORDER BY 1, 2',
  'SELECT age / 3 AS bucket, sum({limit}) AS total FROM {users} GROUP BY age / 3 ORDER BY bucket',
  'SELECT age / 3, count(*) FROM {users} WHERE active GROUP BY age / 3 HAVING age / 3 > 7 ORDER BY age / 3',
  "SELECT group_concat(id, '|') FROM (SELECT id FROM {users} ORDER BY id)",
  'SELECT json_group_array(id) FROM (SELECT id FROM {groups} ORDER BY id)',
  'SELECT count(*) AS n FROM {users} HAVING n > 100',
  // JSON
  "SELECT JSON_EXTRACT(profile, '$.email'), profile->>'$.name.first', profile->'name', profile->>'n' FROM {users}",
  "SELECT JSON_EXTRACT(profile, '$.name.\"nick-name\"'), JSON_EXTRACT(tags, '$[1].deep[1]') FROM {users}",
  'SELECT json_array_length(tags), json_type(profile), json_valid(tags) FROM {users}',
  'SELECT u.id, t.value FROM {users} u, json_each(u.tags) t',
  "SELECT u.id, t.key FROM {users} u JOIN json_each(u.tags) AS t ON t.type = 'text' WHERE u.age > 22",
  'SELECT u.id, j.fullkey FROM {users} u, json_tree(u.profile) j WHERE j.atom IS NOT NULL',
  "SELECT value, count(*) FROM {tokens} t, json_each(t.scopes) WHERE t.userId IN ('u1', 'u2') GROUP BY value ORDER BY value",
  "SELECT json_object('id', id, 'tags', json(tags)) AS o FROM {users} WHERE profile->>'n' > 8",
  "SELECT id FROM {users} WHERE EXISTS (SELECT 1 FROM json_each(tags) WHERE value = 't1')",
  // Joins
  'SELECT u.id, t.id FROM {users} u JOIN {tokens} t ON t.userId = u.id',
  'SELECT u.id, t.id FROM {users} u LEFT JOIN {tokens} t ON t.userId = u.id',
  'SELECT u.id, count(t.id) AS n FROM {users} u LEFT JOIN {tokens} t ON t.userId = u.id GROUP BY u.id ORDER BY n DESC, 1',
  'SELECT u.id FROM {users} u LEFT JOIN {tokens} t ON t.userId = u.id WHERE t.id IS NULL',
  'SELECT u.id, t.id FROM {users} u, {tokens} t WHERE t.userId = u.id AND u.age > 22',
  "SELECT * FROM {users} u JOIN {tokens} t ON u.id = t.userId WHERE u.status = 'STAGED'",
  'SELECT g.name, u.login FROM {groups} g JOIN {users} u ON u.id = g.ownerId',
  'SELECT g.id, u.login FROM {groups} g LEFT JOIN {users} u ON u.id = g.ownerId',
  "SELECT g.id, u.login FROM {groups} g LEFT JOIN {users} u ON u.id = g.ownerId AND u.status = 'STAGED'",
  'SELECT a.id, b.id FROM {users} a JOIN {users} b ON a.age = b.age AND a.id < b.id',
  'SELECT g.id, u.id FROM {groups} g CROSS JOIN {users} u WHERE u.{limit} < 30',
  'SELECT * FROM {groups} JOIN {groups} h USING (ownerId)',
  'SELECT ownerId, g.id, h.id FROM {groups} g JOIN {groups} h USING (ownerId)',
  'SELECT * FROM {groups} a NATURAL JOIN {groups} b',
  'SELECT id, name FROM {groups} NATURAL LEFT JOIN (SELECT id, login FROM {users})',
  'SELECT u.id, g.id FROM {groups} g RIGHT JOIN {users} u ON g.ownerId = u.id',
  'SELECT g.id, u.id FROM {groups} g FULL JOIN {users} u ON u.login = g.name',
  'SELECT g.name, u.id, t.id FROM {groups} g JOIN {users} u ON u.id = g.ownerId JOIN {tokens} t ON t.userId = u.id',
  // Subqueries
  'SELECT id FROM {users} WHERE id IN (SELECT ownerId FROM {groups})',
  'SELECT id FROM {users} WHERE id NOT IN (SELECT ownerId FROM {groups} WHERE ownerId IS NOT NULL)',
  'SELECT id FROM {users} WHERE id NOT IN (SELECT ownerId FROM {groups})',
  'SELECT id, (SELECT count(*) FROM {tokens} t WHERE t.userId = u.id) AS n FROM {users} u',
  'SELECT id FROM {users} u WHERE EXISTS (SELECT 1 FROM {groups} g WHERE g.ownerId = u.id)',
  'SELECT id FROM {users} u WHERE NOT EXISTS (SELECT * FROM {groups} WHERE ownerId = u.id)',
  'SELECT id FROM {users} WHERE age = (SELECT max(age) FROM {users})',
  'SELECT id FROM {users} a WHERE age > (SELECT avg(age) FROM {users} b WHERE b.status = a.status)',
  "SELECT id FROM {tokens} WHERE userId = (SELECT id FROM {users} WHERE login = 'user5@y.test')",
  "SELECT id FROM {tokens} WHERE userId IN (SELECT id FROM {users} WHERE status = 'STAGED')",
  'SELECT x.s, x.n FROM (SELECT status AS s, count(*) AS n FROM {users} GROUP BY status) x WHERE x.n > 4',
  "SELECT (SELECT name FROM {groups} WHERE id = 'g0') AS name, (SELECT count(*) FROM {users}) AS n",
  'SELECT id FROM {users} WHERE id IN (SELECT userId FROM {tokens} WHERE userId IN (SELECT ownerId FROM {groups}))',
  // Common tables
  "WITH a AS (SELECT id, age FROM {users} WHERE status = 'ACTIVE') SELECT count(*), max(age) FROM a",
  'WITH a AS (SELECT ownerId AS who FROM {groups}), b (who, n) AS (SELECT who, count(*) FROM a GROUP BY who) SELECT * FROM b ORDER BY who',
  'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n',
  "WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 4) SELECT u.id FROM n JOIN {users} u ON u.id = 'u' || n.i",
  'WITH users AS (SELECT id FROM {groups}) SELECT * FROM users',
  'WITH a AS (SELECT * FROM {groups}) SELECT x.id, y.name FROM a x JOIN a y ON x.ownerId = y.ownerId',
  // Compounds
  'SELECT id FROM {users} UNION SELECT id FROM {groups}',
  'SELECT ownerId FROM {groups} UNION ALL SELECT id FROM {users} ORDER BY 1 LIMIT 6',
  'SELECT id FROM {users} EXCEPT SELECT ownerId FROM {groups} ORDER BY id DESC',
  'SELECT id FROM {users} INTERSECT SELECT ownerId FROM {groups}',
  "SELECT id AS x, 'user' AS kind FROM {users} UNION ALL SELECT id, 'group' FROM {groups} ORDER BY kind, x LIMIT 7 OFFSET 2",
  // Alternatives and lists
  "SELECT id FROM {users} WHERE id = 'u1' OR id = 'u2' OR 'u1' = id",
  "SELECT id FROM {users} WHERE (status = 'ACTIVE' OR status IN ('STAGED', NULL)) AND age > 21",
  "SELECT id, status FROM {users} WHERE status IN ('ACTIVE', 'active', 'ACTIVE') ORDER BY id",
  "SELECT count(*) FROM {users} WHERE status = 'ACTIVE' OR status = 'STAGED' OR status IS NULL",
  `SELECT id FROM {users} WHERE age IN (${Array.from({ length: 150 }, (_, i) => i - 120).join(', ')})`,
  `SELECT id FROM {users} WHERE age NOT IN (${Array.from({ length: 150 }, (_, i) => `'${i}'`).join(', ')})`,
  `SELECT id FROM {users} WHERE active NOT IN (TRUE, ${Array.from({ length: 150 }, (_, i) => i + 2).join(', ')})`,
  `SELECT id FROM {groups} WHERE name IN (NULL, ${Array.from({ length: 150 }, (_, i) => `'${i}'`).join(', ')}, 'it''s_100%')`,
  "SELECT id FROM {users} WHERE (id, status) = ('u3', 'ACTIVE')",
  "SELECT id FROM {users} WHERE (id, status) IN (('u3', 'ACTIVE'), ('u4', 'ACTIVE'), ('u3', NULL))",
  "SELECT id FROM {users} WHERE (status, age) IN (('ACTIVE', 20), ('STAGED', 27), ('DEPROVISIONED', 20)) ORDER BY id",
  "SELECT id FROM {users} WHERE (id, age) NOT IN (('u3', 20), ('u4', 30))",
  "SELECT id FROM {users} WHERE ('u3', age) = (id, 30) OR (id, 2) = ('u1', 2)",
  'SELECT g.id, u.id FROM {groups} g JOIN {users} u ON (u.id, 1) = (g.ownerId, 1)',
  'SELECT id FROM {users} WHERE (id, 1) IN (SELECT ownerId, count(*) FROM {groups} GROUP BY 1)',
  "SELECT id FROM {users} WHERE id IN ('u1', 'u2') AND id IN ('u2', 'u3')",
  "SELECT id FROM {users} WHERE id = 'u1' AND id IN (SELECT ownerId FROM {groups})",
  // Columns that a join alone looks at
  'SELECT n FROM {groups} JOIN (SELECT ownerId, count(*) AS n FROM {groups} GROUP BY ownerId) USING (ownerId)',
  'SELECT a.name, b.name FROM {groups} a JOIN {groups} b USING (ownerId)',
  'SELECT x.login, y.age FROM {users} x NATURAL JOIN (SELECT id, age FROM {users} WHERE age > 21) y',
  'SELECT count(*) FROM {users} a NATURAL JOIN {users} b',
  'SELECT g.name FROM {groups} g JOIN (SELECT id AS ownerId FROM {users}) USING (ownerId)',
  // Values that are missing, and that come twice
  'SELECT g.id, u.id FROM {groups} g LEFT JOIN {users} u ON u.id = g.ownerId WHERE u.id IS NULL',
  'SELECT g.id, count(t.id) AS n FROM {groups} g LEFT JOIN {tokens} t ON t.userId = g.ownerId GROUP BY g.id ORDER BY g.id',
  'SELECT g.id, t.id FROM {groups} g LEFT JOIN {users} u ON u.id = g.ownerId LEFT JOIN {tokens} t ON t.userId = u.id',
  'SELECT a.id, b.id FROM {groups} a LEFT JOIN {groups} b ON a.ownerId = b.ownerId AND a.id < b.id',
  'SELECT id FROM {users} u WHERE (SELECT max(g.name) FROM {groups} g WHERE g.ownerId = u.id) IS NOT NULL',
  'SELECT g.id, (SELECT u.login FROM {users} u WHERE u.id = g.ownerId) AS login FROM {groups} g ORDER BY 1',
  'SELECT u.id, (SELECT group_concat(s.value) FROM {tokens} t, json_each(t.scopes) s WHERE t.userId = u.id) AS scopes FROM {users} u',
  'WITH o AS (SELECT DISTINCT ownerId FROM {groups}), u AS (SELECT id FROM {users} WHERE id IN (SELECT ownerId FROM o)) SELECT t.id FROM u JOIN {tokens} t ON t.userId = u.id ORDER BY 1',
  'SELECT id FROM {tokens} WHERE userId IN (SELECT ownerId FROM {groups} UNION SELECT id FROM {users} WHERE age > 28) ORDER BY id',
  'SELECT status, count(*) AS page FROM {users} GROUP BY status HAVING page > 4 ORDER BY page',
  'SELECT id, age AS size FROM {users} WHERE age > 25 ORDER BY size DESC, id',
  'SELECT x.id FROM (SELECT id, age FROM {users} ORDER BY age DESC LIMIT 3) x JOIN {tokens} t ON t.userId = x.id',
  'SELECT typeof(tags), typeof(profile), json_type(profile), json_array_length(tags) FROM {users}',
  "SELECT id FROM {users} WHERE profile->>'$.name.nick-name' IS NULL AND json_extract(profile, '$.n') BETWEEN 3 AND 9",
  "SELECT score, score = 1, score > '1', age = '21', login > 5 FROM {users}",
  // What else SQLite reads
  "SELECT id FROM {groups} WHERE name = 'STAFF' COLLATE NOCASE ORDER BY name COLLATE BINARY",
  "SELECT id FROM {users} WHERE status = 'active' COLLATE NOCASE AND age > 21",
  'SELECT name FROM {groups} ORDER BY name COLLATE NOCASE DESC, id LIMIT 1, 3',
  "SELECT count(*) FILTER (WHERE status = 'ACTIVE') AS active, sum(age) FILTER (WHERE age > 25) FROM {users}",
  'SELECT id, count(*) FILTER (WHERE active) OVER (PARTITION BY status) AS n FROM {users}',
  "WITH v (k, n) AS (VALUES ('u1', 1), ('u2', 2), (NULL, 3)) SELECT v.n, u.login FROM v LEFT JOIN {users} u ON u.id = v.k",
  "SELECT id FROM {users} WHERE (id, status) IN (VALUES ('u0', 'ACTIVE'), ('u1', 'ACTIVE'))",
  'SELECT column1 + 1 FROM (VALUES (1), (2)) v WHERE column1 IS DISTINCT FROM 2',
  'SELECT id FROM {groups} WHERE ownerId IS NOT DISTINCT FROM NULL',
  'WITH a AS NOT MATERIALIZED (SELECT id FROM {groups}) SELECT count(*) FROM a',
  // Windows
  'SELECT id, sum(age) OVER w, rank() OVER (w ORDER BY age), count(*) OVER (v ROWS 1 PRECEDING) FROM {users} WINDOW w AS (PARTITION BY status), v AS (w ORDER BY id)',
  'SELECT u.id, max(u.{limit}) OVER w FROM {users} u JOIN {groups} g ON g.ownerId = u.id WINDOW w AS (PARTITION BY g.name ORDER BY u.id)',
  "SELECT status, group_concat(login, ';' ORDER BY age DESC, id), group_concat(DISTINCT active ORDER BY active) FROM {users} GROUP BY status ORDER BY status",
  "SELECT string_agg(id, '') FILTER (WHERE age > 22), json_group_array(id ORDER BY {order}) FROM {users}",
  'SELECT id, row_number() OVER (ORDER BY id) AS n FROM {users}',
  'SELECT id, rank() OVER (PARTITION BY status ORDER BY age DESC) FROM {users}',
  'SELECT id, sum({limit}) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM {users}',
  'SELECT id, lag(id) OVER (ORDER BY {limit}), first_value(age) OVER (PARTITION BY status ORDER BY id) FROM {users}',
  'SELECT * FROM (SELECT id, row_number() OVER (PARTITION BY status ORDER BY id) AS n FROM {users}) WHERE n = 1',
];

describe(`${STATEMENTS.length} statements come to what they come to on tables`, () => {
  const provider = testProvider({ users, tokens, groups });
  const database = oracle();

  it.each(STATEMENTS)('%s', async (statement) => {
    const named = (resource: string, keyword: string): string =>
      statement.replaceAll(/\{(users|tokens|groups)\}/g, resource).replaceAll(/\{(limit|order)\}/g, keyword);
    const answer = provider.sql.run(named('acme.people.$1', '$1'));
    const rows = await answer.toArray();
    const names = (await answer.columns()).map(({ name }) => name);

    const prepared = database.prepare(named('$1', '"$1"'));
    prepared.setReturnArrays(true);
    const wanted = prepared.all() as unknown as unknown[][];
    const got = rows.map((row) => names.map((name) => plain(row[name])));
    const isOrdered = /ORDER BY (?!id ROWS)(?!.*(?:PARTITION|OVER))/.test(statement);
    expect(isOrdered ? got : sorted(got)).toEqual(isOrdered ? wanted : sorted(wanted));
    if (!statement.includes('*')) expect(names).toHaveLength(prepared.columns().length);
  });
});

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => JSON.stringify(row)).sort((a, b) => (a < b ? -1 : 1));
