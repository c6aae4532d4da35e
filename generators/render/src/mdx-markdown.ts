import type { Encoded } from './encoded.ts';
import { liveEmphasis } from './markdown-emphasis.ts';
import { type MarkdownToken, markdownTokens } from './markdown-tokens.ts';
import { mdxInline } from './mdx.ts';

type Mdx = Encoded<'mdx'>;

/** What a line must not begin with if the lines before it shall run on: lists, quotes, headings, tables. */
const BLOCK_START = /^\s*(?:[-*+>#|]|\d+[.)]\s)/;
const FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/;
const BREAK = '<br />';

/**
 * CommonMark of a stranger as one line of MDX, for a cell or a paragraph: `<br />` for each newline or `<br>`, links, code and
 * emphasis as they were meant, and everything else as it is written. Other HTML, expressions, ESM, directives, images, and
 * links that lead elsewhere than to `http:`, `https:` and `mailto:` addresses come out as text. What stays live is
 * closed within, so that it can pair with nothing before or after. Decoding `<br />` and the character references
 * gives the text back, but for blanks at the ends of lines and newlines in code.
 */
export function mdxMarkdown(value: string): Mdx {
  const blocks: string[] = [];
  let running: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    if (running.length > 0) blocks.push(inlineMarkdown(running.join('\n')));
    running = [];
  };
  for (const untrimmed of value.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const line = untrimmed.trimEnd();
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null || mark !== null || line === '') {
      flush();
      blocks.push(mdxInline(line));
      if (fence === null) fence = mark;
      else if (mark?.startsWith(fence)) fence = null;
    } else {
      if (BLOCK_START.test(line)) flush();
      running.push(line);
    }
  }
  flush();
  return blocks.join(BREAK) as Mdx;
}

function inlineMarkdown(text: string): string {
  const tokens = markdownTokens(text);
  const live = liveEmphasis(tokens);
  return tokens.map((token, i) => print(token, live.has(i))).join('');
}

function print(token: MarkdownToken, isLive: boolean): string {
  switch (token.kind) {
    case 'newline':
      return BREAK;
    case 'code':
    case 'escape':
      return token.text;
    case 'text':
      return mdxInline(token.text);
    case 'mark':
      return isLive ? token.text : token.text.replace(/./g, (char) => `&#${char.charCodeAt(0)};`);
    case 'link-start':
      return '[';
    case 'link-end':
      return `](${token.target})`;
  }
}
