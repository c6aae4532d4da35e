import {
  EMPTY_QUERY,
  type Expression,
  type FromItem,
  type Query,
  type SelectItem,
  type TableSource,
} from '@plumbline/sql';

const BUILT = { start: -1, end: -1 };

/** A query of parts. */
export function queryOf(
  parts: Partial<Omit<Query, 'columns'>> & { readonly columns: readonly Expression[] },
): Query {
  return { ...EMPTY_QUERY, ...parts, columns: parts.columns.map(itemOf) };
}

/** A source that stands alone in a `FROM`. */
export function fromItem(source: TableSource): FromItem {
  return { kind: 'from-item', join: null, source, alias: null, on: [], using: [], ...BUILT };
}

function itemOf(expression: Expression, i: number): SelectItem {
  const alias = { kind: 'identifier' as const, name: `value${i}`, quoted: true, ...BUILT };
  const isStar = expression.kind === 'star';
  return {
    kind: 'select-item',
    expression,
    alias: isStar ? null : alias,
    required: null,
    comments: [],
    ...BUILT,
  };
}
