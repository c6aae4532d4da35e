import { bareLinks, mayHaveLinks } from './bare-links.ts';
import type { ListItem, MarkdownBlock } from './markdown-block.ts';
import { markdownLine, type ReadLine } from './markdown-emphasis.ts';
import type { MarkdownToken } from './markdown-tokens.ts';
import { replaceUnwritable } from './mdx.ts';

/**
 * A stranger's CommonMark as plain data, for components that render it: strings are text as it is shown, and the
 * elements are those that `mdxMarkdown` writes, so that nothing in it can come to life.
 */
export type RichText = string | readonly RichPart[];
export type RichPart = string | RichElement;
export type RichElement =
  | { readonly el: 'br' | 'hr' }
  /** `Prose`: several blocks where there is room for one paragraph. */
  | { readonly el: RichTag | 'Prose'; readonly of: RichText }
  | { readonly el: 'ol'; readonly start?: number; readonly of: RichText }
  | { readonly el: 'a'; readonly href: string; readonly title?: string; readonly of: RichText }
  | {
      readonly el: 'table';
      readonly head: readonly RichText[];
      readonly rows: readonly (readonly RichText[])[];
    };
export type RichTag = 'p' | 'em' | 'strong' | 'code' | 'pre' | 'ul' | 'li' | 'blockquote';

/** What `mdxBlocks` writes of the blocks, as data. */
export function richText(blocks: readonly MarkdownBlock[], read: ReadLine = markdownLine): RichText {
  const [only] = blocks;
  if (only === undefined) return '';
  if (blocks.length === 1 && only.kind === 'paragraph') return richLine(only.text, read);
  return [{ el: 'Prose', of: blocks.map((block) => richBlock(block, read)) }];
}

function richBlock(block: MarkdownBlock, read: ReadLine): RichPart {
  switch (block.kind) {
    case 'paragraph':
      return { el: 'p', of: richLine(block.text, read) };
    case 'heading':
      return { el: 'p', of: [{ el: 'strong', of: richLine(block.text, read) }] };
    case 'code':
      return { el: 'pre', of: replaceUnwritable(block.text) };
    case 'quote':
      return { el: 'blockquote', of: block.blocks.map((inner) => richBlock(inner, read)) };
    case 'list': {
      const of = block.items.map((item) => richItem(item, read));
      if (block.start === null) return { el: 'ul', of };
      return block.start === 1 ? { el: 'ol', of } : { el: 'ol', start: block.start, of };
    }
    case 'table': {
      const [head = [], ...rows] = block.rows.map((row) => row.map((cell) => richLine(cell, read)));
      return { el: 'table', head, rows };
    }
    case 'rule':
      return { el: 'hr' };
  }
}

/** An item's first paragraph is the item. */
function richItem([first, ...others]: ListItem, read: ReadLine): RichPart {
  if (first === undefined) return { el: 'li', of: '' };
  const opening = first.kind === 'paragraph' ? richLine(first.text, read) : [richBlock(first, read)];
  if (others.length === 0) return { el: 'li', of: opening };
  return { el: 'li', of: [...parts(opening), ...others.map((block) => richBlock(block, read))] };
}

function parts(text: RichText): readonly RichPart[] {
  return typeof text === 'string' ? [text] : text;
}

/** A paragraph of CommonMark. */
function richLine(text: string, read: ReadLine): RichText {
  const { tokens, live } = read(text);
  const outer: OpenLine[] = [];
  let current: OpenLine = { parts: [], settled: 0 };
  let isLink = false;
  const open = (): void => {
    settle(current, isLink);
    outer.push(current);
    current = { parts: [], settled: 0 };
  };
  const close = (wrap: (of: RichText) => RichPart): void => {
    settle(current, isLink);
    const part = wrap(plain(current.parts));
    current = outer.pop() ?? { parts: [], settled: 0 };
    current.parts.push(part);
  };
  for (const [i, token] of tokens.entries()) {
    const partner = token.kind === 'mark' ? live.get(i) : undefined;
    if (token.kind === 'link-start' || (partner !== undefined && partner > i)) {
      open();
      isLink ||= token.kind === 'link-start';
    } else if (token.kind === 'link-end') {
      close((of) => link(token.target, of));
      isLink = false;
    } else if (partner !== undefined) close((of) => emphasis(token.source.length, of));
    else addPart(current.parts, plainPart(token));
  }
  settle(current, isLink);
  return plain(current.parts);
}

interface OpenLine {
  readonly parts: RichPart[];
  /** So many of the parts have been looked through for addresses, which each part is once. */
  settled: number;
}

/** Makes links of the addresses in what has come since the last time; a link holds no other. */
function settle(line: OpenLine, isLink: boolean): void {
  const { parts } = line;
  const added = parts.slice(line.settled);
  if (!isLink && added.some((part) => typeof part === 'string' && mayHaveLinks(part))) {
    parts.length = line.settled;
    for (const part of added) {
      if (typeof part !== 'string') parts.push(part);
      else
        for (const { text, href } of bareLinks(part))
          parts.push(href === null ? text : link({ address: href }, text));
    }
  }
  line.settled = parts.length;
}

/** Most texts are one string. */
function plain(line: readonly RichPart[]): RichText {
  const [first = ''] = line;
  return line.length <= 1 && typeof first === 'string' ? first : line;
}

function addPart(line: RichPart[], part: RichPart): void {
  const last = line.at(-1);
  if (typeof part === 'string' && typeof last === 'string') line[line.length - 1] = last + part;
  else line.push(part);
}

function plainPart({ kind, source }: MarkdownToken): RichPart {
  switch (kind) {
    case 'newline':
      return source === '\n' ? { el: 'br' } : ' ';
    case 'code':
      return { el: 'code', of: replaceUnwritable(codeIn(source)) };
    case 'escape':
      return source.slice(1);
    default:
      return replaceUnwritable(source);
  }
}

/** What stands between the backticks of a code span (CommonMark 0.31.2 section 6.1). */
function codeIn(source: string): string {
  let ticks = 0;
  while (source.charAt(ticks) === '`') ticks += 1;
  const code = source.slice(ticks, -ticks);
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  return isPadded ? code.slice(1, -1) : code;
}

function emphasis(marks: number, of: RichText): RichElement {
  if (marks === 1) return { el: 'em', of };
  const strong: RichElement = { el: 'strong', of };
  return marks === 2 ? strong : { el: 'em', of: [strong] };
}

function link(
  { address, title }: { readonly address: string; readonly title?: string | undefined },
  of: RichText,
): RichElement {
  const href = replaceUnwritable(address).replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent);
  return title === undefined ? { el: 'a', href, of } : { el: 'a', href, title: replaceUnwritable(title), of };
}
