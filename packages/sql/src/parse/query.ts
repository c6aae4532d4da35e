import { NOWHERE } from '../build/value.ts';
import type {
  CommonTable,
  CompoundOperator,
  CompoundPart,
  Query,
  SelectCore,
  SelectItem,
} from '../tree/query.ts';
import { parseConditions } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseFrom } from './from.ts';
import { parseItems, parseSeries } from './list.ts';
import { parseAlias, parseIdentifier } from './name.ts';
import { acceptModifier, isNameAhead } from './operand.ts';
import { parseOrderBy } from './order.ts';
import { parseWindows } from './window.ts';

/** `[WITH …] SELECT … [UNION …] [ORDER BY …] [LIMIT …]`; without a column only where it `mayBeEmpty`. */
export function parseQuery(cursor: Cursor, mayBeEmpty = false): Query {
  return cursor.nested(() => parseWhole(cursor, mayBeEmpty));
}

function parseWhole(cursor: Cursor, mayBeEmpty: boolean): Query {
  const { start } = cursor.peek();
  const hasTables = cursor.acceptWord('WITH');
  const recursive =
    hasTables && cursor.isWord('RECURSIVE') && !cursor.isWord('AS', 1) && !cursor.isSymbol('(', 1);
  if (recursive) cursor.next();
  const tables = hasTables ? parseSeries(cursor, () => parseCommonTable(cursor)) : [];
  const isValues = cursor.isWord('VALUES') && cursor.isSymbol('(', 1);
  const [core, ...rows] = isValues ? parseValues(cursor) : [parseCore(cursor, mayBeEmpty)];
  const compound: CompoundPart[] = rows.map((row) => ({
    kind: 'compound-part',
    operator: 'UNION ALL',
    ...row,
  }));
  for (let operator = acceptCompound(cursor); operator !== null; operator = acceptCompound(cursor)) {
    compound.push({ kind: 'compound-part', operator, ...parseCore(cursor) });
  }
  const orderBy = parseOrderBy(cursor);
  const first = cursor.acceptWord('LIMIT') ? parseExpression(cursor) : null;
  // `LIMIT 10, 5`: the offset stands in front.
  const second = first !== null && cursor.acceptSymbol(',') ? parseExpression(cursor) : null;
  const limit = second ?? first;
  const offset = second === null ? (cursor.acceptWord('OFFSET') ? parseExpression(cursor) : null) : first;
  return {
    kind: 'query',
    with: tables,
    recursive,
    ...core,
    compound,
    orderBy,
    limit,
    offset,
    ...cursor.from(start),
  };
}

function parseCore(cursor: Cursor, mayBeEmpty = false): SelectCore {
  const { start } = cursor.peek();
  cursor.expectWord('SELECT');
  const distinct = acceptModifier(cursor, 'DISTINCT');
  if (!distinct) acceptModifier(cursor, 'ALL');
  const columns = mayBeEmpty && endsValues(cursor) ? [] : parseSelectItems(cursor);
  const from = cursor.acceptWord('FROM') ? parseFrom(cursor) : [];
  const where = parseConditions(cursor, 'WHERE');
  const groupBy = cursor.acceptWords('GROUP', 'BY') ? parseSeries(cursor, () => parseExpression(cursor)) : [];
  const having = parseConditions(cursor, 'HAVING');
  const windows = parseWindows(cursor);
  return { distinct, columns, from, where, groupBy, having, windows, ...cursor.from(start) };
}

/** `VALUES (1, 'a'), (2, 'b')`: each row as a `SELECT` of its own, whose columns SQLite calls `column1` and on. */
function parseValues(cursor: Cursor): readonly [SelectCore, ...SelectCore[]] {
  cursor.next();
  const row = (): SelectCore => {
    const { start } = cursor.peek();
    cursor.expectSymbol('(');
    const values = parseSeries(cursor, () => parseExpression(cursor));
    cursor.expectSymbol(')');
    const at = cursor.from(start);
    const columns = values.map((expression, i) => ({
      kind: 'select-item' as const,
      expression,
      alias: { kind: 'identifier' as const, name: `column${i + 1}`, quoted: false, ...NOWHERE },
      required: null,
      comments: [],
      start: expression.start,
      end: expression.end,
    }));
    return { distinct: false, columns, from: [], where: [], groupBy: [], having: [], windows: [], ...at };
  };
  const first = row();
  const others: SelectCore[] = [];
  while (cursor.acceptSymbol(',')) others.push(row());
  return [first, ...others];
}

/** `INSERT INTO x () SELECT ;` is how pages write a method that takes nothing. */
function endsValues(cursor: Cursor): boolean {
  const { kind, text, upper } = cursor.peek();
  if (kind === 'end' || (kind === 'symbol' && text === ';')) return true;
  return upper === 'RETURNING' && !isNameAhead(cursor);
}

/** The list behind `SELECT` or `RETURNING`. */
function parseSelectItems(cursor: Cursor): readonly SelectItem[] {
  return parseItems<SelectItem>(cursor, () => {
    const { start } = cursor.peek();
    const expression = parseExpression(cursor);
    const alias = parseAlias(cursor);
    return { kind: 'select-item', expression, alias, ...cursor.from(start) };
  });
}

/** `RETURNING …`; empty where there is none. */
export function parseReturning(cursor: Cursor): readonly SelectItem[] {
  return cursor.acceptWord('RETURNING') ? parseSelectItems(cursor) : [];
}

function acceptCompound(cursor: Cursor): CompoundOperator | null {
  if (cursor.acceptWord('EXCEPT')) return 'EXCEPT';
  if (cursor.acceptWord('INTERSECT')) return 'INTERSECT';
  if (!cursor.acceptWord('UNION')) return null;
  return cursor.acceptWord('ALL') ? 'UNION ALL' : 'UNION';
}

function parseCommonTable(cursor: Cursor): CommonTable {
  const { start } = cursor.peek();
  const name = parseIdentifier(cursor);
  const hasColumns = cursor.acceptSymbol('(');
  const columns = hasColumns ? parseSeries(cursor, () => parseIdentifier(cursor, 'a column')) : [];
  if (hasColumns) cursor.expectSymbol(')');
  cursor.expectWord('AS');
  // A hint for who runs it.
  if (cursor.isWord('MATERIALIZED') || cursor.isWord('MATERIALIZED', 1)) {
    cursor.acceptWord('NOT');
    cursor.acceptWord('MATERIALIZED');
  }
  cursor.expectSymbol('(');
  const query = parseQuery(cursor);
  cursor.expectSymbol(')');
  return { kind: 'common-table', name, columns, query, ...cursor.from(start) };
}
