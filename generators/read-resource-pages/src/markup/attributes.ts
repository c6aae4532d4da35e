import { isSpace, type Span, trimSpan } from '../document/page-text.ts';
import { decodeReferences } from './character-references.ts';
import { decodeEscapes } from './escapes.ts';
import type { Token } from './token.ts';

/** An attribute as it is written. */
export interface Attribute {
  readonly name: string;
  readonly kind: 'bare' | 'quoted' | 'expression';
  /** Without quotes or braces; empty for an attribute without a value. */
  readonly value: Span;
  readonly end: number;
}

/** Reads the attribute that starts at an offset; null where none is. */
export type ReadAttribute = (start: number) => Attribute | null;

export function attributeReader(text: string): ReadAttribute {
  // An expression that was given up is not searched again from a later brace inside it.
  let givenUpBefore = -1;

  /** Behind the brace that closes the one at `from`; -1 where none does. */
  const expressionEnd = (from: number): number => {
    if (from < givenUpBefore) return -1;
    let depth = 0;
    let i = from;
    while (i < text.length && !isEmptyLine(text, i)) {
      const code = text.charCodeAt(i);
      const end = code === 34 || code === 39 || code === 96 ? stringEnd(text, i) : i + 1;
      if (end === -1) break;
      if (code === 123) depth += 1;
      else if (code === 125) depth -= 1;
      if (depth === 0) return end;
      i = end;
    }
    const lineEnd = text.indexOf('\n', i);
    givenUpBefore = lineEnd === -1 ? text.length : lineEnd;
    return -1;
  };

  return (start) => {
    const nameEnd = skipName(text, start);
    if (nameEnd === start) return null;
    const name = text.slice(start, nameEnd);
    const equals = skipSpace(text, nameEnd);
    if (text.charCodeAt(equals) !== 61 /* = */) {
      return { name, kind: 'bare', value: { start: nameEnd, end: nameEnd }, end: nameEnd };
    }
    const value = skipSpace(text, equals + 1);
    const code = text.charCodeAt(value);
    if (code === 123) {
      const end = expressionEnd(value);
      return end === -1 ? null : { name, kind: 'expression', value: { start: value + 1, end: end - 1 }, end };
    }
    if (code === 34 || code === 39) {
      const end = text.indexOf(text.charAt(value), value + 1);
      return end === -1 ? null : { name, kind: 'quoted', value: { start: value + 1, end }, end: end + 1 };
    }
    const end = skipBareValue(text, value);
    return end === value ? null : { name, kind: 'bare', value: { start: value, end }, end };
  };
}

/** The attribute `name` of a tag. Of several the last counts, as in JSX. */
export function attributeOf(text: string, { content }: Token, name: string): Attribute | null {
  if (content.start === content.end) return null;
  const read = attributeReader(text);
  let found: Attribute | null = null;
  for (let i = skipSpace(text, content.start); i < content.end; ) {
    const attribute = read(i);
    if (attribute === null) break;
    if (attribute.name === name) found = attribute;
    i = skipSpace(text, attribute.end);
  }
  return found;
}

/** What an attribute says: character references decoded in quotes, `{'x'}` as `x`; another expression as it is written. */
export function attributeText(text: string, attribute: Attribute): string {
  const { start, end } = attributeContent(text, attribute);
  const written = text.slice(start, end);
  return attribute.kind === 'expression' ? decodeEscapes(written) : decodeReferences(written);
}

/** Where an attribute's text stands: inside the string literal, if that is all of an expression. */
export function attributeContent(text: string, { kind, value }: Attribute): Span {
  if (kind !== 'expression') return value;
  const { start, end } = trimSpan(text, value);
  const quote = text.charAt(start);
  const isLiteral = '"\'`'.includes(quote) && end - start > 1 && text.charAt(end - 1) === quote;
  return isLiteral ? { start: start + 1, end: end - 1 } : value;
}

export function skipSpace(text: string, from: number): number {
  let i = from;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** Behind the string literal at `from`; -1 where its line ends first. */
function stringEnd(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  for (let i = from + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === 92 /* \ */) i += 1;
    else if (code === 10) return -1;
  }
  return -1;
}

/** A line ending that an empty line follows: an attribute does not go on behind it. */
function isEmptyLine(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) !== 10) return false;
  let i = offset + 1;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 13) i += 1;
  return text.charCodeAt(i) === 10;
}

/** Behind the name of a tag or an attribute; `from` itself where none starts there. */
export function skipName(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from;
  let i = from;
  while (isNamePart(text.charCodeAt(i))) i += 1;
  return i;
}

/** HTML, section 13.1.2.3: no white space, quotes, `=`, `<`, `>` or backtick. */
function skipBareValue(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isSpace(text.charCodeAt(i)) && !'"\'=<>`'.includes(text.charAt(i))) i += 1;
  return i;
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}
