import {
  type Column,
  type Expression,
  type FromItem,
  type Identifier,
  type OrderTerm,
  type Query,
  type Resource,
  type SelectCore,
  type SelectItem,
  walk,
} from '@plumbline/sql';

/** What a `FROM` reads: a resource of the provider, or something that the statement makes itself. */
export interface Source {
  readonly item: FromItem;
  /** What its columns are qualified by; a query without a name has one that no author can write. */
  readonly alias: string;
  /** The resource; null: a common table, a query in parentheses, a table function. */
  readonly resource: Resource | null;
  readonly scope: Scope;
  /** Its place in the `FROM`. */
  readonly place: number;
}

/** One `SELECT`, in which names are looked up. */
export interface Scope {
  readonly core: SelectCore;
  readonly sources: readonly Source[];
  /** The `SELECT` around it. */
  readonly outer: Scope | null;
  /** Names that its own columns are given, in lower case: they may stand for columns. */
  readonly aliases: ReadonlySet<string>;
  /** The common tables that can be read here, innermost last. */
  readonly tables: readonly Query['with'][number][];
  /** Of each query of the statement: the scope of its first `SELECT`. */
  readonly queries: ReadonlyMap<Query, Scope>;
}

/** A query with everything that is named in it. */
export interface Scopes {
  /** In the order of the text. */
  readonly scopes: readonly Scope[];
  readonly columns: ReadonlyMap<Column, Scope>;
  /** Of each query: the scope of its first `SELECT`. */
  readonly queries: ReadonlyMap<Query, Scope>;
}

/** Reads who names what in a query, those in parentheses and common tables included. */
export function readScopes(query: Query): Scopes {
  const scopes: Scope[] = [];
  const columns = new Map<Column, Scope>();
  const queries = new Map<Query, Scope>();
  readQuery(query, null, []);
  return { scopes, columns, queries };

  function readQuery(given: Query, outer: Scope | null, around: Scope['tables']): void {
    let known = around;
    for (const table of given.with) {
      const seen = [...known, table];
      readQuery(table.query, outer, given.recursive ? seen : known);
      known = seen;
    }
    const first = readCore(given, outer, known);
    queries.set(given, first);
    for (const part of given.compound) readCore(part, outer, known);
    for (const part of [...given.orderBy, given.limit, given.offset]) readExpressions(part, first);
  }

  function readCore(core: SelectCore, outer: Scope | null, tables: Scope['tables']): Scope {
    const sources: Source[] = [];
    const scope: Scope = { core, sources, outer, aliases: aliasesOf(core.columns), tables, queries };
    scopes.push(scope);
    core.from.forEach((item, place) => {
      const { source } = item;
      const isCommon = source.kind === 'resource' && isCommonTable(source, tables);
      const resource = source.kind === 'resource' && !isCommon ? source : null;
      sources.push({ item, alias: aliasOf(item, place), resource, scope, place });
      if (source.kind === 'derived-table') readQuery(source.query, outer, tables);
      if (source.kind === 'table-function') readExpressions(source.arguments, scope);
    });
    for (const { on } of core.from) readExpressions(on, scope);
    for (const part of [core.columns, core.where, core.groupBy, core.having, core.windows]) {
      readExpressions(part, scope);
    }
    return scope;
  }

  /** Whatever stands below, until a query begins. */
  function readExpressions(part: unknown, scope: Scope): void {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) {
      for (const one of part) readExpressions(one, scope);
      return;
    }
    const node = part as Expression | Query | OrderTerm | SelectItem;
    if (node.kind === 'query') {
      readQuery(node, scope, scope.tables);
      return;
    }
    if (node.kind === 'column') columns.set(node, scope);
    for (const below of Object.values(node)) readExpressions(below, scope);
  }
}

function isCommonTable({ parts }: Resource, tables: Scope['tables']): boolean {
  const [only, ...rest] = parts;
  return rest.length === 0 && tables.some(({ name }) => isSameName(name, only));
}

function isSameName(a: Identifier, b: Identifier | undefined): boolean {
  return a.name.toLowerCase() === b?.name.toLowerCase();
}

/** The common table that a source reads; null where it reads something else. */
export function commonTableOf({ item, resource, scope }: Source): Query['with'][number] | null {
  const { source } = item;
  if (resource !== null || source.kind !== 'resource') return null;
  return scope.tables.findLast(({ name }) => isSameName(name, source.parts[0])) ?? null;
}

function aliasesOf(items: readonly SelectItem[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ alias }) => alias?.name.toLowerCase() ?? []));
}

/** `FROM okta.users.users` is called `users`, as SQL has it for the table of a schema. */
function aliasOf({ alias, source }: FromItem, place: number): string {
  if (alias !== null) return alias.name;
  if (source.kind === 'table-function') return source.name;
  const named = source.kind === 'resource' ? source.parts[Math.min(2, source.parts.length - 1)] : undefined;
  return named?.name ?? `:${place}`;
}

/** A column's name as its table has it: what stands behind the alias, or all of it. */
export interface NamedColumn {
  /** The source that its alias names; null: any. */
  readonly source: Source | null;
  readonly name: string;
}

/** Reads whether a column is qualified: by the aliases of its scope, or of one around it. */
export function namedColumn({ parts, name }: Pick<Column, 'parts' | 'name'>, scope: Scope): NamedColumn {
  const [first, ...rest] = parts;
  if (first !== undefined && rest.length > 0) {
    const wanted = first.name.toLowerCase();
    for (let at: Scope | null = scope; at !== null; at = at.outer) {
      const source = at.sources.find(({ alias }) => alias.toLowerCase() === wanted);
      if (source !== undefined) return { source, name: rest.map((part) => part.name).join('.') };
    }
  }
  return { source: null, name };
}

/** The columns that decide on rows: those in a `WHERE`, `ON` or `HAVING`, and those that a query hands to the one around it. */
export function decidingColumns(query: Query, { scopes }: Scopes): ReadonlySet<Column> {
  const columns = new Set<Column>();
  for (const { core } of scopes) {
    const isOutermost = core === query || query.compound.some((part) => part === core);
    const conditions = [...core.where, ...core.from.flatMap(({ on }) => on), ...core.having];
    for (const { expression } of isOutermost ? conditions : [...conditions, ...core.columns]) {
      walk(expression, (node) => {
        if (node.kind === 'column') columns.add(node);
      });
    }
  }
  return columns;
}
