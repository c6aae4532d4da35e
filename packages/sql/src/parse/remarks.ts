import type { LexicalComment } from '../lex/token.ts';
import type { Comment, Hint, Item } from '../tree/node.ts';

/**
 * Who gets which comment. Comments hang on the token behind them; they wait here, as the tokens go by, for the item
 * that they stand beside.
 */
export class Remarks {
  #waiting: LexicalComment[] = [];
  #hints: Hint[] = [];
  /** How many comments of the next token have been taken off it. */
  #taken = 0;

  /** Begins a statement at its first token; gives the comments above it. */
  begin(comments: readonly LexicalComment[]): readonly Comment[] {
    this.#waiting = [];
    this.#hints = comments.filter(({ style }) => style === 'hint').map((comment) => hint(comment, 'before'));
    this.#taken = comments.length;
    return comments.filter(({ style }) => style !== 'hint').map((comment) => placed(comment, 'before'));
  }

  /** The token that bears these comments is read. */
  pass(comments: readonly LexicalComment[]): void {
    this.#takeWhile(comments, () => true);
    this.forget();
  }

  /** Another token is next. */
  forget(): void {
    this.#taken = 0;
  }

  /** All that waits, and what stands before the next token. */
  takeAll(comments: readonly LexicalComment[]): readonly Comment[] {
    this.#takeWhile(comments, () => true);
    return this.#drain().map((comment) => placed(comment, 'after'));
  }

  /** What waits, and what stands before the next token on the line of the last. */
  takeLine(comments: readonly LexicalComment[]): readonly Comment[] {
    return this.#drainLine(comments).map((comment) => placed(comment, 'after'));
  }

  /** The marks and comments of an item that has been read from `start`, with the comma behind it. */
  notes(comments: readonly LexicalComment[], start: number): Pick<Item, 'required' | 'comments'> {
    const waiting = this.#drainLine(comments);
    if (waiting.length === 0) return { required: null, comments: [] };
    const mark = waiting.find(({ isMark }) => isMark);
    const place = (comment: LexicalComment) => placed(comment, comment.end <= start ? 'before' : 'after');
    return {
      required: mark === undefined ? null : place(mark),
      comments: waiting.filter((comment) => comment !== mark).map(place),
    };
  }

  takeHints(): readonly Hint[] {
    return this.#hints;
  }

  #drainLine(comments: readonly LexicalComment[]): readonly LexicalComment[] {
    this.#takeWhile(comments, ({ onNewLine }) => !onNewLine);
    return this.#drain();
  }

  #drain(): readonly LexicalComment[] {
    const waiting = this.#waiting;
    if (waiting.length > 0) this.#waiting = [];
    return waiting;
  }

  #takeWhile(comments: readonly LexicalComment[], isWanted: (comment: LexicalComment) => boolean): void {
    for (; this.#taken < comments.length; this.#taken += 1) {
      const comment = comments[this.#taken];
      if (comment === undefined || !isWanted(comment)) return;
      if (comment.style === 'hint') this.#hints.push(hint(comment, 'after'));
      else this.#waiting.push(comment);
    }
  }
}

function placed({ style, text, start, end }: LexicalComment, place: Comment['place']): Comment {
  return { style: style === 'line' ? 'line' : 'block', text, place, start, end };
}

function hint({ text, start, end }: LexicalComment, place: Hint['place']): Hint {
  return { text, place, start, end };
}
