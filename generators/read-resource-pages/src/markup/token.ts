import type { Span } from '../document/page-text.ts';

/** What stands out of the text of a page. Tokens follow each other and never overlap. */
export interface Token extends Span {
  /**
   * An opening or closing tag; inline code, of backticks or of `<code>`; the template literal inside a `<CodeBlock>`;
   * a fence; a comment; what a component of our own pages adds to the format.
   */
  readonly kind: 'open' | 'close' | 'code' | 'template' | 'fence' | 'comment' | 'component';
  /** The tag's name, or the fence's language. */
  readonly name: string;
  /** A tag's attributes; what is inside of the others. */
  readonly content: Span;
  /** A tag that is opened and closed at once; a fence that is closed. */
  readonly closed: boolean;
}
