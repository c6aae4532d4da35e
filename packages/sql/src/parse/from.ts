import type { FromItem, Join, TableSource } from '../tree/query.ts';
import { parseConditions } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { parseSeries } from './list.ts';
import { parseAlias, parseIdentifier, parseResource } from './name.ts';
import { startsQuery } from './operand.ts';

const SIDES = ['LEFT', 'RIGHT', 'FULL'] as const;

/** The tables behind `FROM`. */
export function parseFrom(cursor: Cursor): readonly FromItem[] {
  const items = [parseItem(cursor, null)];
  for (let join = acceptJoin(cursor); join !== null; join = acceptJoin(cursor)) {
    items.push(parseItem(cursor, join));
  }
  return items;
}

function acceptJoin(cursor: Cursor): Join | null {
  if (cursor.acceptComma()) return ',';
  const natural = cursor.acceptWord('NATURAL') ? 'NATURAL ' : '';
  const side = SIDES.find((word) => cursor.acceptWord(word));
  if (side !== undefined) {
    cursor.acceptWord('OUTER');
    cursor.expectWord('JOIN');
    return `${natural}${side} JOIN`;
  }
  const kind = cursor.acceptWord('CROSS') ? 'CROSS ' : '';
  if (kind !== '' || cursor.acceptWord('INNER') || natural !== '') cursor.expectWord('JOIN');
  else if (!cursor.acceptWord('JOIN')) return null;
  return `${natural}${kind}JOIN`;
}

function parseItem(cursor: Cursor, join: Join | null): FromItem {
  const { start } = cursor.peek();
  const source = parseSource(cursor);
  const alias = parseAlias(cursor);
  const on = parseConditions(cursor, 'ON');
  const using = cursor.acceptWord('USING') ? parseUsing(cursor) : [];
  return { kind: 'from-item', join, source, alias, on, using, ...cursor.from(start) };
}

function parseUsing(cursor: Cursor): FromItem['using'] {
  cursor.expectSymbol('(');
  const names = parseSeries(cursor, () => parseIdentifier(cursor, 'a column'));
  cursor.expectSymbol(')');
  return names;
}

function parseSource(cursor: Cursor): TableSource {
  const { start } = cursor.peek();
  if (cursor.acceptSymbol('(')) {
    if (!startsQuery(cursor)) cursor.fail('`SELECT`');
    const query = cursor.rules.query(cursor);
    cursor.expectSymbol(')');
    return { kind: 'derived-table', query, ...cursor.from(start) };
  }
  const resource = parseResource(cursor);
  if (!cursor.acceptSymbol('(')) return resource;
  const values = cursor.isSymbol(')') ? [] : parseSeries(cursor, () => cursor.rules.expression(cursor));
  cursor.expectSymbol(')');
  return { kind: 'table-function', name: resource.name, arguments: values, ...cursor.from(start) };
}
