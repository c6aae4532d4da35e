import { isNumber } from '../lex/characters.ts';
import { templateEnds, templatesIn } from '../lex/template.ts';
import type { Expression, StringLiteral, Template } from '../tree/expression.ts';
import type { Column, Identifier } from '../tree/name.ts';
import type { Span } from '../tree/node.ts';

/** Where nodes stand that were built. */
export const NOWHERE: Span = { start: -1, end: -1 };

/** A value in plain data: strings and numbers stand for themselves. */
export type Value = Expression | string | number | boolean | null;

/** `{{ name }}`, to stand without quotes. */
export function buildTemplate(name: string): Template {
  return { kind: 'template', form: 'braces', name, ...NOWHERE };
}

/** The expression that stands for a value. A number that SQL cannot write (infinite, none) becomes NULL. */
export function buildExpression(value: Value): Expression {
  if (typeof value === 'string') return buildString(value);
  if (typeof value === 'number') return buildNumber(value);
  return typeof value === 'boolean' || value === null ? { kind: 'constant', value, ...NOWHERE } : value;
}

export function buildString(value: string): StringLiteral {
  const content = value.replaceAll("'", "''");
  const templates = templatesIn(content, 0, content.length, templateEnds(content));
  return {
    kind: 'string',
    value,
    templates: templates.map((template) => ({ ...template, ...NOWHERE })),
    ...NOWHERE,
  };
}

function buildNumber(value: number): Expression {
  const text = String(Math.abs(value));
  if (!isNumber(text)) return { kind: 'constant', value: null, ...NOWHERE };
  const number = { kind: 'number', text, ...NOWHERE } as const;
  return value < 0 ? { kind: 'unary', operator: '-', operand: number, ...NOWHERE } : number;
}

export function buildIdentifier(name: string): Identifier {
  return { kind: 'identifier', name, quoted: false, ...NOWHERE };
}

/** A column of that very name, dots included. */
export function buildColumn(name: string): Column {
  return { kind: 'column', parts: [buildIdentifier(name)], name, ...NOWHERE };
}
