import type { MarkdownBlock } from './markdown-block.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { markdownLine, type ReadLine } from './markdown-emphasis.ts';
import { type MarkdownToken, markdownTokens } from './markdown-tokens.ts';
import { replaceUnwritable } from './mdx.ts';

/** The text that whoever reads a page gets back for a text that was emitted by `mdxMarkdown`. */
export function markdownText(value: string): string {
  const print: PrintLine = (text) => joined(markdownTokens(text), ({ source }) => source);
  return replaceUnwritable(blocksText(markdownBlocks(value), print));
}

/**
 * A stranger's CommonMark as CommonMark that may be rendered anywhere: tags are text, and so are images, and links that
 * lead elsewhere than a reader may follow.
 */
export function plainBlocks(blocks: readonly MarkdownBlock[], read: ReadLine = markdownLine): string {
  return replaceUnwritable(blocksText(blocks, (text) => joined(read(text).tokens, plainToken)));
}

type PrintLine = (text: string) => string;

function joined(tokens: readonly MarkdownToken[], print: (token: MarkdownToken) => string): string {
  return tokens.map(print).join('').trim();
}

function plainToken({ kind, source }: MarkdownToken): string {
  if (kind === 'text') return source.replace(/[`<[\]]/g, '\\$&');
  return kind === 'mark' && source === '!' ? '\\!' : source;
}

function blocksText(blocks: readonly MarkdownBlock[], print: PrintLine): string {
  return blocks.map((block) => blockText(block, print)).join('\n\n');
}

function blockText(block: MarkdownBlock, print: PrintLine): string {
  switch (block.kind) {
    case 'paragraph':
      return print(block.text);
    case 'heading':
      return `**${print(block.text)}**`;
    case 'code':
      return `\`\`\`\n${block.text}\n\`\`\``;
    case 'quote':
      return blocksText(block.blocks, print)
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>');
    case 'list': {
      const { start, items } = block;
      return items
        .map((item, i) => indented(itemText(item, print), start === null ? '- ' : `${start + i}. `))
        .join('\n');
    }
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return [head, head.map(() => '---'), ...rows]
        .map((row) => `| ${row.map((cell) => cellText(cell, print)).join(' | ')} |`)
        .join('\n');
    }
    case 'rule':
      return '***';
  }
}

function itemText(blocks: readonly MarkdownBlock[], print: PrintLine): string {
  return blocks
    .map((block, i) => `${i === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n'}${blockText(block, print)}`)
    .join('');
}

function indented(text: string, mark: string): string {
  return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
}

function cellText(cell: string, print: PrintLine): string {
  return print(cell)
    .replace(/(?<!\s)[^\S\n]*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
