import {
  type Column,
  type Condition,
  type Expression,
  type In,
  type Logical,
  type Node,
  type Query,
  type Span,
  walk,
} from '@plumbline/sql';
import { hasResult } from './result-columns.ts';
import { type NamedColumn, namedColumn, type Scope, type Scopes, type Source } from './scopes.ts';
import { columnsIn, equalPairs, tuplesOf } from './tuples.ts';

/** A condition that gives a parameter its value, or its values one after another. */
export interface Binding {
  /** The resource whose parameter it is. */
  readonly source: Source;
  /** The parameter, as the statement spells it. */
  readonly name: string;
  /** Where the condition names it; empty: `USING (name)`. */
  readonly columns: readonly Column[];
  readonly given: Given;
  readonly at: Span;
}

export type Given =
  /** Known before anything is asked for: `= 'a'`, `IN ('a', lower('B'))`. */
  | {
      readonly kind: 'constants';
      readonly expressions: readonly Expression[];
      /** A value that is a list stands for its items. */
      readonly isList: boolean;
      /** Values of one row, `(a, b) IN ((1, 2), (3, 4))`, belong together: each has these rows; absent: of none. */
      readonly rows?: readonly (readonly Expression[])[];
    }
  /** One value for each row of another source: `= u.id`. */
  | { readonly kind: 'rows'; readonly from: Source; readonly expression: Expression }
  /** A column of a query that stands for itself: `IN (SELECT id FROM …)`; as a scalar, of its first row. */
  | {
      readonly kind: 'query';
      readonly query: Query;
      readonly isScalar: boolean;
      readonly place: number;
      readonly width: number;
    };

/** What is known of the names of a resource, whichever of its methods is chosen. */
export interface Known {
  readonly isParam: (source: Source, name: string) => boolean;
  readonly isColumn: (source: Source, name: string) => boolean;
}

/** Who a column belongs to, as far as can be told: `source` is null where it is an alias, or something unknown. */
export function ownerOf(column: Column, scope: Scope, known: Known): NamedColumn {
  const named = namedColumn(column, scope);
  if (named.source !== null) return named;
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const owners = at.sources.filter(
      (source) =>
        source.resource !== null && (known.isParam(source, named.name) || known.isColumn(source, named.name)),
    );
    const made = at.sources.filter(
      (source) => source.resource === null && hasResult(source, named.name, known.isColumn),
    );
    // What is asked with a parameter comes before what a query makes.
    const [owner, ...others] = owners.length > 0 ? owners : made;
    if (owner !== undefined) return { source: others.length === 0 ? owner : null, name: named.name };
    if (at.aliases.has(named.name.toLowerCase())) return { source: null, name: named.name };
  }
  // Nobody has it: the only table there is, is asked for it, and says that it has not.
  const [only, ...more] = scope.sources;
  const isAlias = scope.aliases.has(named.name.toLowerCase());
  const isOnly = only?.resource != null && more.length === 0 && scope.outer === null && !isAlias;
  return { source: isOnly ? only : null, name: named.name };
}

/** The bindings of a query: what the topmost `AND`s of its `WHERE`s and `ON`s say of parameters. */
export function readBindings({ scopes, columns }: Scopes, known: Known): readonly Binding[] {
  return scopes.flatMap((scope) => [
    ...conjuncts(scope.core.where).flatMap((condition) => bindingsOf(condition, scope, () => true)),
    ...scope.sources.flatMap((source) => [
      ...conjuncts(source.item.on).flatMap((condition) =>
        bindingsOf(condition, scope, (target) => mayNarrow(source, target)),
      ),
      ...source.item.using.flatMap(({ name, start, end }) =>
        joinedBefore(source, name, known).map((from) => ({
          source,
          name,
          columns: [],
          given: { kind: 'rows' as const, from, expression: columnOf(from, name) },
          at: { start, end },
        })),
      ),
    ]),
  ]);

  function bindingsOf(
    condition: Expression,
    scope: Scope,
    isAllowed: (target: Source) => boolean,
  ): readonly Binding[] {
    if (condition.kind === 'in' && !condition.negated) {
      const { start, end } = condition;
      const givenAt = chosenFrom(condition, scope);
      return columnsIn(condition.operand).flatMap(([place, column]) => {
        const given = givenAt(place);
        return given === null ? [] : bind([column], given, { start, end });
      });
    }
    if (condition.kind === 'logical' && condition.operator === 'OR') {
      const { start, end } = condition;
      const either = alternativesOf(condition);
      return either === null
        ? []
        : bind(
            either.columns,
            { kind: 'constants', expressions: either.values, isList: true },
            { start, end },
          );
    }
    if (condition.kind !== 'binary' || (condition.operator !== '=' && condition.operator !== 'IS')) return [];
    const { left, right, start, end } = condition;
    return [
      [left, right],
      [right, left],
    ].flatMap(([one, other]) => {
      if (one?.kind !== 'column' || other === undefined) return [];
      if (other.kind === 'constant' && other.value === null) return [];
      const given = givenBy(other, one);
      return given === null ? [] : bind([one], given, { start, end });
    });

    function bind(named: readonly Column[], given: Given, at: Span): readonly Binding[] {
      const [column] = named;
      if (column === undefined) return [];
      return targetsOf(column, scope).flatMap(({ source, name }) =>
        // What a query within says of a row around it does not say which rows there are.
        source.scope === scope && isAllowed(source) && (given.kind !== 'rows' || given.from !== source)
          ? { source, name, columns: named, given, at }
          : [],
      );
    }

    function givenBy(value: Expression, target: Column): Given | null {
      if (value.kind === 'subquery') {
        return isAlone(value.query, scope)
          ? { kind: 'query', query: value.query, isScalar: true, place: 0, width: 1 }
          : null;
      }
      // What is equal in another way, the provider does not know of.
      if (hasQuery(value) || value.kind === 'collate') return null;
      const names = namesOf(value);
      if (names.length === 0) return { kind: 'constants', expressions: [value], isList: false };
      const owners = new Set(names.map((name) => ownerOf(name, scope, known).source));
      const [from] = owners;
      const isFed = owners.size === 1 && from !== null && from !== undefined;
      return isFed && from !== ownerOf(target, scope, known).source
        ? { kind: 'rows', from, expression: value }
        : null;
    }
  }

  /** What each column of `(a, b) IN …` may be, by its place; null: it cannot be told before. */
  function chosenFrom({ choice, operand }: In, scope: Scope): (place: number) => Given | null {
    const width = operand.kind === 'tuple' ? operand.items.length : 1;
    const rows = tuplesOf(choice);
    if (rows?.every((row) => row.length === width && row.every(isConstant))) {
      const at = (place: number) => rows.flatMap((row) => row[place] ?? []);
      return (place) => ({ kind: 'constants', expressions: at(place), isList: true, rows });
    }
    if ('kind' in choice) {
      const query = isAlone(choice, scope) ? choice : null;
      return (place) => query && { kind: 'query', query, isScalar: false, place, width };
    }
    const expressions = width === 1 && choice.every(isConstant) ? choice : null;
    return () => expressions && { kind: 'constants', expressions, isList: true };
  }

  /** A name that several resources of one `SELECT` take as a parameter, such as a server variable, binds them all. */
  function targetsOf(column: Column, scope: Scope): readonly { source: Source; name: string }[] {
    const { source, name } = ownerOf(column, scope, known);
    if (source !== null) return known.isParam(source, name) ? [{ source, name }] : [];
    if (namedColumn(column, scope).source !== null) return [];
    return scope.sources
      .filter((one) => one.resource !== null && known.isParam(one, name) && !known.isColumn(one, name))
      .map((one) => ({ source: one, name }));
  }

  /** A query that names nothing of the scope around it. */
  function isAlone(query: Query, around: Scope): boolean {
    return namesOf(query).every((name) => {
      const home = columns.get(name);
      if (home === undefined) return true;
      const { source } = ownerOf(name, home, known);
      for (let at: Scope | null = around; at !== null; at = at.outer) {
        if (source?.scope === at) return false;
      }
      return true;
    });
  }
}

/** Where the columns of an outer join that keeps its rows are told apart, no request may lose any. */
function mayNarrow(joined: Source, target: Source): boolean {
  const join = joined.item.join ?? ',';
  if (join.includes('FULL')) return false;
  if (join.includes('RIGHT')) return target !== joined;
  if (join.includes('LEFT')) return target === joined;
  return true;
}

/** Those before a join that have a column of this name; else, whatever stands right before it. */
function joinedBefore(joined: Source, name: string, known: Known): readonly Source[] {
  const before = joined.scope.sources.slice(0, joined.place);
  const owner = before.find(
    (source) => source.resource !== null && (known.isColumn(source, name) || known.isParam(source, name)),
  );
  const from = owner ?? before.at(-1);
  return from === undefined || !known.isParam(joined, name) ? [] : [from];
}

function columnOf({ alias }: Source, name: string): Column {
  const built = { start: -1, end: -1 };
  const parts = [alias, name].map((part) => ({
    kind: 'identifier' as const,
    name: part,
    quoted: false,
    ...built,
  }));
  return { kind: 'column', parts, name: parts.map((part) => part.name).join('.'), ...built };
}

/** The operands of all `AND`s above everything else. */
export function conjuncts(conditions: readonly Condition[]): readonly Expression[] {
  const flat = (expression: Expression): readonly Expression[] => {
    const isAnd = expression.kind === 'logical' && expression.operator === 'AND';
    const parts = isAnd ? expression.operands : equalPairs(expression);
    return parts === null ? [expression] : parts.flatMap(flat);
  };
  return conditions.flatMap(({ expression }) => flat(expression));
}

/** Whether bindings say all that a condition does: of `(a, b) IN …`, both. */
export function isSaidBy(condition: Expression, bindings: readonly Binding[]): boolean {
  const own = bindings.filter(({ at }) => at.start === condition.start);
  if (condition.kind !== 'in' || condition.operand.kind !== 'tuple') return own.length > 0;
  return condition.operand.items.every((item) => own.some(({ columns: [column] }) => column === item));
}

/** What `a = 1 OR a IN (2, 3)` allows one column to be; null: it is about something else too. */
function alternativesOf({ operands }: Logical): {
  readonly columns: readonly Column[];
  readonly values: readonly Expression[];
} | null {
  const columns: Column[] = [];
  const values: Expression[] = [];
  for (const operand of operands) {
    if (operand.kind === 'binary' && operand.operator === '=') {
      const { left, right } = operand;
      const [column, value] = left.kind === 'column' ? [left, right] : [right, left];
      if (column.kind !== 'column' || !isConstant(value)) return null;
      columns.push(column);
      values.push(value);
    } else if (operand.kind === 'in' && !operand.negated && operand.operand.kind === 'column') {
      if ('kind' in operand.choice || !operand.choice.every(isConstant)) return null;
      columns.push(operand.operand);
      values.push(...operand.choice);
    } else return null;
  }
  return columns.every(({ name }) => name === columns[0]?.name) ? { columns, values } : null;
}

const isConstant = (one: Expression): boolean =>
  one.kind !== 'collate' && namesOf(one).length === 0 && !hasQuery(one);

/** The columns in an expression, those of queries in it too. */
export function namesOf(node: Node): readonly Column[] {
  const found: Column[] = [];
  walk(node, (one) => {
    if (one.kind === 'column') found.push(one);
  });
  return found;
}

export function hasQuery(node: Expression): boolean {
  let has = false;
  walk(node, (one) => {
    if (one.kind === 'query') has = true;
  });
  return has;
}
