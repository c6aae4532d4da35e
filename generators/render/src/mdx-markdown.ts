import type { Encoded } from './encoded.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import { firstBlock, markdownBlocks } from './markdown-blocks.ts';
import { markdownLine, type ReadLine } from './markdown-emphasis.ts';
import type { LinkTarget, MarkdownToken } from './markdown-tokens.ts';
import { mdxAttribute, mdxInline } from './mdx.ts';

type Mdx = Encoded<'mdx'>;

/**
 * CommonMark of a stranger on one line of MDX, for a cell or a line of its own: a paragraph as it is, several blocks as
 * elements of HTML in a `<Prose>`. Links, code and emphasis are as they were meant, and everything else is as it is
 * written. Other HTML, expressions, ESM, directives, images, and links that lead elsewhere than to `http:`, `https:` and
 * `mailto:` addresses come out as text. What stays live is closed within, so that it can pair with nothing before or
 * after. What a page's reader gets back is `markdownText`.
 */
export function mdxMarkdown(value: string): Mdx {
  return mdxBlocks(markdownBlocks(value));
}

/** The same of blocks that are parsed already. */
export function mdxBlocks(blocks: readonly MarkdownBlock[], read: ReadLine = markdownLine): Mdx {
  const [only] = blocks;
  if (only === undefined) return '' as Mdx;
  if (blocks.length === 1 && only.kind === 'paragraph') return mdxMarkdownLine(only.text, read);
  return `<Prose>${blocks.map((block) => printBlock(block, read)).join('')}</Prose>` as Mdx;
}

/** A paragraph of CommonMark, whatever it begins with. */
export function mdxMarkdownLine(text: string, read: ReadLine = markdownLine): Mdx {
  const { tokens, live } = read(text);
  return tokens.map((token, i) => printToken(token, live.has(i))).join('') as Mdx;
}

/** True for a text of several blocks, which is no phrase. */
export function isManyBlocks(value: string): boolean {
  const blocks = markdownBlocks(value);
  return blocks.length > 1 || (blocks[0] !== undefined && blocks[0].kind !== 'paragraph');
}

/** The first paragraph, as Markdown, titles before it left out: enough where the whole stands elsewhere. */
export function firstParagraph(value: string): string {
  const first = firstBlock(value);
  return first !== undefined && isTitle(first) ? firstOf(markdownBlocks(value)) : paragraphOf(first);
}

/** The same of blocks that are parsed already. */
export function firstOf(blocks: readonly MarkdownBlock[]): string {
  const text = paragraphOf(blocks.find((block) => !isTitle(block)));
  return text === '' ? paragraphOf(blocks[0]) : text;
}

/** A heading, or a paragraph that stands for one: `**Users**`. */
function isTitle(block: MarkdownBlock): boolean {
  if (block.kind === 'heading') return true;
  return block.kind === 'paragraph' && /^(?:\*\*[^*\n]+\*\*|__[^_\n]+__):?$/.test(block.text.trim());
}

function paragraphOf(first: MarkdownBlock | undefined): string {
  return first !== undefined && first.kind === 'paragraph' ? first.text : '';
}

function printBlock(block: MarkdownBlock, read: ReadLine): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${mdxMarkdownLine(block.text, read)}</p>`;
    case 'heading':
      return `<p><strong>${mdxMarkdownLine(block.text, read)}</strong></p>`;
    case 'code':
      return `<pre><code>${block.text.split('\n').map(mdxInline).join('&#10;')}</code></pre>`;
    case 'quote':
      return `<blockquote>${block.blocks.map((inner) => printBlock(inner, read)).join('')}</blockquote>`;
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${tag}${start}>${block.items.map((item) => printItem(item, read)).join('')}</${tag}>`;
    }
    case 'table': {
      const [head = [], ...rows] = block.rows;
      const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
        `<tr>${cells.map((cell) => `<${tag}>${mdxMarkdownLine(cell, read)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    }
    case 'rule':
      return '<hr />';
  }
}

/** An item's first paragraph is the item. */
function printItem(blocks: readonly MarkdownBlock[], read: ReadLine): string {
  const [first, ...others] = blocks;
  if (first === undefined) return '<li></li>';
  const opening = first.kind === 'paragraph' ? mdxMarkdownLine(first.text, read) : printBlock(first, read);
  return `<li>${opening}${others.map((block) => printBlock(block, read)).join('')}</li>`;
}

function printToken(token: MarkdownToken, isLive: boolean): string {
  switch (token.kind) {
    case 'text':
      return mdxInline(token.source);
    case 'newline':
      return token.source === '\n' ? '<br />' : ' ';
    case 'code':
      return token.mdx;
    case 'escape':
    case 'link-start':
      return token.source;
    case 'mark':
      return isLive ? token.source : token.source.replace(/./g, (char) => `&#${char.charCodeAt(0)};`);
    case 'link-end':
      return `](${linkTarget(token.target)})`;
  }
}

/** What stands between a link's parentheses: there, only references, escapes and quotes mean anything. */
function linkTarget({ address, title }: LinkTarget): string {
  const encode = (value: string): string =>
    mdxAttribute(value).replace(/[\\`]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `${encode(address)}${title === undefined ? '' : ` "${encode(title)}"`}`;
}
