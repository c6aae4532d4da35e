import type { Expression, NamedWindow, Window } from './tree/expression.ts';
import type { Identifier, Resource } from './tree/name.ts';
import type {
  CommonTable,
  CompoundPart,
  Condition,
  FromItem,
  OrderTerm,
  Query,
  SelectItem,
  TableSource,
} from './tree/query.ts';
import type {
  Argument,
  Assignment,
  InsertColumn,
  JsonArgument,
  JsonMember,
  Row,
  RowValue,
  SetClause,
  Statement,
  Values,
} from './tree/statement.ts';

/** Everything in a tree that has a kind. */
export type Node =
  | Statement
  | Expression
  | Window
  | NamedWindow
  | Identifier
  | Resource
  | Query
  | CommonTable
  | CompoundPart
  | SelectItem
  | Condition
  | FromItem
  | TableSource
  | OrderTerm
  | InsertColumn
  | Values
  | Row
  | RowValue
  | SetClause
  | Assignment
  | Argument
  | JsonArgument
  | JsonMember;

/** Visits a node and all below it, each before its children, in the order of the tree's properties. */
export function walk(node: Node, visit: (node: Node) => void): void {
  const open: unknown[] = [node];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isNode(value)) visit(value);
    const below: unknown[] = Object.values(value);
    for (let i = below.length - 1; i >= 0; i -= 1) open.push(below[i]);
  }
}

function isNode(value: object): value is Node {
  return 'kind' in value;
}
