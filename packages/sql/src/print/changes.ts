import type { SelectItem } from '../tree/query.ts';
import type {
  DeleteStatement,
  InsertStatement,
  ReplaceStatement,
  SelectStatement,
  SetClause,
  UpdateStatement,
  Values,
} from '../tree/statement.ts';
import { printExpression, printParts } from './expression.ts';
import { type Layout, printComment, printItems } from './layout.ts';
import { printConditions, printQuery, printResource, printSelectItems } from './query.ts';

export function printSelect({ query }: SelectStatement, layout: Layout): string {
  return `${printQuery(query, layout)}\n;`;
}

export function printInsert(statement: InsertStatement, layout: Layout): string {
  const { ignore, resource, columns, source, returning } = statement;
  const list = printItems(columns, layout, ({ column }) => printParts(column.parts, layout));
  const head = `INSERT ${ignore ? 'IGNORE ' : ''}INTO ${printResource(resource)} (`;
  const values = source.kind === 'values' ? printValues(source, layout) : printQuery(source, layout);
  return [
    head,
    ...(columns.length === 0 ? [] : [list]),
    ')',
    values,
    ...printReturning(returning, layout),
    ';',
  ].join('\n');
}

function printValues({ rows }: Values, layout: Layout): string {
  const lists = rows.map(({ values }) => {
    const items = printItems(values, layout, ({ expression }) => printExpression(expression, layout));
    return `(${values.length === 0 ? '' : `\n${items}\n`})`;
  });
  return `VALUES ${lists.join(', ')}`;
}

export function printSet(statement: UpdateStatement | ReplaceStatement, layout: Layout): string {
  const { kind, resource, set, where, returning } = statement;
  const lines = [`${kind.toUpperCase()} ${printResource(resource)}`, 'SET', printAssignments(set, layout)];
  if (where.length > 0) lines.push(printConditions('WHERE\n', where, layout, ' --required'));
  return [...lines, ...printReturning(returning, layout), ';'].join('\n');
}

function printAssignments({ assignments, comments }: SetClause, layout: Layout): string {
  if (assignments.length > 0) {
    return printItems(assignments, layout, ({ column, value }) => {
      return `${printParts(column.parts, layout)} = ${printExpression(value, layout)}`;
    });
  }
  const said = comments.length === 0 ? [{ text: 'No updatable properties' }] : comments;
  return said.map((comment) => printComment(comment, layout)).join('\n');
}

export function printDelete({ resource, where, returning }: DeleteStatement, layout: Layout): string {
  const lines = [`DELETE FROM ${printResource(resource)}`];
  if (where.length > 0) lines.push(printConditions('WHERE ', where, layout, ' --required'));
  return [...lines, ...printReturning(returning, layout), ';'].join('\n');
}

function printReturning(items: readonly SelectItem[], layout: Layout): readonly string[] {
  return items.length === 0 ? [] : ['RETURNING', printSelectItems(items, layout)];
}
