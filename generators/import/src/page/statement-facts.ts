import type { SqlVerb } from '@plumbline/model';
import {
  type Column,
  type Condition,
  type Expression,
  type Item,
  parse,
  type SelectItem,
  type Statement,
} from '@plumbline/sql';

/** What an example says of its resource. */
export interface StatementFacts {
  readonly verb: SqlVerb;
  /** `okta.users.users`, without the method of an `EXEC`. */
  readonly resource: string;
  /** `EXEC` alone names it. */
  readonly named: string | null;
  /** Of the `SELECT` list. */
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** Parameters without a mark, where the format would mark them. */
  readonly optional: readonly string[];
  /** Columns that are given a value, parameters and fields of the body, marked or not. */
  readonly assigned: readonly string[];
}

/** What a statement says; null, or why nothing, where it cannot be read. */
export function statementFacts(code: string): StatementFacts | { readonly reason: string } {
  const { statements, problems } = parse(code);
  const [problem] = problems;
  if (problem !== undefined) return { reason: problem.message };
  const [statement] = statements;
  const facts = statement === undefined ? null : factsOf(statement);
  return facts ?? { reason: 'It is no statement of an example.' };
}

function factsOf(statement: Statement): StatementFacts | null {
  switch (statement.kind) {
    case 'select': {
      const [from] = statement.query.from;
      if (from?.source.kind !== 'resource') return null;
      const columns = columnNames(statement.query.columns);
      return {
        ...facts('select', from.source.name),
        columns,
        ...marked(statement.query.where.flatMap(compared)),
      };
    }
    case 'insert': {
      const { columns, source } = statement;
      const values = source.kind === 'query' ? source.columns : (source.rows[0]?.values ?? []);
      const required = columns.flatMap(({ column }, i) => (values[i]?.required ? [column.name] : []));
      const assigned = columns.map(({ column }) => column.name);
      return { ...facts('insert', statement.resource.name), required, assigned };
    }
    case 'update':
    case 'replace': {
      const params = marked(statement.where.flatMap(compared));
      const assigned = statement.set.assignments.map(({ column }) => column.name);
      return { ...facts(statement.kind, statement.resource.name), ...params, assigned };
    }
    case 'delete':
      return { ...facts('delete', statement.resource.name), ...marked(statement.where.flatMap(compared)) };
    case 'exec':
      return {
        ...facts('exec', statement.resource.name),
        named: statement.method.name,
        ...marked(statement.arguments.map((argument) => [argument.column, argument])),
      };
    default:
      return null;
  }
}

function facts(verb: SqlVerb, resource: string): StatementFacts {
  return { verb, resource, named: null, columns: [], required: [], optional: [], assigned: [] };
}

function columnNames(items: readonly SelectItem[]): readonly string[] {
  return items.flatMap(({ expression }) => (expression.kind === 'column' ? [expression.name] : []));
}

function marked(items: readonly (readonly [Column, Item])[]): Pick<StatementFacts, 'required' | 'optional'> {
  const names = (isRequired: boolean) =>
    items.filter(([, { required }]) => (required !== null) === isRequired).map(([{ name }]) => name);
  return { required: names(true), optional: names(false) };
}

function compared(condition: Condition): readonly (readonly [Column, Item])[] {
  return columnsIn(condition.expression).map((column) => [column, condition]);
}

function columnsIn(expression: Expression): readonly Column[] {
  if (expression.kind === 'binary') return expression.left.kind === 'column' ? [expression.left] : [];
  if (expression.kind === 'in' || expression.kind === 'between')
    return expression.operand.kind === 'column' ? [expression.operand] : [];
  return expression.kind === 'logical' ? expression.operands.flatMap(columnsIn) : [];
}
