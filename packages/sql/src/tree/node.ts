/** A stretch of the parsed text, in UTF-16 units; `-1` and `-1` on a node that was built, not parsed. */
export interface Span {
  readonly start: number;
  /** The offset after the last character. */
  readonly end: number;
}

/** A comment of the author's, beside the node that bears it. */
export interface Comment extends Span {
  readonly style: 'line' | 'block';
  /** What it says, without its delimiters and the blanks around. */
  readonly text: string;
  readonly place: 'before' | 'after';
}

/** `/*+ create *\/`: a comment that is meant for the engine, or for who reads the example. */
export interface Hint extends Span {
  readonly text: string;
  /** Before the statement's verb, or right after it as in `EXEC /*+ SHOWRESULTS *\/ …`. */
  readonly place: 'before' | 'after';
}

/** What stands in a list, one item a line, and so may bear a mark and comments. */
export interface Item extends Span {
  /** The comment that marks the item as required (`-- required`, `--required`, `/* required *\/`); null without one. */
  readonly required: Comment | null;
  /** The other comments beside the item. */
  readonly comments: readonly Comment[];
}
