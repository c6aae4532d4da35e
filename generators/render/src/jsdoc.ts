import type { Encoded } from './encoded.ts';
import { replaceInvisible } from './invisible.ts';

/**
 * The body of a JSDoc comment, as Markdown that editors show: the end mark of a comment cannot end it, and a
 * description's own `@word`, or any `@` that begins a word, starts no tag.
 */
export function jsdocText(text: string): Encoded<'jsdoc'> {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').trim();
  return replaceInvisible(lines, (code) => `&#${code};`)
    .replaceAll('*/', '*&#47;')
    .replace(/(?<!\S)@(?=\S)|@(?=\p{ID_Start})/gu, '&#64;') as Encoded<'jsdoc'>;
}

/**
 * A whole comment at an indentation, empty where nothing is to say: one line where the text has one and no tags.
 * `tags` are lines such as `@deprecated`, encoded already.
 */
export function jsdoc(
  text: Encoded<'jsdoc'>,
  { indent = '', tags = [] }: { readonly indent?: string; readonly tags?: readonly Encoded<'jsdoc'>[] } = {},
): Encoded<'ts'> {
  const lines = [...(text === '' ? [] : text.split('\n')), ...tags.flatMap((tag) => tag.split('\n'))];
  if (lines.length === 0) return '' as Encoded<'ts'>;
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n` as Encoded<'ts'>;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n');
  return `${indent}/**\n${body}\n${indent} */\n` as Encoded<'ts'>;
}
