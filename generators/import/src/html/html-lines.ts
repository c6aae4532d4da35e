import type { Source } from '@plumbline/model';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { type Cell, type Line, plain } from '../text/lines.ts';
import { ProseBuilder } from './prose-builder.ts';

/** What a reader does not see, or what is no part of the document's own text. */
const HIDDEN = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea', 'select', 'object'],
  ...['nav', 'footer', 'aside'],
]);
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'blockquote',
    'body',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'fieldset',
    'figure',
    'form',
  ],
  ...[
    'header',
    'hr',
    'html',
    'li',
    'main',
    'ol',
    'p',
    'section',
    'summary',
    'table',
    'tbody',
    'thead',
    'ul',
    'pre',
  ],
]);
const HEADING = /^h[1-6]$/;
/** Elements whose text the tokenizer must not take for markup (WHATWG HTML, section 13.2.5.2). */
const RAW_TEXT: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['noscript', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

/**
 * The lines that a reader sees of an HTML document, row by row and cell by cell, also those of tabs that are not
 * chosen. Tokens are enough for that, and unlike a tree they cost no more the deeper a page is nested.
 */
export function linesOfHtml(html: string, file: string): readonly Line[] {
  const reader = new HtmlReader(file);
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const mode = RAW_TEXT.get(token.tagName);
        if (mode !== undefined) tokenizer.state = mode;
        reader.open(token.tagName, token);
      },
      onEndTag: ({ tagName }) => reader.close(tagName),
      onCharacter: ({ chars, location }) => reader.text(chars, location),
      onWhitespaceCharacter: ({ chars, location }) => reader.text(chars, location),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
      onParseError: null,
    },
  );
  tokenizer.write(html, true);
  return reader.end();
}

type Place = Pick<Token.Location, 'startLine' | 'startCol'> | null;

class HtmlReader {
  private readonly lines: Line[] = [];
  private prose = new ProseBuilder();
  private role: Line['role'] = 'text';
  private source: Source;
  /** The hidden element that one is in, and how often it is nested in itself. */
  private hidden: { readonly tag: string; depth: number } | null = null;
  private tables = 0;
  /** The cells of the row so far; null outside of one. */
  private row: Cell[] | null = null;
  private inCell = false;
  private inPre = false;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
    this.source = { file, line: 1, column: 1 };
  }

  open(tag: string, { location, attrs, selfClosing }: Token.TagToken): void {
    if (this.hidden !== null) {
      if (tag === this.hidden.tag && !selfClosing) this.hidden.depth += 1;
      return;
    }
    if (HIDDEN.has(tag)) {
      if (!selfClosing) this.hidden = { tag, depth: 1 };
      return;
    }
    const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
    if (tag === 'br') this.lineBreak(location);
    else if (tag === 'table') {
      if (this.tables === 0) this.endLine();
      this.tables += 1;
    } else if (this.tables === 1 && tag === 'tr') {
      this.endRow();
      this.begin(location);
      this.row = [];
    } else if (this.tables === 1 && (tag === 'td' || tag === 'th')) {
      this.row ??= [];
      if (this.inCell) this.endCell();
      else this.prose.take();
      if (this.row.length === 0) this.begin(location);
      this.inCell = true;
    } else if (tag === 'a') this.prose.openLink(attribute('href') ?? '');
    else if (tag === 'code' && !this.inPre) this.prose.openCode();
    else if (tag === 'button') this.prose.openButton();
    else if (HEADING.test(tag) || BLOCKS.has(tag)) {
      this.endLine();
      this.begin(location);
      if (HEADING.test(tag)) this.role = 'heading';
      else if (attribute('role') === 'tab') this.role = 'tab';
      if (tag === 'pre') {
        this.inPre = true;
        this.role = 'code';
      }
    }
  }

  close(tag: string): void {
    if (this.hidden !== null) {
      if (tag === this.hidden.tag) this.hidden.depth -= 1;
      if (this.hidden.depth === 0) this.hidden = null;
      return;
    }
    if (tag === 'table' && this.tables > 0) {
      if (this.tables === 1) this.endRow();
      this.tables -= 1;
    } else if (this.tables === 1 && tag === 'tr') this.endRow();
    else if (this.tables === 1 && (tag === 'td' || tag === 'th')) this.endCell();
    else if (tag === 'a') this.prose.closeLink();
    else if (tag === 'code') this.prose.closeCode();
    else if (tag === 'button') this.prose.closeButton();
    else if (HEADING.test(tag) || BLOCKS.has(tag)) {
      this.endLine();
      if (tag === 'pre') {
        this.inPre = false;
        this.role = 'text';
      }
    }
  }

  text(chars: string, place: Place): void {
    if (this.hidden !== null) return;
    if (!this.inPre) {
      if (this.prose.isEmpty && this.row === null) this.begin(place);
      this.prose.add(plain(chars).replace(/\s+/g, ' '));
      return;
    }
    const [first = '', ...others] = plain(chars).split('\n');
    this.prose.add(first);
    for (const [i, other] of others.entries()) {
      this.endLine(true);
      const line = (place?.startLine ?? 1) + i + 1;
      this.source = { file: this.file, line, column: 1 };
      this.prose.add(other);
    }
  }

  end(): readonly Line[] {
    this.endRow();
    this.endLine();
    return this.lines;
  }

  private begin(place: Place): void {
    if (place !== null) this.source = { file: this.file, line: place.startLine, column: place.startCol };
  }

  private lineBreak(place: Place): void {
    if (this.row !== null) this.prose.add('\n');
    else {
      this.endLine(this.inPre);
      this.begin(place);
    }
  }

  /** Within a cell a block begins on a line of its own. */
  private endLine(isWhole = false): void {
    if (this.row !== null && !isWhole) {
      this.prose.breakLine();
      return;
    }
    const { raw, prose } = this.prose.take();
    const text = raw.trim();
    const role = this.role;
    if (text !== '' || isWhole) {
      this.lines.push({ text, raw, prose, cells: null, role, source: this.source });
    }
    // Between blocks there is room, as the browser's own text has it.
    if (!isWhole) {
      if (this.lines.at(-1)?.text !== '') this.lines.push(blankLine(this.source));
      this.role = 'text';
    }
  }

  private endCell(): void {
    const { raw, prose } = this.prose.take();
    if (this.inCell) this.row?.push({ text: raw.trim(), prose });
    this.inCell = false;
  }

  private endRow(): void {
    if (this.row === null) return;
    this.endCell();
    const cells = this.row;
    this.row = null;
    if (cells.length === 0) return;
    const text = cells.map((cell) => cell.text).join('\t');
    this.lines.push({ text, raw: text, prose: [], cells, role: 'text', source: this.source });
  }
}

function blankLine(source: Source): Line {
  return { text: '', raw: '', prose: [], cells: null, role: 'text', source };
}
