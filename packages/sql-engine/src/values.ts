import { toJson } from '@plumbline/client-runtime';
import type { StringLiteral, Template } from '@plumbline/sql';
import { isOf64Bits } from './json.ts';
import { Refusal } from './refusal.ts';

/** What SQLite computes with. */
export type SqlValue = string | number | bigint | null;

/** What may be given in place of a template: JSON; objects and lists as their text, dates as RFC 3339 has them. */
export type Given = unknown;

/** The values of a statement's templates, by name. */
export type Values = ReadonlyMap<string, Given>;

/** A value as SQLite computes with it. Throws a TypeError for what has no JSON form. */
export function toSql(value: unknown): SqlValue {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
      // Beyond 64 bits SQLite has floating-point numbers alone.
      return isOf64Bits(value) ? value : Number(value);
    case 'number':
      // SQLite tells integers from floating-point numbers: `1` is not to become `1.0`.
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case 'boolean':
      return value ? 1n : 0n;
    case 'undefined':
      return null;
    case 'object':
      if (value === null) return null;
      return value instanceof Date ? value.toISOString() : toJson(value);
    default:
      throw new TypeError(`A ${typeof value} is no value of SQL.`);
  }
}

/** What a template stands for. */
export function templateValue({ name, start, end }: Template, values: Values): Given {
  if (values.has(name)) return values.get(name);
  throw new Refusal('missing-value', {
    message: `The template \`{{ ${name} }}\` has no value.`,
    hint: `Give one: \`values: { ${/^[\w$]+$/.test(name) ? name : JSON.stringify(name)}: … }\`, or write it in place of the template.`,
    at: { start, end },
  });
}

/**
 * What a string says once its templates are filled in: a string that is nothing but a template is that value, of whatever
 * type. `<name>` without a value is text as any other.
 */
export function stringOf(literal: StringLiteral, text: string, values: Values): Given {
  const templates = literal.templates.filter(({ form, name }) => form === 'braces' || values.has(name));
  const [only] = templates;
  if (only === undefined) return literal.value;
  const from = literal.start + 1;
  const to = literal.end - 1;
  if (templates.length === 1 && only.start === from && only.end === to) return templateValue(only, values);
  const pieces: string[] = [];
  let at = from;
  for (const template of templates) {
    pieces.push(
      text.slice(at, template.start).replaceAll("''", "'"),
      String(toSql(templateValue(template, values)) ?? ''),
    );
    at = template.end;
  }
  return [...pieces, text.slice(at, to).replaceAll("''", "'")].join('');
}
