import type { Span } from '../tree/node.ts';

/**
 * `word` is a name or a keyword (which of them, the grammar tells by its place), `quoted` a quoted name,
 * `unclosed` what lacks its closing delimiter: it runs to the end of the text, a template to the end of its line.
 */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'template' | 'symbol' | 'unclosed' | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** A name or a string without quotes, a template without braces, else as written. */
  readonly text: string;
  /** A word of ASCII letters, in capitals: what keywords are compared with. Else empty. */
  readonly upper: string;
  /** The comments between the token before and this one. */
  readonly comments: readonly LexicalComment[];
  /** Not on the line of the token before. */
  readonly onNewLine: boolean;
  /** A comma or semicolon that the author's line comment swallowed: `--required,`. */
  readonly swallowed: boolean;
}

export interface LexicalComment extends Span {
  readonly style: 'line' | 'block' | 'hint';
  /** Without delimiters and the blanks around; without the punctuation that a mark swallowed. */
  readonly text: string;
  /** It says no more than `required`. */
  readonly isMark: boolean;
  /** Not on the line of the token before. */
  readonly onNewLine: boolean;
}
