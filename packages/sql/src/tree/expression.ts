import type { Column, Identifier } from './name.ts';
import type { Span } from './node.ts';
import type { OrderTerm, Query } from './query.ts';

export type Expression =
  | StringLiteral
  | NumberLiteral
  | Constant
  | Template
  | Bound
  | Column
  | Star
  | Call
  | Unary
  | Binary
  | Logical
  | Between
  | In
  | Case
  | Cast
  | Collate
  | Tuple
  | Subquery
  | Exists;

/** `'…'`, its doubled quotes resolved. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly value: string;
  /** What is to be filled in before the statement runs. */
  readonly templates: readonly Template[];
}

/** A number without sign, as written. */
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly text: string;
}

export interface Constant extends Span {
  readonly kind: 'constant';
  readonly value: boolean | null;
}

/** What the reader of an example fills in: `{{ userId }}`, bare or in a string, or `<userId>` in a string of such. */
export interface Template extends Span {
  readonly kind: 'template';
  readonly form: 'braces' | 'angles';
  /** The text between the delimiters, without the blanks around. */
  readonly name: string;
}

/** A value that is given to the engine beside the statement: `?1`, as SQLite writes it. Made by who prints, never parsed. */
export interface Bound extends Span {
  readonly kind: 'bound';
  /** From 1. */
  readonly index: number;
}

/** `*` or `u.*`. */
export interface Star extends Span {
  readonly kind: 'star';
  readonly qualifier: readonly Identifier[];
}

/** A function call, `JSON_EXTRACT(profile, '$.email')`; the name as written. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly distinct: boolean;
  readonly arguments: readonly Expression[];
  /** In which an aggregate takes its rows: `group_concat(name ORDER BY name)`. */
  readonly orderBy: readonly OrderTerm[];
  /** `FILTER (WHERE …)` of an aggregate. */
  readonly filter: Expression | null;
  /** `OVER (…)` or `OVER w` of a window function. */
  readonly over: Window | null;
}

/** What stands behind `OVER`. */
export interface Window extends Span {
  readonly kind: 'window';
  /** The window that it is, or that it adds to; null: none that has a name. */
  readonly base: Identifier | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderTerm[];
  /** `ROWS BETWEEN 1 PRECEDING AND CURRENT ROW` in capitals, its blanks normalized. */
  readonly frame: string | null;
}

/** `w AS (…)` of a `WINDOW`. */
export interface NamedWindow extends Span {
  readonly kind: 'named-window';
  readonly name: Identifier;
  readonly window: Window;
}

export type UnaryOperator = 'NOT' | '-' | '+' | '~';

export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

/** `a = b`, `a IS NOT b`, `a || b`; the operator in capitals. `==` is read as `=`, `!=` as `<>`. */
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type BinaryOperator =
  | '='
  | '<>'
  | 'IS'
  | 'IS NOT'
  | 'LIKE'
  | 'NOT LIKE'
  | 'GLOB'
  | 'NOT GLOB'
  | 'REGEXP'
  | 'NOT REGEXP'
  | 'MATCH'
  | 'NOT MATCH'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'ESCAPE'
  | '&'
  | '|'
  | '<<'
  | '>>'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '||'
  | '->'
  | '->>';

/** A chain of `AND` or of `OR`: two operands or more. */
export interface Logical extends Span {
  readonly kind: 'logical';
  readonly operator: 'AND' | 'OR';
  readonly operands: readonly Expression[];
}

export interface Between extends Span {
  readonly kind: 'between';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** `a IN ('x', 'y')` or `a IN (SELECT …)`. */
export interface In extends Span {
  readonly kind: 'in';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly choice: readonly Expression[] | Query;
}

export interface Case extends Span {
  readonly kind: 'case';
  readonly operand: Expression | null;
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly otherwise: Expression | null;
}

/** `CAST(a AS INTEGER)` or `a::INTEGER`; the type as written, its blanks normalized. */
export interface Cast extends Span {
  readonly kind: 'cast';
  readonly operand: Expression;
  readonly type: string;
}

/** `name COLLATE NOCASE`: how texts are compared. */
export interface Collate extends Span {
  readonly kind: 'collate';
  readonly operand: Expression;
  readonly collation: Collation;
}

/** Those that SQLite has. */
export type Collation = 'BINARY' | 'NOCASE' | 'RTRIM';

/** A parenthesis of none, two or more expressions. */
export interface Tuple extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface Subquery extends Span {
  readonly kind: 'subquery';
  readonly query: Query;
}

export interface Exists extends Span {
  readonly kind: 'exists';
  readonly query: Query;
}
