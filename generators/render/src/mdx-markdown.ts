import type { Encoded } from './encoded.ts';
import { liveEmphasis } from './markdown-emphasis.ts';
import { type MarkdownToken, markdownTokens } from './markdown-tokens.ts';
import { mdxInline, replaceUnwritable } from './mdx.ts';

type Mdx = Encoded<'mdx'>;

/** What a line must not begin with if the lines before it shall run on: lists, quotes, headings, tables. */
const BLOCK_START = /^\s*(?:[-*+>#|]|\d+[.)]\s)/;
const FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/;
const BREAK = '<br />';

/**
 * CommonMark of a stranger as one line of MDX, for a cell or a paragraph: `<br />` for each newline or `<br>`, links, code and
 * emphasis as they were meant, and everything else as it is written. Other HTML, expressions, ESM, directives, images, and
 * links that lead elsewhere than to `http:`, `https:` and `mailto:` addresses come out as text. What stays live is
 * closed within, so that it can pair with nothing before or after. What a page's reader gets back
 * is {@link markdownText}.
 */
export function mdxMarkdown(value: string): Mdx {
  const blocks = blocksOf(value).map(({ text, isLiteral }) =>
    isLiteral ? mdxInline(text) : inlineMarkdown(text),
  );
  return blocks.join(BREAK) as Mdx;
}

/** The text that whoever reads the page gets back for a text that was emitted by {@link mdxMarkdown}. */
export function markdownText(value: string): string {
  const blocks = blocksOf(value).map(({ text, isLiteral }) =>
    isLiteral
      ? text
      : markdownTokens(text)
          .map(({ source }) => source)
          .join(''),
  );
  return replaceUnwritable(blocks.join('\n'));
}

interface Block {
  readonly text: string;
  /** A line of a fenced block, or an empty one. */
  readonly isLiteral: boolean;
}

/** Lines that belong together, and lines that mean nothing but themselves; no line ends in blanks. */
function blocksOf(value: string): readonly Block[] {
  const blocks: Block[] = [];
  let running: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    if (running.length > 0) blocks.push({ text: running.join('\n'), isLiteral: false });
    running = [];
  };
  for (const untrimmed of value.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const line = untrimmed.trimEnd();
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null || mark !== null || line === '') {
      flush();
      blocks.push({ text: line, isLiteral: true });
      if (fence === null) fence = mark;
      else if (mark?.startsWith(fence)) fence = null;
    } else {
      if (BLOCK_START.test(line)) flush();
      running.push(line);
    }
  }
  flush();
  return blocks;
}

function inlineMarkdown(text: string): string {
  const tokens = markdownTokens(text);
  const live = liveEmphasis(tokens);
  return tokens.map((token, i) => print(token, live.has(i))).join('');
}

function print(token: MarkdownToken, isLive: boolean): string {
  switch (token.kind) {
    case 'text':
      return mdxInline(token.source);
    case 'newline':
      return BREAK;
    case 'code':
      return token.mdx;
    case 'escape':
    case 'link-start':
      return token.source;
    case 'mark':
      return isLive ? token.source : token.source.replace(/./g, (char) => `&#${char.charCodeAt(0)};`);
    case 'link-end':
      return `](${token.target})`;
  }
}
