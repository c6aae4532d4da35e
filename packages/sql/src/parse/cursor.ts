import { VERBS } from '../lex/keywords.ts';
import type { TemplateEnd } from '../lex/template.ts';
import type { Token } from '../lex/token.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Expression } from '../tree/expression.ts';
import type { Comment, Hint, Item, Span } from '../tree/node.ts';
import type { Query } from '../tree/query.ts';
import { Remarks } from './remarks.ts';

/** Rules that others call back: expressions hold queries, and queries expressions. */
export interface Rules {
  readonly expression: (cursor: Cursor) => Expression;
  readonly query: (cursor: Cursor) => Query;
}

/** How deep parentheses, calls and subqueries may nest, and how many links chains such as `a || b || …` may add. */
const MAX_DEPTH = 200;
const MAX_LINKS = 1_000;

/**
 * A place among the tokens, with what has been found on the way. After a problem that the statement cannot go on
 * from, the cursor answers as if the text ended, so that every rule comes to its end without exceptions; then
 * {@link finish} goes on behind the next semicolon.
 */
export class Cursor {
  readonly text: string;
  readonly templateEnd: TemplateEnd;
  readonly rules: Rules;
  readonly problems: Problem[] = [];
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  readonly #remarks = new Remarks();
  #index = 0;
  #lastEnd = 0;
  #failed = false;
  #depth = 0;
  #links = 0;

  constructor(text: string, tokens: readonly Token[], templateEnd: TemplateEnd, rules: Rules) {
    this.text = text;
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? endOf(text);
    this.templateEnd = templateEnd;
    this.rules = rules;
  }

  peek(ahead = 0): Token {
    return this.#failed ? this.#end : (this.#tokens[this.#index + ahead] ?? this.#end);
  }

  next(): Token {
    const token = this.peek();
    if (token.kind === 'end') return token;
    this.#remarks.pass(token.comments);
    this.#index += 1;
    this.#lastEnd = token.end;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    return this.peek(ahead).upper === word;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next();
    return true;
  }

  /** Two words that make one keyword: `GROUP BY`. */
  acceptWords(first: string, second: string): boolean {
    if (!(this.isWord(first) && this.isWord(second, 1))) return false;
    this.next();
    this.next();
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) this.fail(`\`${word}\``);
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) this.fail(`\`${symbol}\``);
  }

  /** A comma between items; one that a comment swallowed may stand beside the author's own. */
  acceptComma(): boolean {
    if (!this.isSymbol(',')) return false;
    let { swallowed } = this.next();
    while (this.isSymbol(',') && (swallowed || this.peek().swallowed)) swallowed = this.next().swallowed;
    return true;
  }

  /** The span from `start` to the end of the last token read. */
  from(start: number): Span {
    return { start, end: Math.max(start, this.#lastEnd) };
  }

  /** Gives the statement up: something else than `expected` stands here. */
  fail(...expected: string[]): void {
    if (this.#failed) return;
    const { kind, text, start, end } = this.peek();
    const due = expected.join(' or ');
    if (kind === 'unclosed')
      this.report('unclosed', { start, end }, `\`${text}\` is never closed.`, expected);
    else if (kind === 'end' || this.isSymbol(';'))
      this.report('incomplete', { start, end }, `The statement ends where ${due} must follow.`, expected);
    else {
      const message = `Expected ${due}, found \`${excerpt(this.text.slice(start, end))}\`.`;
      this.report('unexpected', { start, end }, message, expected);
    }
    this.#failed = true;
  }

  /** Gives the statement up: it begins with no verb. */
  refuse(): void {
    const { kind, start, end } = this.peek();
    if (kind === 'unclosed') this.fail();
    else {
      const message = `\`${excerpt(this.text.slice(start, end))}\` begins no statement.`;
      const verbs = [...VERBS].map((verb) => `\`${verb}\``);
      this.report('not-a-statement', { start, end }, message, verbs);
    }
    this.#failed = true;
  }

  /** Notes a problem that need not keep the statement from being read. */
  report(code: ProblemCode, { start, end }: Span, message: string, expected: readonly string[]): void {
    this.problems.push({ code, message, expected, start, end });
  }

  /** Runs a rule one level deeper. Beyond the limit the statement fails, and the rule finds an end. */
  nested<T>(rule: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.#tooDeep();
    this.#depth += 1;
    const result = rule();
    this.#depth -= 1;
    return result;
  }

  /** Counts a further link of a chain whose tree grows deeper with each. */
  link(): void {
    this.#links += 1;
    if (this.#links > MAX_LINKS) this.#tooDeep();
  }

  #tooDeep(): void {
    if (this.#failed) return;
    const message = `The statement nests deeper than ${MAX_DEPTH} levels, or chains more than ${MAX_LINKS} operators.`;
    this.report('too-deep', this.peek(), message, []);
    this.#failed = true;
  }

  /** Begins a statement, and gives the comments above it. */
  begin(): readonly Comment[] {
    this.#links = 0;
    return this.#remarks.begin(this.peek().comments);
  }

  /** The mark and comments of an item that has been read from `start`, with the comma behind it. */
  notes(start: number): Pick<Item, 'required' | 'comments'> {
    return this.#remarks.notes(this.peek().comments, start);
  }

  /** The comments that no item has taken, those before the next token included. */
  commentsAhead(): readonly Comment[] {
    return this.#remarks.takeAll(this.peek().comments);
  }

  /**
   * Ends the statement at its semicolon. Gives what stands beside no item; null where the statement was not read
   * whole.
   */
  finish(): { readonly hints: readonly Hint[]; readonly comments: readonly Comment[] } | null {
    const token = this.peek();
    if (!this.#failed && token.kind !== 'end' && !this.acceptSymbol(';')) {
      if (token.onNewLine && VERBS.has(token.upper)) {
        this.report('missing-semicolon', token, `A semicolon is missing before \`${token.text}\`.`, ['`;`']);
      } else this.fail('`;`');
    }
    if (!this.#failed) {
      return { hints: this.#remarks.takeHints(), comments: this.#remarks.takeLine(this.peek().comments) };
    }
    this.#recover();
    return null;
  }

  #recover(): void {
    this.#failed = false;
    this.#remarks.forget();
    while (this.peek().kind !== 'end' && !this.isSymbol(';')) this.#index += 1;
    this.acceptSymbol(';');
  }
}

function endOf({ length }: string): Token {
  const none = { text: '', upper: '', comments: [], onNewLine: true, swallowed: false };
  return { kind: 'end', ...none, start: length, end: length };
}

/** Text of the author's for a message: on one line, without what would end its backticks. */
function excerpt(text: string): string {
  const line = text
    .slice(0, 200)
    .replaceAll(/[\s`]+/g, ' ')
    .trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
