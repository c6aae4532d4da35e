import { BINDING } from '../operators.ts';
import type { Resource } from '../tree/name.ts';
import type { Condition, FromItem, Query, SelectCore, SelectItem, TableSource } from '../tree/query.ts';
import { printAll, printExpression, printFunctionName, printOrderBy, printWindows } from './expression.ts';
import { type Layout, type MarkStyle, printAfter, printBefore, printItems, printMark } from './layout.ts';
import { printName, printNameInside } from './quote.ts';

export function printQuery(query: Query, layout: Layout): string {
  const clauses: string[] = [];
  if (query.with.length > 0) {
    const tables = query.with.map(({ name, columns, query: inner }) => {
      const list =
        columns.length === 0 ? '' : ` (${columns.map((column) => layout.name(column.name)).join(', ')})`;
      return `${layout.name(name.name)}${list} AS (${layout.nested(inner)})`;
    });
    clauses.push(`WITH ${query.recursive ? 'RECURSIVE ' : ''}${tables.join(`,${layout.separator}`)}`);
  }
  clauses.push(printCore(query, layout));
  for (const part of query.compound) clauses.push(part.operator, printCore(part, layout));
  if (query.orderBy.length > 0) clauses.push(printOrderBy(query.orderBy, layout));
  if (query.limit !== null) clauses.push(`LIMIT ${printExpression(query.limit, layout)}`);
  if (query.offset !== null) clauses.push(`OFFSET ${printExpression(query.offset, layout)}`);
  return clauses.join(layout.separator);
}

function printCore(core: SelectCore, layout: Layout): string {
  const clauses = [core.distinct ? 'SELECT DISTINCT' : 'SELECT'];
  if (core.columns.length > 0) clauses.push(printSelectItems(core.columns, layout));
  if (core.from.length > 0) clauses.push(`FROM ${printFrom(core.from, layout)}`);
  if (core.where.length > 0) clauses.push(printConditions('WHERE ', core.where, layout, ' -- required'));
  if (core.groupBy.length > 0) clauses.push(`GROUP BY ${printAll(core.groupBy, layout)}`);
  if (core.having.length > 0) clauses.push(printConditions('HAVING ', core.having, layout, ' -- required'));
  if (core.windows.length > 0) clauses.push(`WINDOW ${printWindows(core.windows, layout)}`);
  return clauses.join(layout.separator);
}

function printFrom(items: readonly FromItem[], layout: Layout): string {
  return items
    .map((item, i) => {
      const join = item.join ?? ',';
      const lead = join === ',' ? `,${layout.separator}` : `${layout.separator}${join} `;
      return `${i === 0 ? '' : lead}${printFromItem(item, layout)}`;
    })
    .join('');
}

function printFromItem({ source, alias, on, using }: FromItem, layout: Layout): string {
  const name = alias === null ? '' : ` AS ${layout.name(alias.name)}`;
  const columns = using.map((column) => layout.name(column.name)).join(', ');
  const rule =
    on.length === 0 ? '' : `${layout.separator}${printConditions('ON ', on, layout, ' /* required */')}`;
  return `${printSource(source, layout)}${name}${rule}${columns === '' ? '' : ` USING (${columns})`}`;
}

function printSource(source: TableSource, layout: Layout): string {
  if (source.kind === 'resource') return printResource(source, layout.name);
  if (source.kind === 'derived-table') return `(${layout.nested(source.query)})`;
  return `${printFunctionName(source.name)}(${printAll(source.arguments, layout)})`;
}

export function printResource({ parts }: Resource, first: Layout['name'] = printName): string {
  return parts.map(({ name }, i) => (i === 0 ? first(name) : printNameInside(name))).join('.');
}

/** Conditions, one a line; the keyword ends in a blank or a newline. */
export function printConditions(
  keyword: string,
  conditions: readonly Condition[],
  layout: Layout,
  style: MarkStyle,
): string {
  const lines = conditions.map((condition, i) => {
    const expression = printExpression(condition.expression, layout, BINDING.not);
    const notes = `${printAfter(condition, layout)}${printMark(condition, layout, style)}`;
    return `${printBefore(condition, layout)}${i === 0 ? '' : 'AND '}${expression}${notes}`;
  });
  const [first] = conditions;
  const lead =
    first !== undefined && printBefore(first, layout) !== ''
      ? `${keyword.trimEnd()}${layout.separator}`
      : keyword;
  return `${lead}${lines.join(layout.separator)}`;
}

export function printSelectItems(items: readonly SelectItem[], layout: Layout): string {
  return printItems(items, layout, ({ expression, alias }) => {
    const text = printExpression(expression, layout);
    return alias === null ? text : `${text} AS ${layout.name(alias.name)}`;
  });
}
