import type { Expression, StringLiteral, Template } from './expression.ts';
import type { Column, Identifier, Resource } from './name.ts';
import type { Comment, Hint, Item, Span } from './node.ts';
import type { Condition, Query, SelectItem } from './query.ts';

export type Statement =
  | SelectStatement
  | InsertStatement
  | UpdateStatement
  | ReplaceStatement
  | DeleteStatement
  | ExecStatement
  | ShowStatement
  | DescribeStatement
  | RegistryStatement;

/** From the verb to the last token; the semicolon is outside. */
export interface StatementNode extends Span {
  readonly hints: readonly Hint[];
  /** Comments above the statement, and those within that stand beside no item. */
  readonly comments: readonly Comment[];
}

export interface SelectStatement extends StatementNode {
  readonly kind: 'select';
  readonly query: Query;
}

export interface InsertStatement extends StatementNode {
  readonly kind: 'insert';
  readonly ignore: boolean;
  readonly resource: Resource;
  readonly columns: readonly InsertColumn[];
  readonly source: Query | Values;
  readonly returning: readonly SelectItem[];
}

/** A name in the column list of an `INSERT`. */
export interface InsertColumn extends Item {
  readonly kind: 'insert-column';
  readonly column: Column;
}

export interface Values extends Span {
  readonly kind: 'values';
  readonly rows: readonly Row[];
}

export interface Row extends Span {
  readonly kind: 'row';
  readonly values: readonly RowValue[];
}

export interface RowValue extends Item {
  readonly kind: 'row-value';
  readonly expression: Expression;
}

interface SetStatement extends StatementNode {
  readonly resource: Resource;
  readonly set: SetClause;
  readonly where: readonly Condition[];
  readonly returning: readonly SelectItem[];
}

export interface UpdateStatement extends SetStatement {
  readonly kind: 'update';
}

export interface ReplaceStatement extends SetStatement {
  readonly kind: 'replace';
}

export interface SetClause extends Span {
  readonly kind: 'set';
  readonly assignments: readonly Assignment[];
  /** What stands in place of assignments: `-- No updatable properties`. */
  readonly comments: readonly Comment[];
}

export interface Assignment extends Item {
  readonly kind: 'assignment';
  readonly column: Column;
  readonly value: Expression;
}

export interface DeleteStatement extends StatementNode {
  readonly kind: 'delete';
  readonly resource: Resource;
  readonly where: readonly Condition[];
  readonly returning: readonly SelectItem[];
}

/** `EXEC provider.service.resource.method @name='…' @@json='…'`. */
export interface ExecStatement extends StatementNode {
  readonly kind: 'exec';
  readonly resource: Resource;
  readonly method: Identifier;
  readonly arguments: readonly Argument[];
  readonly json: JsonArgument | null;
}

export interface Argument extends Item {
  readonly kind: 'argument';
  /** Without its `@`, at which the node starts. */
  readonly column: Column;
  readonly value: Expression;
}

/** `@@json='{ "name": "{{ name }}" }'`: a request body as template text. */
export interface JsonArgument extends Item {
  readonly kind: 'json-argument';
  readonly value: StringLiteral | Template;
  /** Of the topmost object; empty where the text is none. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember extends Span {
  readonly kind: 'json-member';
  /** The key as written, between its quotes. */
  readonly name: string;
  /** The text of the value: JSON, in which templates may stand with or without quotes. */
  readonly value: Span & { readonly text: string };
}

/** `SHOW METHODS IN okta.users.users`. */
export interface ShowStatement extends StatementNode {
  readonly kind: 'show';
  readonly extended: boolean;
  readonly what: ShowSubject;
  readonly scope: Resource | null;
  readonly like: Expression | null;
  readonly where: readonly Condition[];
}

export type ShowSubject = 'PROVIDERS' | 'SERVICES' | 'RESOURCES' | 'METHODS' | 'VERSION' | 'INSERT INTO';

/** `DESCRIBE [METHOD] [EXTENDED] okta.users.users`. */
export interface DescribeStatement extends StatementNode {
  readonly kind: 'describe';
  readonly method: boolean;
  readonly extended: boolean;
  readonly resource: Resource;
}

/** `REGISTRY PULL okta v24.09.00264`. */
export interface RegistryStatement extends StatementNode {
  readonly kind: 'registry';
  readonly action: 'PULL' | 'LIST';
  readonly provider: Identifier | null;
  readonly version: string | null;
}
