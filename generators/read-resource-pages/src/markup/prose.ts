import { type Span, trimSpan } from '../document/page-text.ts';
import { attributeOf, attributeText } from './attributes.ts';
import { isBlockElement, proseBuilder } from './block-prose.ts';
import { decodeReferences, decodeText } from './character-references.ts';
import type { Token } from './token.ts';
import { tokensIn } from './tokens.ts';

/** A page's text and its tokens: all that reading a stretch of it needs. */
export interface Marked {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A stretch of prose; in a pipe table, `\|` is a pipe there. */
export interface ProseSpan extends Span {
  readonly inPipeTable?: boolean;
}

/**
 * Prose as Markdown: see `ResourcePage` of the model. It is cut from the source, since a parser's text nodes have
 * lost the `*` of `a*b*c`.
 */
export function proseOf({ text, tokens }: Marked, span: ProseSpan): string {
  const { start, end } = trimSpan(text, span);
  const written = text.slice(start, end);
  if (!/[<&`\\\r{]/.test(written)) return written;
  const isPipe = span.inPipeTable === true;
  const prose = proseBuilder();
  let done = start;
  for (const token of tokensIn(tokens, { start, end })) {
    prose.text(unescapeText(text.slice(done, token.start), isPipe));
    done = token.end;
    const isTag = token.kind === 'open' || token.kind === 'close';
    const isBlock = token.name === 'Prose' || (prose.isInside() && isBlockElement(token.name));
    if (isTag && isBlock) {
      if (token.kind === 'close') prose.close(token.name);
      else prose.open(token.name, startOf(text, token));
    } else if (token.kind === 'code' && prose.isCode())
      prose.text(decodeReferences(text.slice(token.content.start, token.content.end)));
    else prose.text(proseOfToken(text, token, isPipe));
  }
  prose.text(unescapeText(text.slice(done, end), isPipe));
  return prose.end();
}

/** The number of a list's first item. */
function startOf(text: string, token: Token): number | undefined {
  const start = token.name === 'ol' ? attributeOf(text, token, 'start') : null;
  return start === null ? undefined : Number(attributeText(text, start));
}

/** Text without any markup, Markdown's included: labels, headings, verbs. */
export function plainTextOf({ text, tokens }: Marked, span: ProseSpan): string {
  let plain = '';
  let done = span.start;
  for (const token of tokensIn(tokens, span)) {
    plain += unmark(text.slice(done, token.start));
    if (token.kind === 'code') plain += decodeReferences(text.slice(token.content.start, token.content.end));
    else plain += copyableText(text, token) ?? '';
    done = token.end;
  }
  return (plain + unmark(text.slice(done, span.end))).trim();
}

/** What a `<CopyableCode code="x" />` shows; null for every other token. */
function copyableText(text: string, token: Token): string | null {
  if (token.kind !== 'open' || token.name !== 'CopyableCode') return null;
  const code = attributeOf(text, token, 'code');
  return code === null ? '' : attributeText(text, code);
}

function proseOfToken(text: string, token: Token, isPipe: boolean): string {
  switch (token.kind) {
    case 'comment':
    case 'component':
      return '';
    case 'code': {
      const written = text.slice(token.content.start, token.content.end);
      const code = decodeReferences(isPipe ? written.replaceAll('\\|', '|') : written);
      // Decoding may bring in backticks, which the written ones were not chosen for.
      const isFit = token.name === '' && (code === written || !code.includes('`'));
      const ticks = text.slice(token.start, token.content.start);
      return isFit ? ticks + code + ticks : inlineCode(code);
    }
    default: {
      if (token.name === 'br') return '\n';
      const copyable = copyableText(text, token);
      return copyable === null ? text.slice(token.start, token.end) : inlineCode(copyable);
    }
  }
}

/** Code between as many backticks as it needs (CommonMark 0.31, section 6.1). */
function inlineCode(code: string): string {
  if (code === '') return '';
  let longest = 0;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = '`'.repeat(longest + 1);
  const isPadded = code.startsWith('`') || code.endsWith('`');
  return isPadded ? `${ticks} ${code} ${ticks}` : ticks + code + ticks;
}

function unescapeText(text: string, isPipe: boolean): string {
  const withoutEscapes = text.replace(
    isPipe ? /\\([\\{}<>|])/g : /\\([\\{}<>])/g,
    (whole, character: string) => (character === '\\' ? whole : character),
  );
  return decodeReferences(withoutEscapes.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
}

/** Takes off the marks of strong emphasis too. */
function unmark(text: string): string {
  return decodeText(text.replaceAll('**', ''));
}
