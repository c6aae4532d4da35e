import type { DialectAbilities, Located, PageStatement, Source, StatementParameter } from '@plumbline/model';
import type {
  Column,
  Condition,
  Expression,
  Identifier,
  InsertStatement,
  Item,
  Query,
  Resource,
  SelectItem,
  Statement,
} from '@plumbline/sql';

const BODY_PREFIX = 'data__';

export interface StatementOptions {
  /** The place of a character of the SQL. */
  readonly at: (index: number) => Source;
  readonly abilities: DialectAbilities;
}

/** What SQL statements say of their resources, in the terms of the model; statements about no resource are left out. */
export function pageStatements(
  statements: readonly Statement[],
  options: StatementOptions,
): readonly PageStatement[] {
  return statements.flatMap((statement) => pageStatement(statement, options) ?? []);
}

function pageStatement(statement: Statement, options: StatementOptions): PageStatement | null {
  switch (statement.kind) {
    case 'select':
      return selectStatement(statement.query, options);
    case 'insert':
      return insertStatement(statement, options);
    case 'update':
    case 'replace': {
      const assigned = statement.set.assignments.map((item) => parameter(item.column, item, options));
      const { parameters, bodyFields } = byPrefix(whereParameters(statement.where, options));
      return {
        ...blank(statement.kind, statement.resource, options),
        parameters,
        bodyFields: [...assigned, ...bodyFields],
        returning: columnsOf(statement.returning, options),
      };
    }
    case 'delete':
      return {
        ...blank('delete', statement.resource, options),
        ...byPrefix(whereParameters(statement.where, options)),
        returning: columnsOf(statement.returning, options),
      };
    case 'exec':
      return {
        ...blank('exec', statement.resource, options),
        method: identifier(statement.method, options),
        ...byPrefix(statement.arguments.map((item) => parameter(item.column, item, options))),
        jsonKeys: (statement.json?.members ?? []).map(({ name, start }) => ({
          value: name,
          source: options.at(start),
        })),
      };
    default:
      return null;
  }
}

function selectStatement(query: Query, options: StatementOptions): PageStatement | null {
  const from = query.from.find(({ source }) => source.kind === 'resource');
  if (from?.source.kind !== 'resource') return null;
  return {
    ...blank('select', from.source, options),
    columns: columnsOf(query.columns, options),
    ...byPrefix(whereParameters(query.where, options)),
  };
}

/**
 * A column with the prefix is a body field. One without is a parameter where the dialect always writes the prefix;
 * elsewhere it may be either.
 */
function insertStatement(statement: InsertStatement, options: StatementOptions): PageStatement {
  const { source } = statement;
  const values: readonly Item[] = source.kind === 'query' ? source.columns : (source.rows[0]?.values ?? []);
  const columns = statement.columns.map((item, i) => {
    const isRequired = item.required !== null || (values[i]?.required ?? null) !== null;
    return { ...parameter(item.column, item, options), required: isRequired };
  });
  const { parameters, bodyFields } = byPrefix(columns);
  return {
    ...blank('insert', statement.resource, options),
    ...(options.abilities.bodyPrefix ? { parameters } : { undecided: parameters }),
    bodyFields,
    returning: columnsOf(statement.returning, options),
  };
}

function blank(verb: PageStatement['verb'], resource: Resource, { at }: StatementOptions): PageStatement {
  return {
    verb,
    resource: { value: resource.name, source: at(resource.start) },
    method: null,
    columns: [],
    parameters: [],
    bodyFields: [],
    undecided: [],
    jsonKeys: [],
    returning: [],
  };
}

function columnsOf(items: readonly SelectItem[], options: StatementOptions): readonly Located<string>[] {
  return items.flatMap(({ expression }) =>
    expression.kind === 'column' ? [columnName(expression, options)] : [],
  );
}

function whereParameters(
  where: readonly Condition[],
  options: StatementOptions,
): readonly StatementParameter[] {
  return where.flatMap((condition) =>
    comparedColumns(condition.expression).map((column) => parameter(column, condition, options)),
  );
}

/** The columns that a condition compares with a value. */
function comparedColumns(expression: Expression): readonly Column[] {
  switch (expression.kind) {
    case 'binary':
      return expression.left.kind === 'column' ? [expression.left] : [];
    case 'in':
    case 'between':
      return expression.operand.kind === 'column' ? [expression.operand] : [];
    case 'logical':
      return expression.operands.flatMap(comparedColumns);
    default:
      return [];
  }
}

function parameter(column: Column, { required }: Item, options: StatementOptions): StatementParameter {
  const name = columnName(column, options);
  const isPrefixed = name.value.startsWith(BODY_PREFIX);
  return {
    name: isPrefixed
      ? {
          value: name.value.slice(BODY_PREFIX.length),
          source: { ...name.source, column: name.source.column + BODY_PREFIX.length },
        }
      : name,
    required: required !== null,
    prefixed: isPrefixed,
  };
}

function byPrefix(all: readonly StatementParameter[]): Pick<PageStatement, 'parameters' | 'bodyFields'> {
  return {
    parameters: all.filter(({ prefixed }) => !prefixed),
    bodyFields: all.filter(({ prefixed }) => prefixed),
  };
}

function columnName({ name, start, parts }: Column, options: StatementOptions): Located<string> {
  const [first] = parts;
  return first === undefined || parts.length > 1
    ? { value: name, source: options.at(start) }
    : identifier(first, options);
}

/** A name at its first letter, behind the quote. */
function identifier({ name, start, quoted }: Identifier, { at }: StatementOptions): Located<string> {
  return { value: name, source: at(quoted ? start + 1 : start) };
}
