import type { MarkdownBlock } from './markdown-blocks.ts';

/** A line that begins like no block but a paragraph. */
const BLOCK_START =
  /^[ \t]*(?:[-*+](?:\s|$)|[-_*](?:[ \t]*[-_*]){2}|--|[=>|:]|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$)|`{3}|~{3})/m;

/**
 * The blocks of a text that is made of paragraphs, quotes of one paragraph and bullets of one paragraph, which most
 * descriptions are: what a parser of CommonMark finds, in a tenth of the time. Null for any other text.
 */
export function simpleBlocks(text: string): readonly MarkdownBlock[] | null {
  return BLOCK_START.test(text) ? marked(text) : paragraphsOf(text);
}

function paragraphsOf(text: string): readonly MarkdownBlock[] {
  if (!text.includes('\n')) return [{ kind: 'paragraph', text }];
  return text.split(/\n(?:[ \t]*\n)+/).map((paragraph) => ({
    kind: 'paragraph',
    text: paragraph
      // Two blanks and more at the end of a line are a hard break, which takes that end (CommonMark 0.31.2 section 6.7).
      .replace(/(?<![ \t])([ \t]*)\n[ \t]*/g, (_end, blanks: string) =>
        /^ {2,}$/.test(blanks) ? '<br>' : '\n',
      )
      .trim(),
  }));
}

/** A paragraph that may go on, and the blocks that it stands in. */
interface Open {
  readonly lines: string[];
  /** `''` at the top, `>` in a quote, else the mark of a list. */
  readonly mark: string;
}

function marked(text: string): readonly MarkdownBlock[] | null {
  const all: (Open & { readonly isNext: boolean })[] = [];
  let open: Open | null = null;
  for (const line of text.split('\n')) {
    if (/^ *$/.test(line)) {
      open = null;
      continue;
    }
    const [, mark = '', content = ''] = /^(?:([-*+]) {1,4}|(?=>)> ?|(?! ))(.*)$/s.exec(line) ?? [];
    const kind = mark === '' && line.startsWith('>') ? '>' : mark;
    // What is indented, empty, or holds a block of its own is left to a parser.
    if (content === '' || /^\s|[\t\0]/.test(content) || BLOCK_START.test(content)) return null;
    const goesOn: boolean = open !== null && (kind === '' || (kind === '>' && open.mark === '>'));
    if (goesOn && open !== null) open.lines.push(content);
    else {
      const isNext = kind !== '' && kind !== '>' && all.at(-1)?.mark === kind;
      const next = { lines: [content], mark: kind, isNext };
      all.push(next);
      open = next;
    }
  }
  const blocks: MarkdownBlock[] = [];
  let items: MarkdownBlock[][] = [];
  for (const { lines, mark, isNext } of all) {
    const paragraph = { kind: 'paragraph' as const, text: joined(lines) };
    if (isNext) items.push([paragraph]);
    else if (mark === '') blocks.push(paragraph);
    else if (mark === '>') blocks.push({ kind: 'quote', blocks: [paragraph] });
    else {
      items = [[paragraph]];
      blocks.push({ kind: 'list', start: null, items });
    }
  }
  return blocks;
}

/** The lines of a paragraph. Two blanks and more at the end of one are a hard break (CommonMark 0.31.2 section 6.7). */
function joined(lines: readonly string[]): string {
  return lines
    .map((line, i) => {
      const end = line.replace(/(?<! ) +$/, '');
      if (i === lines.length - 1) return end;
      return end + (line.length - end.length >= 2 ? '<br>' : '\n');
    })
    .join('');
}
