import type { Region } from '../document/blocks.ts';
import type { Span } from '../document/page-text.ts';
import { attributeReader, type ReadAttribute, skipName, skipSpace } from './attributes.ts';
import { type CodeSpans, codeSpans } from './code-spans.ts';
import { isEscaped } from './escapes.ts';
import type { Token } from './token.ts';

/**
 * Finds the tags, code and comments of a page from `from` on: HTML, JSX and Markdown alike, and none of their parsers,
 * since real pages break the rules of each. Whatever does not read as a tag is text. Linear in the text's length.
 */
export function tokensOf(text: string, from: number, regions: readonly Region[]): readonly Token[] {
  const tokens: Token[] = [];
  const spans = codeSpans(text);
  const readAttribute = attributeReader(text);
  const mark = /<|`+|\{\/\*/g;
  let region = 0;
  let at = from;

  /** Takes the regions that start at or before `offset`; true if there was one. */
  const takeRegions = (offset: number): boolean => {
    const before = region;
    for (let next = regions[region]; next !== undefined && next.start <= offset; next = regions[region]) {
      const { kind, language, start, end, content, closed } = next;
      tokens.push({ kind, name: language, start, end, content, closed });
      at = Math.max(at, end);
      region += 1;
    }
    return region > before;
  };

  for (;;) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (takeRegions(found?.index ?? text.length)) continue;
    if (found === null) return tokens;
    const limit = regions[region]?.start ?? text.length;
    const token = tokenAt(text, found.index, found[0], { spans, readAttribute });
    if (token === null || token.end > limit)
      at = found.index + (found[0].startsWith('`') ? found[0].length : 1);
    else {
      tokens.push(token);
      at = token.end;
      const template = token.name === 'CodeBlock' && token.kind === 'open' ? templateAt(text, at) : null;
      if (template !== null && template.end <= limit) {
        tokens.push(template);
        at = template.end;
      }
    }
  }
}

/** The tokens that lie inside a span. */
export function tokensIn(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const from = firstFrom(tokens, start);
  let to = from;
  for (let next = tokens[to]; next !== undefined && next.end <= end; next = tokens[to]) to += 1;
  return tokens.slice(from, to);
}

/** The first of the stretches, which follow each other, that starts at an offset or behind it. */
export function firstFrom(tokens: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Scans {
  readonly spans: CodeSpans;
  readonly readAttribute: ReadAttribute;
}

function tokenAt(text: string, start: number, mark: string, { spans, readAttribute }: Scans): Token | null {
  if (mark.startsWith('`')) return spans.ofBackticks(start, mark.length);
  if (mark === '{/*') return spans.comment(start, mark);
  if (text.startsWith('<!--', start)) return spans.comment(start, '<!--');
  if (text.charCodeAt(start + 1) === 47 /* / */) return closingTag(text, start);
  const nameEnd = skipName(text, start + 1);
  const tag = nameEnd === start + 1 ? null : tagEnd(text, nameEnd, readAttribute);
  if (tag === null) return null;
  const name = tagName(text.slice(start + 1, nameEnd));
  const { end, closed } = tag;
  const code = name === 'code' && !closed ? spans.ofElement(start, end) : null;
  return (
    code ?? { kind: 'open', name, start, end, content: { start: nameEnd, end: tag.attributesEnd }, closed }
  );
}

/** Reads over a tag's attributes to its `>`; null where this is no tag: `a < b`, `<Key, Value>`. */
function tagEnd(
  text: string,
  nameEnd: number,
  readAttribute: ReadAttribute,
): { readonly attributesEnd: number; readonly end: number; readonly closed: boolean } | null {
  for (let at = nameEnd; ; ) {
    const next = skipSpace(text, at);
    const code = text.charCodeAt(next);
    if (code === 62 /* > */) return { attributesEnd: at, end: next + 1, closed: false };
    if (code === 47 /* / */) {
      const close = skipSpace(text, next + 1);
      return text.charCodeAt(close) === 62 ? { attributesEnd: at, end: close + 1, closed: true } : null;
    }
    const attribute = next === at ? null : readAttribute(next);
    if (attribute === null) return null;
    at = attribute.end;
  }
}

/** HTML does not tell `<TABLE>` from `<table>`; JSX does, and nobody has a component of such a name. */
function tagName(name: string): string {
  return SHOUTED.has(name) ? name.toLowerCase() : name;
}

const SHOUTED: ReadonlySet<string> = new Set('TABLE THEAD TBODY TFOOT TR TH TD A B BR CODE'.split(' '));

function closingTag(text: string, start: number): Token | null {
  const nameEnd = skipName(text, start + 2);
  const close = skipSpace(text, nameEnd);
  if (nameEnd === start + 2 || text.charCodeAt(close) !== 62 /* > */) return null;
  const content = { start: nameEnd, end: nameEnd };
  return {
    kind: 'close',
    name: tagName(text.slice(start + 2, nameEnd)),
    start,
    end: close + 1,
    content,
    closed: true,
  };
}

/** The template literal that is all of a code block's content: ``{`…`}``. */
function templateAt(text: string, from: number): Token | null {
  const opening = /\s*\{\s*`/y;
  opening.lastIndex = from;
  if (!opening.test(text)) return null;
  const start = opening.lastIndex;
  for (let end = text.indexOf('`', start); end !== -1; end = text.indexOf('`', end + 1)) {
    if (isEscaped(text, end)) continue;
    return { kind: 'template', name: '', start: from, end: end + 1, content: { start, end }, closed: true };
  }
  return null;
}
