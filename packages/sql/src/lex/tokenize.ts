import { numberPattern, wordPattern } from './characters.ts';
import type { TemplateEnd } from './template.ts';
import type { LexicalComment, Token, TokenKind } from './token.ts';

const SYMBOLS = [
  ...['...', '->>', '::', '||', '->', '<>', '<=', '>=', '!=', '==', '<<', '>>'],
  ...'()[]{},;.*=<>+-/%&|~?!:\\^'.split(''),
];
const KEYWORD = /^[A-Za-z_]+$/;
const MARK = /^\(?required\)?\s*[,;]?$/i;
const NAMES: ReadonlySet<TokenKind> = new Set(['word', 'quoted', 'number']);
const NO_COMMENTS: readonly LexicalComment[] = [];

/**
 * Splits a text into tokens, the last of kind `end`; comments hang on the token behind them. Nothing is refused:
 * what has no place in SQL comes out as a symbol, what lacks its closing quote as `unclosed`.
 */
export function tokenize(text: string, templateEnd: TemplateEnd): Token[] {
  const tokens: Token[] = [];
  const blanks = /\s+/y;
  const word = wordPattern();
  const number = numberPattern();
  let comments: LexicalComment[] = [];
  let onNewLine = true;
  let at = 0;

  const add = (kind: TokenKind, end: number, content: string, swallowed = false): void => {
    const upper = kind === 'word' && KEYWORD.test(content) ? content.toUpperCase() : '';
    const hung = comments.length === 0 ? NO_COMMENTS : comments;
    tokens.push({ kind, start: at, end, text: content, upper, comments: hung, onNewLine, swallowed });
    comments = [];
    onNewLine = false;
    at = end;
  };
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const lineEnd = (): number => {
    const newline = text.indexOf('\n', at);
    return newline === -1 ? text.length : newline;
  };
  const addLineComment = (): void => {
    const end = lineEnd();
    const content = text.slice(at + 2, end).trim();
    const isMark = MARK.test(content);
    const last = content.charAt(content.length - 1);
    const swallowed = isMark && (last === ',' || last === ';');
    const said = swallowed ? content.slice(0, -1).trimEnd() : content;
    comments.push({ style: 'line', text: said, isMark, onNewLine, start: at, end });
    if (swallowed) {
      at = text.lastIndexOf(last, end);
      add('symbol', at + 1, last, true);
    }
    at = end;
  };
  const addBlockComment = (): void => {
    const close = text.indexOf('*/', at + 2);
    if (close === -1) {
      add('unclosed', text.length, '/*');
      return;
    }
    const isHint = text.charAt(at + 2) === '+';
    const said = text.slice(at + (isHint ? 3 : 2), close).trim();
    const style = isHint ? 'hint' : 'block';
    const isMark = !isHint && MARK.test(said);
    comments.push({ style, text: said, isMark, onNewLine, start: at, end: close + 2 });
    at = close + 2;
  };
  const addQuoted = (quote: string): void => {
    const end = quotedEnd(text, at, quote);
    const content = text.slice(at + 1, end - 1).replaceAll(quote + quote, quote);
    if (end === -1) add('unclosed', text.length, quote);
    else add(quote === "'" ? 'string' : 'quoted', end, content);
  };
  const addTemplate = (): void => {
    const end = templateEnd(at, text.length);
    if (end === -1) add('unclosed', lineEnd(), '{{');
    else add('template', end, text.slice(at + 2, end - 2).trim());
  };
  /** `.5` is a number, but not in `v1.5`. */
  const continuesName = (): boolean => {
    const before = tokens.at(-1);
    return before !== undefined && before.end === at && NAMES.has(before.kind);
  };

  while (at < text.length) {
    const space = match(blanks);
    if (space !== null) {
      onNewLine ||= space.includes('\n');
      at += space.length;
      continue;
    }
    const char = text.charAt(at);
    if (text.startsWith('--', at)) addLineComment();
    else if (text.startsWith('/*', at)) addBlockComment();
    else if (char === "'" || char === '"' || char === '`') addQuoted(char);
    else if (text.startsWith('{{', at)) addTemplate();
    else {
      const digits = char === '.' && continuesName() ? null : match(number);
      const name = digits === null ? match(word) : null;
      if (digits !== null) add('number', at + digits.length, digits);
      else if (name !== null) add('word', at + name.length, name);
      else addSymbol();
    }
  }
  add('end', at, '');
  return tokens;

  function addSymbol(): void {
    const known = SYMBOLS.find((symbol) => text.startsWith(symbol, at));
    const symbol = known ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    add('symbol', at + symbol.length, symbol);
  }
}

/** The offset after the quote that closes the one at `start`; a doubled quote stands for itself. -1: none does. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 2)) {
    if (text.charAt(at + 1) !== quote) return at + 1;
  }
  return -1;
}
