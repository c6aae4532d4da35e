import {
  type Bound,
  type Column,
  type Expression,
  type FromItem,
  type Identifier,
  type In,
  print,
  type Query,
  type Resource,
  type SelectCore,
  type SelectItem,
  type Span,
} from '@plumbline/sql';
import { findColumn } from '../catalogue/resource-facts.ts';
import { type SqlValue, stringOf, templateValue, toSql, type Values } from '../values.ts';
import { inList, itemsOf, listText } from './long-lists.ts';
import { hasResult } from './result-columns.ts';
import { namedColumn, type Scope, type Scopes, type Source } from './scopes.ts';
import { mayRunAway, type StepContext, stepConditions } from './steps.ts';
import { type StoredColumn, type StoredTable, storedNameOf } from './stored-table.ts';

/** A query as SQLite runs it: over the stored tables, every string bound. */
export interface Rewritten {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** The columns that it looks at, as they are stored, of whichever table; null: it may be any. */
  readonly used: ReadonlySet<string> | null;
}

export interface RewriteContext {
  /** The statement's text. */
  readonly text: string;
  readonly values: Values;
  readonly scopes: Scopes;
  readonly tables: ReadonlyMap<Source, StoredTable>;
}

/** A column of a source, as it is stored. */
interface Home {
  readonly alias: string;
  readonly stored: string;
  readonly table: StoredTable | undefined;
}

const BUILT: Span = { start: -1, end: -1 };

export function rewriteQuery(query: Query, context: RewriteContext): Rewritten {
  const { text, scopes, tables } = context;
  const values: SqlValue[] = [];
  const byValue = new Map<SqlValue, number>();
  const hidden = new Map<Column, string>();
  for (const table of tables.values()) {
    for (const { param, binding } of table.plan.bound) {
      const stored = table.params.find((one) => one.param === param);
      if (stored === undefined || stored.hiding === null || !stored.isOwn) continue;
      for (const column of binding.columns) hidden.set(column, stored.stored);
    }
  }
  // By its columns: a query without its bounds is another object, with the same columns.
  const byColumns = new Map(scopes.scopes.map((scope) => [scope.core.columns, scope]));
  const bySource = new Map(
    scopes.scopes.flatMap(({ sources }) => sources.map((one) => [one.item.source, one])),
  );
  const isCounted = mayRunAway(scopes);
  const steps: StepContext = { scopes, tables, nameOf: nameOfResult };
  const used = new Set<string>();
  let isAnyUsed = false;
  const sql = printQuery(change(query));
  return { sql, values, used: isAnyUsed ? null : used };

  /** The same value is bound once: SQLite compares expressions by their text. */
  function bind(given: unknown): Bound {
    const value = toSql(given);
    const index = byValue.get(value) ?? values.push(value);
    byValue.set(value, index);
    return { kind: 'bound', index, ...BUILT };
  }

  function change<T>(part: T): T;
  function change(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map((one) => change(one));
    const node = part as Expression | Query | FromItem;
    switch (node.kind) {
      case 'string':
        return bind(stringOf(node, text, context.values));
      case 'template':
        return bind(templateValue(node, context.values));
      case 'column':
        return changeColumn(node);
      case 'in':
        return changeIn(node);
      case 'binary': {
        const { left, right } = node;
        const changed = [booleanText(left, right) ?? change(left), booleanText(right, left) ?? change(right)];
        return { ...node, left: changed[0], right: changed[1] };
      }
      case 'from-item':
        return changeFrom(node);
    }
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value)]));
    if (!('columns' in node && 'from' in node)) return copy;
    const scope = byColumns.get(node.columns);
    if (isCounted && scope !== undefined) {
      Object.assign(copy, stepConditions(copy as unknown as SelectCore, scope, steps));
    }
    // What orders several queries together names columns of their result.
    const isCompound = node.kind === 'query' && node.compound.length > 0;
    return { ...copy, columns: resultColumns(node), ...(isCompound ? { orderBy: node.orderBy } : {}) };
  }

  function changeIn(node: In): In {
    const { choice } = node;
    const operand = change(node.operand);
    if ('kind' in choice) return { ...node, operand, choice: change(choice) };
    const items = itemsOf(choice, context.values);
    const list = listText(items, text, context.values);
    if (list !== null) return inList({ ...node, operand }, bind(list));
    const few = items.map((one) =>
      one.kind === 'value'
        ? bind(one.value)
        : (booleanText(one.expression, node.operand) ?? change(one.expression)),
    );
    return { ...node, operand, choice: few };
  }

  function changeColumn(column: Column): Column {
    const home = homeOf(column);
    if (home !== null) return storedColumn(home.alias, home.stored);
    isAnyUsed = true;
    const scope = scopes.columns.get(column);
    return scope === undefined ? column : columnOf([namedColumn(column, scope).name]);
  }

  /** Where a column is found, as far as that can be told. */
  function homeOf(column: Column): Home | null {
    const scope = scopes.columns.get(column);
    if (scope === undefined) return null;
    const { source, name } = namedColumn(column, scope);
    const echo = hidden.get(column);
    if (source !== null) {
      const table = tables.get(source);
      const stored = echo ?? (table && storedNameOf(table, name)) ?? name;
      return { alias: source.alias, stored, table };
    }
    for (let at: Scope | null = scope; at !== null; at = at.outer) {
      const owners = at.sources.flatMap((one): readonly Home[] => {
        const table = tables.get(one);
        const stored = table && storedNameOf(table, name);
        return stored === undefined ? [] : [{ alias: one.alias, stored: echo ?? stored, table }];
      });
      const [owner, ...others] = owners;
      // A name that stands for a column of the result is left to SQLite, which knows where it may.
      if (owner !== undefined && others.length === 0 && !at.aliases.has(name.toLowerCase())) return owner;
      if (owners.length > 0 || at.sources.some((one) => !tables.has(one) && hasResult(one, name, hasColumn)))
        break;
    }
    return null;
  }

  function hasColumn(source: Source, name: string): boolean {
    const table = tables.get(source);
    return table !== undefined && findColumn(table.plan.method.columns, name) !== undefined;
  }

  /** Text that says a boolean, where it is compared with one: as parameters take it. */
  function booleanText(given: Expression, other: Expression): Expression | null {
    if (other.kind !== 'column' || (given.kind !== 'string' && given.kind !== 'template')) return null;
    const { table, stored } = homeOf(other) ?? {};
    const isBoolean =
      table?.columns.some((one) => one.stored === stored && one.column.type === 'boolean') === true;
    const value = isBoolean
      ? given.kind === 'string'
        ? stringOf(given, text, context.values)
        : templateValue(given, context.values)
      : null;
    return typeof value === 'string' && /^(?:true|false)$/i.test(value)
      ? bind(value.toLowerCase() === 'true')
      : null;
  }

  function storedColumn(alias: string, name: string): Column {
    used.add(name);
    return columnOf([alias, name]);
  }

  function changeFrom(item: FromItem): FromItem {
    const source = bySource.get(item.source);
    const table = source && tables.get(source);
    const { on, alias } = item;
    const changed = { ...item, source: change(item.source), on: change(on) };
    if (source === undefined) return changed;
    useJoined(source);
    if (table === undefined) {
      const isUnnamed = alias === null && item.source.kind === 'derived-table';
      return isUnnamed ? { ...changed, alias: identifier(source.alias) } : changed;
    }
    const resource: Resource = {
      kind: 'resource',
      parts: [identifier(table.name)],
      name: table.name,
      ...BUILT,
    };
    const named = { ...changed, source: resource, alias: identifier(source.alias) };
    const common = commonColumns(source, table);
    return common === null ? named : withoutNatural(named, common);
  }

  /** What a source is joined by that only its name tells. */
  function useJoined({ item, scope, place }: Source): void {
    if (item.join?.startsWith('NATURAL ')) isAnyUsed = true;
    for (const { name } of item.using) {
      for (const one of scope.sources.slice(0, place + 1)) {
        const table = tables.get(one);
        const stored = table && storedNameOf(table, name);
        if (stored !== undefined) used.add(stored);
      }
    }
  }

  /** The parameters that a table holds too are no columns of the resource: two may not be joined by them. */
  function withoutNatural(item: FromItem, common: readonly StoredColumn[]): FromItem {
    const join = item.join?.replace('NATURAL ', '') as FromItem['join'];
    return { ...item, join, using: common.map(({ stored }) => identifier(stored)) };
  }

  /** The columns by which a resource is joined that its `NATURAL JOIN` does not name; null: SQLite finds them. */
  function commonColumns({ item, place, scope }: Source, table: StoredTable): readonly StoredColumn[] | null {
    if (!item.join?.startsWith('NATURAL ')) return null;
    const before = scope.sources.slice(0, place).map((one) => tables.get(one));
    if (before.includes(undefined)) return null;
    return table.columns.filter(({ column }) =>
      before.some((one) => one && findColumn(one.plan.method.columns, column.name) !== undefined),
    );
  }

  /** `*` as the columns of the resources; each named as the author has it. */
  function resultColumns(core: SelectCore): readonly SelectItem[] {
    const scope = byColumns.get(core.columns);
    return core.columns.flatMap((item) => {
      const { expression, alias } = item;
      if (expression.kind === 'star') {
        if (scope !== undefined) return expand(item, scope, expression.qualifier);
        isAnyUsed = true;
        return [item];
      }
      const changed = change(expression);
      if (alias !== null) return { ...item, expression: changed };
      return { ...item, expression: changed, alias: identifier(nameOfResult(expression, scope)) };
    });
  }

  function expand(item: SelectItem, scope: Scope, qualifier: readonly Identifier[]): readonly SelectItem[] {
    const wanted = qualifier.at(-1)?.name.toLowerCase();
    const sources = scope.sources.filter(
      ({ alias }) => wanted === undefined || alias.toLowerCase() === wanted,
    );
    if (sources.every((source) => !tables.has(source))) return [item];
    return sources.flatMap((source): readonly SelectItem[] => {
      const table = tables.get(source);
      if (table === undefined) {
        const star: Expression = { kind: 'star', qualifier: [identifier(source.alias)], ...BUILT };
        return [{ ...item, expression: star }];
      }
      const common = commonColumns(source, table)?.map(({ column }) => column) ?? source.item.using;
      const joined = wanted === undefined ? common.map(({ name }) => name.toLowerCase()) : [];
      return table.columns
        .filter(({ column }) => !joined.includes(column.name.toLowerCase()))
        .map(({ column, stored }) => ({
          ...item,
          expression: storedColumn(source.alias, stored),
          alias: identifier(column.name),
        }));
    });
  }

  function nameOfResult(expression: Expression, scope: Scope | undefined): string {
    if (expression.kind !== 'column') return textOf(expression);
    return scope === undefined ? expression.name : namedColumn(expression, scope).name;
  }

  function textOf({ start, end }: Span): string {
    return text.slice(start, end).replaceAll(/\s+/g, ' ').trim() || 'value';
  }
}

/** On one line, without what the author remarks. */
function printQuery(query: Query): string {
  const statement = { kind: 'select' as const, query, hints: [], comments: [], ...BUILT };
  const text = print(statement, { marks: false, comments: false, quoteNames: true });
  return text.slice(0, text.lastIndexOf(';'));
}

function identifier(name: string): Identifier {
  // SQL ends at a NUL.
  return { kind: 'identifier', name: name.replaceAll('\0', '\uFFFD'), quoted: true, ...BUILT };
}

function columnOf(names: readonly string[]): Column {
  return { kind: 'column', parts: names.map(identifier), name: names.join('.'), ...BUILT };
}
