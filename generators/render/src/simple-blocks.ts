import { containerBlocks } from './container-blocks.ts';
import type { MarkdownBlock } from './markdown-block.ts';

/** A line that begins like no block but a paragraph. */
const BLOCK_START =
  /^[ \t]*(?:[-*+](?:\s|$)|[-_*](?:[ \t]*[-_*]){2}|--|[=>|:]|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$)|`{3}|~{3})/m;

/**
 * The blocks of a text that is made of what descriptions are made of: what a parser of CommonMark finds, in a tenth of the
 * time, and without that parser's being made ready, which takes more. Null for any other text.
 */
export function simpleBlocks(text: string): readonly MarkdownBlock[] | null {
  return BLOCK_START.test(text) ? containerBlocks(text) : paragraphsOf(text);
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
