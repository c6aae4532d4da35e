import type { Random } from '@plumbline/contract-server';

/** What an expression comes to, as far as a statement can be made sense of by it. */
type Kind = 'text' | 'number' | 'json';

/** A column that can be named where an expression stands. */
interface Name {
  readonly text: string;
  readonly kind: Kind;
}

const USER: readonly Name[] = [
  ...['id', 'login', 'status', '{order}', '"x5t#S256"', '"If-Match"'].map((text) => ({
    text,
    kind: 'text' as const,
  })),
  ...['active', 'age', 'score', '{limit}'].map((text) => ({ text, kind: 'number' as const })),
  { text: 'profile', kind: 'json' },
  { text: 'tags', kind: 'json' },
];
const GROUP: readonly Name[] = ['id', 'name', 'ownerId'].map((text) => ({ text, kind: 'text' }));
const TOKEN: readonly Name[] = [
  { text: 'id', kind: 'text' },
  { text: 'userId', kind: 'text' },
  { text: 'scopes', kind: 'json' },
];

/** A `FROM`, and what can be named behind it. */
interface From {
  readonly text: string;
  readonly names: readonly Name[];
}

/** Makes statements on the tables of the oracle: each is the same for the same random numbers. */
export class Statements {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }

  #count(most: number, least = 0): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  #one<T>(of: readonly [T, ...T[]]): T {
    return of[Math.floor(this.#random() * of.length)] ?? of[0];
  }

  #some<T>(count: number, make: () => T): readonly T[] {
    return Array.from({ length: count }, make);
  }

  #name(names: readonly Name[], kind: Kind): string | null {
    const fit = names.filter((name) => name.kind === kind).map(({ text }) => text);
    const [first, ...rest] = fit;
    return first === undefined ? null : this.#one([first, ...rest]);
  }

  #text(names: readonly Name[], depth: number): string {
    const name = this.#name(names, 'text');
    if (name !== null && this.#chance(0.55)) return name;
    if (depth <= 0) {
      return this.#one(["'ACTIVE'", "'u3'", "'u1'", "'staff'", "''", "'x;--'", "'it''s'", "'o7'", 'NULL']);
    }
    const inner = (): string => this.#text(names, depth - 1);
    const json = this.#name(names, 'json');
    return this.#one<() => string>([
      () => `upper(${inner()})`,
      () => `substr(${inner()}, ${this.#count(3, 1)}, ${this.#count(4)})`,
      () => `${inner()} || ${inner()}`,
      () => `coalesce(${inner()}, ${inner()})`,
      () => `nullif(${inner()}, ${inner()})`,
      () => `replace(${inner()}, 'A', ${inner()})`,
      () => `CASE WHEN ${this.#condition(names, depth - 1)} THEN ${inner()} ELSE ${inner()} END`,
      () => `CAST(${this.#number(names, depth - 1)} AS TEXT)`,
      () => `typeof(${this.#chance(0.5) ? inner() : this.#number(names, depth - 1)})`,
      () => (json === null ? inner() : `${json} ->> '$.name.first'`),
      () => (json === null ? inner() : `json_extract(${json}, '$[0]')`),
      () => (json === null ? inner() : `json_type(${json})`),
    ])();
  }

  #number(names: readonly Name[], depth: number): string {
    const name = this.#name(names, 'number');
    if (name !== null && this.#chance(0.55)) return name;
    if (depth <= 0)
      return this.#one(['0', '1', '2', '21', '2.5', '-3', 'TRUE', 'NULL', '1e2', '9007199254740993']);
    const inner = (): string => this.#number(names, depth - 1);
    const json = this.#name(names, 'json');
    return this.#one<() => string>([
      () => `(${inner()} ${this.#one(['+', '-', '*', '/', '%', '&', '|', '<<', '>>'])} ${inner()})`,
      () => `-${inner()}`.replace('--', '- -'),
      () => `abs(${inner()})`,
      () => `round(${inner()}, 1)`,
      () => `length(${this.#text(names, depth - 1)})`,
      () => `instr(${this.#text(names, depth - 1)}, 'u')`,
      () => `iif(${this.#condition(names, depth - 1)}, ${inner()}, ${inner()})`,
      () => `(${this.#condition(names, depth - 1)})`,
      () => `CAST(${this.#text(names, depth - 1)} AS INTEGER)`,
      () => `max(${inner()}, ${inner()})`,
      () => (json === null ? inner() : `json_array_length(${json})`),
      () => (json === null ? inner() : `json_extract(${json}, '$.n')`),
    ])();
  }

  #condition(names: readonly Name[], depth: number): string {
    const text = (): string => this.#text(names, depth - 1);
    const number = (): string => this.#number(names, depth - 1);
    const [a, b] = this.#chance(0.5) ? [text, text] : [number, number];
    const simple: (() => string)[] = [
      () =>
        `${a()} ${this.#one(['=', '<>', '<', '<=', '>', '>=', '=', 'IS', 'IS NOT', 'IS DISTINCT FROM'])} ${b()}`,
      () => `${a()} IS ${this.#one(['', 'NOT '])}NULL`,
      () => `${a()} ${this.#one(['', 'NOT '])}IN (${this.#some(this.#count(3), b).join(', ')})`,
      () => `${a()} ${this.#one(['', 'NOT '])}BETWEEN ${b()} AND ${b()}`,
      () =>
        `${text()} ${this.#one(['', 'NOT '])}LIKE ${this.#one(["'u%'", "'%1%'", "'ACTIVE'", "'%@x.test'", 'NULL'])}`,
      () => `${text()} GLOB ${this.#one(["'u[1-3]*'", "'*A*'"])}`,
      () => `(${text()}, ${number()}) ${this.#one(['=', '<', 'IS'])} (${text()}, ${number()})`,
      () => `(${text()}, ${number()}) IN ((${text()}, ${number()}), (${text()}, ${number()}))`,
      () => `${text()} = ${text()} COLLATE NOCASE`,
      () => this.#name(names, 'number') ?? number(),
      () => this.#key(names),
      () => this.#key(names),
    ];
    const within: (() => string)[] = [
      () => `NOT (${this.#condition(names, depth - 1)})`,
      () => `(${this.#condition(names, depth - 1)} OR ${this.#condition(names, depth - 1)})`,
      () => `(${this.#condition(names, depth - 1)} AND ${this.#condition(names, depth - 1)})`,
      () =>
        `${text()} IN (SELECT ${this.#one(['ownerId', 'id', 'name'])} FROM {groups} WHERE ${this.#condition(GROUP, depth - 1)})`,
      () => `${text()} IN (SELECT id FROM {users} WHERE ${this.#condition(USER, depth - 1)})`,
      () => `EXISTS (SELECT 1 FROM {groups} gx WHERE gx.ownerId = ${text()})`,
      () => `${number()} > (SELECT count(*) FROM {groups} WHERE ownerId IS ${text()})`,
    ];
    const all = depth > 0 && this.#chance(0.4) ? within : simple;
    const [first = () => 'TRUE', ...rest] = all;
    return this.#one([first, ...rest])();
  }

  /** A condition that requests may answer. */
  #key(names: readonly Name[]): string {
    const name = this.#name(names, 'text') ?? "'u1'";
    return this.#one<() => string>([
      () => `${name} = ${this.#one(["'u1'", "'u3'", "'ACTIVE'", "'STAGED'", "'none'"])}`,
      () => `${name} IN (${this.#one(["'u1', 'u2'", "'ACTIVE', 'STAGED'", "'u1', NULL", "'u1', 'u1'"])})`,
      () => `(${name} = 'u2' OR ${name} = 'ACTIVE')`,
      () => `'u4' = ${name}`,
    ])();
  }

  #where(names: readonly Name[]): string {
    const count = this.#count(3);
    if (count === 0) return '';
    return ` WHERE ${this.#some(count, () => this.#condition(names, 2)).join(' AND ')}`;
  }

  #value(names: readonly Name[]): string {
    return this.#chance(0.5) ? this.#text(names, 2) : this.#number(names, 2);
  }

  #from(): From {
    const as = (alias: string, names: readonly Name[]): readonly Name[] =>
      names.map(({ text, kind }) => ({ text: `${alias}.${text}`, kind }));
    const [u, g, t] = [as('u', USER), as('g', GROUP), as('t', TOKEN)];
    const side = this.#one(['JOIN', 'LEFT JOIN', 'JOIN', 'RIGHT JOIN', 'FULL JOIN']);
    return this.#one<() => From>([
      () => ({ text: '{users}', names: USER }),
      () => ({ text: '{users} u', names: u }),
      () => ({ text: '{groups}', names: GROUP }),
      () => ({ text: `{groups} g ${side} {users} u ON u.id = g.ownerId`, names: [...g, ...u] }),
      () => ({
        text: `{users} u ${side} {groups} g ON u.id = g.ownerId AND ${this.#condition([...u, ...g], 1)}`,
        names: [...g, ...u],
      }),
      () => ({ text: `{users} u, {groups} g`, names: [...g, ...u] }),
      () => ({
        text: `{users} u ${this.#one(['JOIN', 'LEFT JOIN'])} {tokens} t ON t.userId = u.id`,
        names: [...u, ...t],
      }),
      () => ({
        text: `{groups} g ${this.#one(['JOIN', 'LEFT JOIN'])} {tokens} t ON t.userId = g.ownerId`,
        names: [...g, ...t],
      }),
      () => ({
        text: `{groups} g JOIN {users} u ON u.id = g.ownerId LEFT JOIN {tokens} t ON t.userId = u.id`,
        names: [...g, ...u, ...t],
      }),
      () => ({
        text: `{users} u ${this.#one([', json_each(u.tags) e', 'LEFT JOIN json_each(u.tags) e ON TRUE'])}`,
        names: [...u, { text: 'e.value', kind: 'text' }],
      }),
      () => ({
        text: `(SELECT id, age, status FROM {users}${this.#where(USER)}) d LEFT JOIN {groups} g ON g.ownerId = d.id`,
        names: [
          ...g,
          { text: 'd.id', kind: 'text' },
          { text: 'd.age', kind: 'number' },
          { text: 'd.status', kind: 'text' },
        ],
      }),
      () => ({
        text: `(SELECT ownerId AS o, count(*) AS n FROM {groups} GROUP BY ownerId) c JOIN {users} u ON u.id = c.o`,
        names: [...u, { text: 'c.n', kind: 'number' }],
      }),
      () => ({
        text: `{groups} g JOIN {groups} h USING (ownerId)`,
        names: [...as('g', GROUP.slice(0, 2)), ...as('h', GROUP.slice(0, 2))],
      }),
    ])();
  }

  #core(width: number): string {
    const { text: from, names } = this.#from();
    const where = this.#where(names);
    if (this.#chance(0.3)) {
      const groups = this.#some(this.#count(2), () => this.#value(names));
      const aggregates = this.#some(Math.max(1, width - groups.length), () => this.#aggregate(names));
      const columns = [...groups, ...aggregates].slice(0, width);
      const having =
        groups.length > 0 && this.#chance(0.3)
          ? ` HAVING ${this.#aggregate(names)} > ${this.#number([], 0)}`
          : '';
      const by = groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : '';
      return `SELECT ${columns.join(', ')} FROM ${from}${where}${by}${having}`;
    }
    const values = this.#some(width, () => (this.#chance(0.1) ? this.#windowed(names) : this.#value(names)));
    return `SELECT ${this.#chance(0.15) ? 'DISTINCT ' : ''}${values.join(', ')} FROM ${from}${where}`;
  }

  #aggregate(names: readonly Name[]): string {
    const filter = this.#chance(0.2) ? ` FILTER (WHERE ${this.#condition(names, 1)})` : '';
    return `${this.#one<() => string>([
      () => 'count(*)',
      () => `count(DISTINCT ${this.#value(names)})`,
      () => `total(${this.#name(names, 'number') ?? '1'})`,
      () => `min(${this.#value(names)})`,
      () => `max(${this.#value(names)})`,
      () =>
        `group_concat(${this.#text(names, 1)}, ',' ORDER BY ${this.#text(names, 1)}, ${names.map(({ text }) => text).join(', ')})`,
    ])()}${filter}`;
  }

  #windowed(names: readonly Name[]): string {
    const order = names.map(({ text }) => text).join(', ');
    const partition = this.#chance(0.5) ? `PARTITION BY ${this.#value(names)} ` : '';
    return `${this.#one(['row_number()', 'count(*)', `lag(${names[0]?.text ?? '1'})`, 'rank()'])} OVER (${partition}ORDER BY ${this.#value(names)}, ${order})`;
  }

  /** Statements of one source, whose rows keep its order. */
  #plain(): string {
    const star = this.#one(['*', 'u.*', 'u.id, *', 'id']);
    const order = this.#one([
      '',
      '',
      ` ORDER BY ${this.#value(USER)} ${this.#one(['DESC', 'ASC', 'DESC NULLS LAST'])}, id`,
    ]);
    const limit = this.#one([
      '',
      ` LIMIT ${this.#count(8)}`,
      ` LIMIT ${this.#count(5)} OFFSET ${this.#count(9)}`,
    ]);
    return `SELECT ${star}, ${this.#value(USER)} AS ${this.#one(['x', 'age', 'name', '"a b"'])} FROM {users} u${this.#where(USER)}${order}${limit}`;
  }

  /** Statements of a form of their own. */
  #odd(): string {
    return this.#one<() => string>([
      () =>
        `SELECT g.name, (SELECT ${this.#aggregate(USER)} FROM {users} u WHERE u.id = g.ownerId AND ${this.#condition(USER, 1)}) AS n FROM {groups} g ORDER BY n, g.id`,
      () =>
        `SELECT ${this.#text(USER, 1)} AS k, count(*) AS n FROM {users} GROUP BY k HAVING n ${this.#one(['>', '<'])} ${this.#count(4)} ORDER BY n DESC, k`,
      () =>
        `WITH RECURSIVE r (n) AS (SELECT ${this.#count(3)} UNION ALL SELECT n + 1 FROM r WHERE n < ${this.#count(9)}) SELECT r.n, u.id FROM r LEFT JOIN {users} u ON u.{limit} = r.n * 10 AND ${this.#condition(USER, 1)}`,
      () =>
        `SELECT * FROM (SELECT id, age AS n FROM {users}${this.#where(USER)} UNION SELECT ownerId, NULL FROM {groups}) x NATURAL JOIN (SELECT id, status FROM {users}) y`,
      () =>
        `WITH a AS (SELECT id, status FROM {users}${this.#where(USER)}) SELECT t.id, a.status FROM {tokens} t JOIN a ON t.userId = a.id WHERE t.userId IN (SELECT id FROM a)`,
      () => `SELECT id FROM {tokens} WHERE userId IN (SELECT id FROM {users}${this.#where(USER)})`,
      () =>
        `SELECT id FROM {tokens} WHERE (userId, id) IN (SELECT u.id, u.id || '-0' FROM {users} u${this.#where(USER)})`,
      () =>
        `SELECT u.id, e.value FROM {users} u, json_each(u.profile) e WHERE ${this.#condition([...USER.slice(2), { text: 'e.key', kind: 'text' }], 1)}`,
      () =>
        `SELECT a.id, b.id FROM {users} a JOIN {users} b ON a.id < b.id AND a.status = b.status WHERE ${this.#key([{ text: 'a.id', kind: 'text' }])}`,
      () =>
        `SELECT DISTINCT ON_.name FROM {groups} ON_ WHERE ON_.ownerId IN (SELECT id FROM {users} WHERE ON_.name <> status) ORDER BY 1`,
    ])();
  }

  next(): string {
    if (this.#chance(0.2)) return this.#plain();
    if (this.#chance(0.2)) return this.#odd();
    const width = this.#count(3, 1);
    const whole = this.#chance(0.15)
      ? `${this.#core(width)} ${this.#one(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT'])} ${this.#core(width)}`
      : this.#core(width);
    const columns = Array.from({ length: width }, (_, i) => i + 1).join(', ');
    if (this.#chance(0.25))
      return `${whole} ORDER BY ${columns} LIMIT ${this.#count(6)} OFFSET ${this.#count(3)}`;
    if (this.#chance(0.1))
      return `WITH c AS (${whole}) SELECT count(*), * FROM c GROUP BY ${columns.replaceAll(/\d+/g, (n) => String(Number(n) + 1))}`;
    return whole;
  }
}
