import { toJson } from '@plumbline/client-runtime';
import type { JsonArgument, StringLiteral, Template } from '@plumbline/sql';
import { parseJson } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { templateValue, toSql, type Values } from '../values.ts';

/** The body that `@@json` says, its templates filled in: a value stays within what it stands in. */
export function jsonBody({ value, start, end }: JsonArgument, text: string, values: Values): unknown {
  if (value.kind === 'template') {
    const given = templateValue(value, values);
    return typeof given === 'string' ? parse(given, { start, end }) : given;
  }
  return parse(filled(value, text, values), { start, end });
}

function filled(literal: StringLiteral, text: string, values: Values): string {
  const pieces: string[] = [];
  const end = literal.end - 1;
  let at = literal.start + 1;
  for (const template of literal.templates) {
    if (template.form === 'angles' && !values.has(template.name)) continue;
    const given = templateValue(template, values);
    const isQuoted = text[template.start - 1] === '"' && text[template.end] === '"';
    const isInString = !isQuoted && stands(template, literal, text);
    // `"{{ age }}"` is the number, where a number is given.
    const isPlain = isQuoted && typeof given !== 'string';
    pieces.push(unquoted(text.slice(at, template.start - (isPlain ? 1 : 0))));
    pieces.push(
      isQuoted && !isPlain
        ? inner(String(given))
        : isInString
          ? inner(String(toSql(given) ?? ''))
          : (toJson(given) ?? 'null'),
    );
    at = template.end + (isPlain ? 1 : 0);
  }
  pieces.push(unquoted(text.slice(at, end)));
  return pieces.join('');
}

/** Whether a template stands within a string of the JSON text: behind an odd number of quotes. */
function stands({ start }: Template, literal: StringLiteral, text: string): boolean {
  const before = text.slice(literal.start + 1, start).replaceAll(/\\./g, '');
  return (before.split('"').length - 1) % 2 === 1;
}

const unquoted = (text: string): string => text.replaceAll("''", "'");

/** As it stands between the quotes of a JSON string. */
const inner = (text: string): string => JSON.stringify(text).slice(1, -1);

function parse(text: string, at: { readonly start: number; readonly end: number }): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new Refusal('wrong-type', {
      message: `\`@@json\` is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Names and strings stand in double quotes; a template in a string is filled in as text.',
      at,
    });
  }
}
