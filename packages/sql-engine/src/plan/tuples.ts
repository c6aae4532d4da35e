import type { Binary, Column, Expression, Query } from '@plumbline/sql';

/** `(a, b) = (1, 2)` as `a = 1` and `b = 2`; null: it compares something else. */
export function equalPairs(expression: Expression): readonly Binary[] | null {
  if (expression.kind !== 'binary' || (expression.operator !== '=' && expression.operator !== 'IS'))
    return null;
  const { left, right } = expression;
  if (left.kind !== 'tuple' || right.kind !== 'tuple' || left.items.length !== right.items.length)
    return null;
  return left.items.flatMap((one, i) => {
    const other = right.items[i];
    return other === undefined
      ? []
      : { ...expression, left: one, right: other, start: one.start, end: one.end };
  });
}

/** The columns of `(a, b) IN …`, each with its place; of `a IN …` the only one; none where anything else is looked for. */
export function columnsIn(operand: Expression): readonly (readonly [place: number, column: Column])[] {
  const items = operand.kind === 'tuple' ? operand.items : [operand];
  return items.flatMap((one, place) => (one.kind === 'column' ? [[place, one] as const] : []));
}

/** The rows of `IN ((1, 2), (3, 4))` and of `IN (VALUES (1, 2), (3, 4))`; null: it is another list, or a query. */
export function tuplesOf(choice: readonly Expression[] | Query): readonly (readonly Expression[])[] | null {
  if (!('kind' in choice)) {
    const rows = choice.flatMap((one) => (one.kind === 'tuple' ? [one.items] : []));
    return rows.length > 0 && rows.length === choice.length ? rows : null;
  }
  const { compound, with: tables, orderBy, limit } = choice;
  if (tables.length + orderBy.length > 0 || limit !== null) return null;
  const isRow = ({
    from,
    where,
    having,
    groupBy,
  }: Pick<Query, 'from' | 'where' | 'having' | 'groupBy'>): boolean =>
    from.length + where.length + having.length + groupBy.length === 0;
  const isList = isRow(choice) && compound.every((part) => part.operator.startsWith('UNION') && isRow(part));
  return isList
    ? [choice, ...compound].map(({ columns }) => columns.map(({ expression }) => expression))
    : null;
}
