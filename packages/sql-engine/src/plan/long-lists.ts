import type { Expression, In, NumberLiteral } from '@plumbline/sql';
import { stringOf, templateValue, toSql, type Values } from '../values.ts';
import { fromItem, queryOf } from './built-query.ts';

/** So many values of an `IN` are bound one by one: SQLite takes 32,766 of them in all. */
const MOST = 100;

/** The items of an `IN`: a template that is given a list stands for its items. */
export type Item =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'value'; readonly value: unknown };

export function itemsOf(choice: readonly Expression[], values: Values): readonly Item[] {
  return choice.flatMap((expression): readonly Item[] => {
    const given = expression.kind === 'template' ? templateValue(expression, values) : null;
    return Array.isArray(given)
      ? given.map((value: unknown) => ({ kind: 'value', value }))
      : [{ kind: 'expression', expression }];
  });
}

/** The text of a JSON list of all items; null: they are few, or something among them is no plain value. */
export function listText(items: readonly Item[], text: string, values: Values): string | null {
  if (items.length <= MOST) return null;
  const parts: string[] = [];
  for (const item of items) {
    const json = jsonOf(item, text, values);
    if (json === null) return null;
    parts.push(json);
  }
  return `[${parts.join(',')}]`;
}

function jsonOf(item: Item, text: string, values: Values): string | null {
  if (item.kind === 'value') return valueText(item.value);
  const { expression } = item;
  switch (expression.kind) {
    case 'string':
      return valueText(stringOf(expression, text, values));
    case 'template':
      return valueText(templateValue(expression, values));
    case 'number':
      return numberText(expression);
    case 'unary': {
      const { operator, operand } = expression;
      const digits = operand.kind === 'number' ? numberText(operand) : null;
      return operator === '-' && digits !== null ? `-${digits}` : null;
    }
    case 'constant':
      return expression.value === null ? 'null' : String(Number(expression.value));
    default:
      return null;
  }
}

/** As JSON writes it too: neither `.5` nor `0x10`. */
function numberText({ text }: NumberLiteral): string | null {
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : null;
}

/** Text in which SQLite reads the very same value; null: it would not, as of a NUL. */
function valueText(given: unknown): string | null {
  const value = toSql(given);
  if (typeof value === 'string') return value.includes('\0') ? null : JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : null;
  return String(value);
}

/** `x IN (SELECT value FROM json_each(list))` */
export function inList({ operand, ...rest }: In, list: Expression): In {
  const built = { start: -1, end: -1 };
  const value: Expression = {
    kind: 'column',
    parts: [{ kind: 'identifier', name: 'value', quoted: true, ...built }],
    name: 'value',
    ...built,
  };
  const each = fromItem({ kind: 'table-function', name: 'json_each', arguments: [list], ...built });
  return { ...rest, operand, choice: queryOf({ columns: [value], from: [each] }) };
}
