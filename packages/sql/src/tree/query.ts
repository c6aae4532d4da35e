import type { Expression, NamedWindow } from './expression.ts';
import type { Identifier, Resource } from './name.ts';
import type { Item, Span } from './node.ts';

/** One `SELECT` with its clauses, without what belongs to a whole query. */
export interface SelectCore extends Span {
  readonly distinct: boolean;
  readonly columns: readonly SelectItem[];
  /** In order; empty without `FROM`. */
  readonly from: readonly FromItem[];
  /** The operands of the topmost `AND`; empty without `WHERE`. */
  readonly where: readonly Condition[];
  readonly groupBy: readonly Expression[];
  readonly having: readonly Condition[];
  /** `WINDOW w AS (…)`. */
  readonly windows: readonly NamedWindow[];
}

/** A query: a `SELECT`, those that `UNION` and its kin add to it, and what orders and limits the whole. */
export interface Query extends SelectCore {
  readonly kind: 'query';
  readonly with: readonly CommonTable[];
  readonly recursive: boolean;
  readonly compound: readonly CompoundPart[];
  readonly orderBy: readonly OrderTerm[];
  readonly limit: Expression | null;
  readonly offset: Expression | null;
}

/** A column of the result. */
export interface SelectItem extends Item {
  readonly kind: 'select-item';
  readonly expression: Expression;
  readonly alias: Identifier | null;
}

/** An operand of the topmost `AND` of a `WHERE`, `HAVING` or `ON`. */
export interface Condition extends Item {
  readonly kind: 'condition';
  readonly expression: Expression;
}

/** A table and how it joins those before it. */
export interface FromItem extends Span {
  readonly kind: 'from-item';
  /** Null on the first. */
  readonly join: Join | null;
  readonly source: TableSource;
  readonly alias: Identifier | null;
  readonly on: readonly Condition[];
  readonly using: readonly Identifier[];
}

/** `INNER JOIN` is read as `JOIN`, `LEFT OUTER JOIN` as `LEFT JOIN`. */
export type Join = ',' | `${'' | 'NATURAL '}${'' | 'LEFT ' | 'RIGHT ' | 'FULL ' | 'CROSS '}JOIN`;

export type TableSource = Resource | TableFunction | DerivedTable;

/** `JSON_EACH(content)`. */
export interface TableFunction extends Span {
  readonly kind: 'table-function';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `(SELECT …)` in a `FROM`. */
export interface DerivedTable extends Span {
  readonly kind: 'derived-table';
  readonly query: Query;
}

/** `name (a, b) AS (SELECT …)` of a `WITH`. */
export interface CommonTable extends Span {
  readonly kind: 'common-table';
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

export interface CompoundPart extends SelectCore {
  readonly kind: 'compound-part';
  readonly operator: CompoundOperator;
}

export type CompoundOperator = 'UNION' | 'UNION ALL' | 'EXCEPT' | 'INTERSECT';

export interface OrderTerm extends Span {
  readonly kind: 'order-term';
  readonly expression: Expression;
  readonly direction: 'ASC' | 'DESC' | null;
  readonly nulls: 'FIRST' | 'LAST' | null;
}
