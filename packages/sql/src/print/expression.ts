import { isNumber } from '../lex/characters.ts';
import { FOLLOWS_NAME, FUNCTIONS, WINDOW_WORDS } from '../lex/keywords.ts';
import { BINARY, BINDING } from '../operators.ts';
import type {
  Binary,
  Call,
  Case,
  Expression,
  In,
  NamedWindow,
  Template,
  Unary,
  Window,
} from '../tree/expression.ts';
import type { Identifier } from '../tree/name.ts';
import type { OrderTerm } from '../tree/query.ts';
import type { Layout } from './layout.ts';
import { isKeyword, isPlain, quoteIdentifier, quoteString } from './quote.ts';

/** An expression on one line, in parentheses where its operator binds less tightly than `binding`. */
export function printExpression(
  expression: Expression,
  layout: Layout,
  binding: number = BINDING.or,
): string {
  const text = printBare(expression, layout);
  return bindingOf(expression) < binding ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return BINARY[expression.operator];
    case 'logical':
      return expression.operator === 'OR' ? BINDING.or : BINDING.and;
    case 'between':
    case 'in':
      return BINDING.equality;
    case 'collate':
      return BINDING.collation;
    case 'unary':
      return expression.operator === 'NOT' ? BINDING.not : BINDING.sign;
    default:
      return BINDING.operand;
  }
}

function printBare(expression: Expression, layout: Layout): string {
  switch (expression.kind) {
    case 'string':
      return quoteString(expression.value);
    case 'number':
      return isNumber(expression.text) ? expression.text : quoteString(expression.text);
    case 'constant':
      return String(expression.value).toUpperCase();
    case 'template':
      return printTemplate(expression);
    case 'bound':
      return `?${expression.index}`;
    case 'column':
      return printParts(expression.parts, layout);
    case 'star':
      return expression.qualifier.length === 0 ? '*' : `${printParts(expression.qualifier, layout)}.*`;
    case 'call':
      return printCall(expression, layout);
    case 'unary':
      return printUnary(expression, layout);
    case 'binary':
      return printBinary(expression, layout);
    case 'logical': {
      const above = bindingOf(expression) + 1;
      const operands = expression.operands.map((operand) => printExpression(operand, layout, above));
      return operands.join(` ${expression.operator} `);
    }
    case 'between': {
      const [operand, low, high] = [expression.operand, expression.low, expression.high].map((part, i) =>
        printExpression(part, layout, BINDING.equality + (i === 0 ? 0 : 1)),
      );
      return `${operand}${expression.negated ? ' NOT' : ''} BETWEEN ${low} AND ${high}`;
    }
    case 'in':
      return printIn(expression, layout);
    case 'case':
      return printCase(expression, layout);
    case 'cast':
      return `CAST(${printExpression(expression.operand, layout)} AS ${printType(expression.type)})`;
    case 'collate':
      return `${printExpression(expression.operand, layout, BINDING.collation)} COLLATE ${expression.collation}`;
    case 'tuple':
      return `(${printAll(expression.items, layout)})`;
    case 'subquery':
      return `(${layout.nested(expression.query)})`;
    case 'exists':
      return `EXISTS (${layout.nested(expression.query)})`;
  }
}

export function printParts(parts: readonly Identifier[], layout: Layout): string {
  return parts.map(({ name }) => layout.name(name)).join('.');
}

export function printAll(expressions: readonly Expression[], layout: Layout): string {
  return expressions.map((expression) => printExpression(expression, layout)).join(', ');
}

/** A bare template, or where its name would end it early, a string that holds it. */
function printTemplate({ form, name }: Template): string {
  if (form === 'angles') return quoteString(`<${name}>`);
  const text = `{{ ${name} }}`;
  return isBalanced(name) ? text : quoteString(text);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const brace of text.replaceAll(/[^{}]/g, '')) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** A function's name as written, dots included; quoted where it would be read as something else. */
export function printFunctionName(name: string): string {
  const upper = name.toUpperCase();
  const isReserved = isKeyword(name) && (FOLLOWS_NAME.has(upper) || !CALLABLE.has(upper));
  return name.split('.').every(isPlain) && !isReserved ? name : quoteIdentifier(name);
}

const CALLABLE: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  ...['CONVERT', 'DATABASE', 'IF', 'MOD', 'SCHEMA', 'SUBSTR', 'SUBSTRING', 'TIMESTAMPADD', 'TIMESTAMPDIFF'],
]);

function printCall(call: Call, layout: Layout): string {
  const distinct = call.distinct ? 'DISTINCT ' : '';
  const filter = call.filter === null ? '' : ` FILTER (WHERE ${printExpression(call.filter, layout)})`;
  const over = call.over === null ? '' : ` OVER ${printOver(call.over, layout)}`;
  const order = call.orderBy.length === 0 ? '' : ` ${printOrderBy(call.orderBy, layout)}`;
  const name = printFunctionName(call.name);
  return `${name}(${distinct}${printAll(call.arguments, layout)}${order})${filter}${over}`;
}

function printOver(window: Window, layout: Layout): string {
  const { base, partitionBy, orderBy, frame } = window;
  const isNamed = base !== null && partitionBy.length + orderBy.length === 0 && frame === null;
  return isNamed ? layout.name(base.name) : printWindow(window, layout);
}

/** The windows of a `WINDOW`. */
export function printWindows(windows: readonly NamedWindow[], layout: Layout): string {
  return windows
    .map(({ name, window }) => `${layout.name(name.name)} AS ${printWindow(window, layout)}`)
    .join(', ');
}

function printWindow({ base, partitionBy, orderBy, frame }: Window, layout: Layout): string {
  const clauses: string[] = [];
  if (base !== null) {
    const isWord = WINDOW_WORDS.has(base.name.toUpperCase());
    clauses.push(isWord ? quoteIdentifier(base.name) : layout.name(base.name));
  }
  if (partitionBy.length > 0) clauses.push(`PARTITION BY ${printAll(partitionBy, layout)}`);
  if (orderBy.length > 0) clauses.push(printOrderBy(orderBy, layout));
  if (frame !== null && /^(?:ROWS|RANGE|GROUPS)(?: [A-Z0-9.]+)+$/.test(frame)) clauses.push(frame);
  return `(${clauses.join(' ')})`;
}

export function printOrderBy(terms: readonly OrderTerm[], layout: Layout): string {
  const printed = terms.map(({ expression, direction, nulls }) => {
    const order = `${direction === null ? '' : ` ${direction}`}${nulls === null ? '' : ` NULLS ${nulls}`}`;
    return `${printExpression(expression, layout)}${order}`;
  });
  return `ORDER BY ${printed.join(', ')}`;
}

function printUnary({ operator, operand }: Unary, layout: Layout): string {
  if (operator === 'NOT') return `NOT ${printExpression(operand, layout, BINDING.not)}`;
  // Two signs in a row would begin a comment.
  return `${operator}${printExpression(operand, layout, BINDING.cast)}`;
}

function printBinary({ operator, left, right }: Binary, layout: Layout): string {
  const binding = BINARY[operator];
  return `${printExpression(left, layout, binding)} ${operator} ${printExpression(right, layout, binding + 1)}`;
}

function printIn({ negated, operand, choice }: In, layout: Layout): string {
  const list = 'kind' in choice ? layout.nested(choice) : printAll(choice, layout);
  return `${printExpression(operand, layout, BINDING.equality)}${negated ? ' NOT' : ''} IN (${list})`;
}

function printCase({ operand, branches, otherwise }: Case, layout: Layout): string {
  const parts = ['CASE'];
  if (operand !== null) parts.push(printExpression(operand, layout));
  for (const { when, result } of branches) {
    parts.push(`WHEN ${printExpression(when, layout)} THEN ${printExpression(result, layout)}`);
  }
  if (otherwise !== null) parts.push(`ELSE ${printExpression(otherwise, layout)}`);
  return [...parts, 'END'].join(' ');
}

const TYPE = /^[A-Z_][A-Z0-9_]*(?: PRECISION)?(?:\(\d+(?:, \d+)*\))?$/i;

function printType(type: string): string {
  return TYPE.test(type) ? type : quoteIdentifier(type);
}
