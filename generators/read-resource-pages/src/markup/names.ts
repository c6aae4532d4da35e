import { type Span, trimSpan } from '../document/page-text.ts';
import { attributeContent, attributeOf, attributeText } from './attributes.ts';
import { decodeReferences, decodeText } from './character-references.ts';
import { decodeEscapes } from './escapes.ts';
import type { Marked, ProseSpan } from './prose.ts';
import type { Token } from './token.ts';
import { tokensIn } from './tokens.ts';

/** A name in a cell, and the offset of its first character. */
export interface Name {
  readonly value: string;
  readonly offset: number;
  /** The target of the link around it, without `#`; null where there is none. */
  readonly anchor: string | null;
}

/** What stands for no name at all. */
const NONE = /^[-–—]+$/;

/**
 * The names in a cell, however its dialect writes them: `<a href="#x"><code>x</code></a>, …`, `` `x, y` ``,
 * `<CopyableCode code="x, y" />` or plain text.
 */
export function namesIn(page: Marked, cell: ProseSpan): readonly Name[] {
  const names = nameSpans(page, cell).flatMap(({ span, anchor, decode }) =>
    commaSpans(page.text, span).flatMap((part) => nameAt(page.text, part, anchor, decode)),
  );
  return names.filter(({ value }) => !NONE.test(value));
}

/** The one name of a cell, which may hold commas; null where the cell is empty. */
export function nameIn(page: Marked, cell: ProseSpan): Name | null {
  for (const { span, anchor, decode } of nameSpans(page, cell)) {
    const [name] = nameAt(page.text, span, anchor, decode);
    if (name !== undefined) return name;
  }
  return null;
}

interface NameSpan {
  readonly span: Span;
  readonly anchor: string | null;
  readonly decode: (written: string) => string;
}

/** Stretches of code in a cell; where there are none, stretches of text between its tags. */
function nameSpans({ text, tokens }: Marked, cell: ProseSpan): readonly NameSpan[] {
  const inside = tokensIn(tokens, cell);
  const decodeCode = (written: string) =>
    decodeReferences(cell.inPipeTable === true ? written.replaceAll('\\|', '|') : written);
  const spans: NameSpan[] = [];
  let anchor: string | null = null;
  for (const token of inside) {
    if (token.kind === 'code') spans.push({ span: token.content, anchor, decode: decodeCode });
    else if (token.name === 'a') anchor = token.kind === 'open' ? anchorOf(text, token) : null;
    else if (token.name === 'CopyableCode') {
      const code = attributeOf(text, token, 'code');
      if (code === null) continue;
      const decode = code.kind === 'expression' ? decodeEscapes : decodeReferences;
      spans.push({ span: attributeContent(text, code), anchor, decode });
    }
  }
  return spans.length > 0 ? spans : plainSpans(text, inside, cell);
}

function plainSpans(text: string, inside: readonly Token[], cell: Span): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  let anchor: string | null = null;
  let done = cell.start;
  for (const token of inside) {
    spans.push({ span: { start: done, end: token.start }, anchor, decode: decodeText });
    done = token.end;
    if (token.name === 'a') anchor = token.kind === 'open' ? anchorOf(text, token) : null;
  }
  return [...spans, { span: { start: done, end: cell.end }, anchor, decode: decodeText }];
}

/** A name that is all of a link: `[id](#id)`. */
const LINK = /^\[([^[\]]+)\]\(([^()\s]*)\)$/;
const MAX_LINK = 400;

function linkAt(text: string, { start, end }: Span): RegExpExecArray | null {
  return text.charCodeAt(start) === 91 && end - start < MAX_LINK ? LINK.exec(text.slice(start, end)) : null;
}

function linkText({ start }: Span, [, label = '']: RegExpExecArray): Span {
  return { start: start + 1, end: start + 1 + label.length };
}

/** Without the marks of emphasis around it; those of underscores may be the name's own. */
function emphasized(text: string, { start, end }: Span): Span {
  if (text.charCodeAt(start) !== 42) return { start, end };
  const [marks = ''] = /^\*{1,3}/.exec(text.slice(start, start + 3)) ?? [];
  const isMarked = end - start > 2 * marks.length && text.slice(start, end).endsWith(marks);
  return isMarked ? { start: start + marks.length, end: end - marks.length } : { start, end };
}

function fragment(target: string): string | null {
  return target.startsWith('#') ? target.slice(1) : null;
}

/** `#parameter-x` as `parameter-x`; null for a link to somewhere else. */
function anchorOf(text: string, link: Token): string | null {
  const href = attributeOf(text, link, 'href');
  return href === null ? null : fragment(attributeText(text, href));
}

function nameAt(
  text: string,
  span: Span,
  anchor: string | null,
  decode: NameSpan['decode'],
): readonly Name[] {
  const trimmed = trimSpan(text, span);
  const link = linkAt(text, trimmed);
  const [shown, target] =
    link === null ? [trimmed, anchor] : [linkText(trimmed, link), fragment(link[2] ?? '')];
  const { start, end } = emphasized(text, shown);
  const value = decode(text.slice(start, end)).trim();
  return value === '' ? [] : [{ value, offset: start, anchor: target }];
}

function commaSpans(text: string, { start, end }: Span): readonly Span[] {
  let from = start;
  return text
    .slice(start, end)
    .split(',')
    .map((part) => {
      const span = { start: from, end: from + part.length };
      from = span.end + 1;
      return span;
    });
}
