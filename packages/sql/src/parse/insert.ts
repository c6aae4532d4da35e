import type { InsertColumn, InsertStatement, Row, RowValue, Values } from '../tree/statement.ts';
import type { Body } from './body.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseItems, parseSeries } from './list.ts';
import { parseColumn, parseResource } from './name.ts';
import { parseQuery, parseReturning } from './query.ts';

/** `INSERT [IGNORE] [INTO] p.s.r (c, …) {SELECT … | VALUES (…), …} [RETURNING …]`. */
export function parseInsert(cursor: Cursor): Body<InsertStatement> {
  const { start } = cursor.next();
  const ignore = cursor.isWord('IGNORE') && !cursor.isSymbol('.', 1) && cursor.acceptWord('IGNORE');
  if (!cursor.isSymbol('.', 1)) cursor.acceptWord('INTO');
  const resource = parseResource(cursor);
  const columns = cursor.acceptSymbol('(') ? parseColumns(cursor) : [];
  const source = cursor.isWord('VALUES') ? parseValues(cursor) : parseQuery(cursor, columns.length === 0);
  const returning = parseReturning(cursor);
  return { kind: 'insert', ignore, resource, columns, source, returning, ...cursor.from(start) };
}

function parseColumns(cursor: Cursor): readonly InsertColumn[] {
  const columns = cursor.isSymbol(')')
    ? []
    : parseItems<InsertColumn>(cursor, () => {
        const column = parseColumn(cursor);
        return { kind: 'insert-column', column, start: column.start, end: column.end };
      });
  cursor.expectSymbol(')');
  return columns;
}

function parseValues(cursor: Cursor): Values {
  const { start } = cursor.next();
  const rows = parseSeries(cursor, () => parseRow(cursor));
  return { kind: 'values', rows, ...cursor.from(start) };
}

function parseRow(cursor: Cursor): Row {
  const { start } = cursor.peek();
  cursor.expectSymbol('(');
  const values = cursor.isSymbol(')')
    ? []
    : parseItems<RowValue>(cursor, () => {
        const expression = parseExpression(cursor);
        return { kind: 'row-value', expression, start: expression.start, end: expression.end };
      });
  cursor.expectSymbol(')');
  return { kind: 'row', values, ...cursor.from(start) };
}
