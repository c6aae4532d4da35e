import type { JsonValue } from '@plumbline/model';
import { type Expression, type Node, parse, walk } from '@plumbline/sql';

/** The names and values that a statement passes, and the columns that it reads. */
export function passed(sql: string) {
  const { statements, problems } = parse(sql);
  const given = new Map<string, Expression>();
  const columns: string[] = [];
  const [statement] = statements;
  const add = (name: string, value: Expression): void => {
    given.set(name, value);
  };
  if (statement?.kind === 'insert') {
    const values = 'columns' in statement.source ? statement.source.columns : [];
    statement.columns.forEach(({ column }, i) => {
      const value = values[i]?.expression;
      if (value !== undefined) add(column.name, value);
    });
    columns.push(...statement.returning.flatMap(columnOf));
  } else if (statement !== undefined) {
    walk(statement, (node: Node) => {
      if (node.kind === 'assignment') add(node.column.name, node.value);
      if (node.kind === 'argument') add(node.column.name, node.value);
      if (
        node.kind === 'condition' &&
        node.expression.kind === 'binary' &&
        node.expression.left.kind === 'column'
      )
        add(node.expression.left.name, node.expression.right);
      if (node.kind === 'select-item') columns.push(...columnOf(node));
    });
  }
  const json = statement?.kind === 'exec' ? statement.json : null;
  return { problems, count: statements.length, given, columns, json };
}

function columnOf({ expression }: { readonly expression: Expression }): readonly string[] {
  return expression.kind === 'column' ? [expression.name] : [];
}

/** What a literal stands for. */
export function literal(value: Expression): JsonValue | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return Number(value.text);
    case 'constant':
      return value.value;
    case 'unary':
      return value.operand.kind === 'number' ? -Number(value.operand.text) : undefined;
    default:
      return undefined;
  }
}

/** Whether a statement may pass a value for a parameter or a field of a type; lists and objects are passed as JSON. */
export function fits(value: JsonValue | undefined, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return typeof value === 'string' && Array.isArray(JSON.parse(value));
    case 'object':
      return typeof value === 'string' && typeof JSON.parse(value) === 'object';
    default:
      return value !== undefined;
  }
}
