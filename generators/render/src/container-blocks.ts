import {
  fenceStart,
  headingStart,
  type ItemStart,
  indentOf,
  isDelimiter,
  isDelimiterLike,
  isEmptyItem,
  isFenceEnd,
  isRule,
  isUnderline,
  itemStart,
  quoteMark,
  rowCells,
  trimBlanks,
} from './block-starts.ts';
import type { MarkdownBlock } from './markdown-block.ts';

/** What may hold further blocks. */
type Container =
  | { readonly kind: 'quote'; readonly blocks: MarkdownBlock[] }
  | {
      readonly kind: 'list';
      readonly marker: string;
      readonly items: MarkdownBlock[][];
      /** Columns before the content of its last item. */
      size: number;
    };

/** What further lines may belong to, in the innermost container. */
type Leaf =
  /** `isLazy`: its last line lacks the marks of its containers. */
  | { readonly kind: 'paragraph'; readonly lines: string[]; isLazy: boolean }
  | { readonly kind: 'code'; readonly fence: string; readonly indent: number; readonly lines: string[] }
  | { readonly kind: 'table'; readonly rows: (readonly string[])[] };

/** Tabs where columns count, and what a parser replaces. */
const UNSURE = /\0|^[ >*+\-_\d.)#]*\t|\t *$/m;

/**
 * The blocks of a text, as a parser of CommonMark with GitHub's tables finds them (CommonMark 0.31.2, appendix: phase 1),
 * without HTML, definitions and indented code. Null where that is not sure: tabs at the ends of lines, underlined headings, items that begin with
 * an empty line, fences that nothing ends, tables whose rows are not between pipes or not as long as their heads.
 */
export function containerBlocks(text: string): readonly MarkdownBlock[] | null {
  if (UNSURE.test(text)) return null;
  const blocks: MarkdownBlock[] = [];
  const reader = createReader(blocks);
  return text.split('\n').every(reader.read) && reader.close(0) ? blocks : null;
}

interface Reader {
  /** False where it is not sure what a line belongs to. */
  readonly read: (line: string) => boolean;
  /** Ends the leaf, and all containers but so many. */
  readonly close: (depth: number) => boolean;
}

function createReader(root: MarkdownBlock[]): Reader {
  const open: Container[] = [];
  let leaf: Leaf | null = null;

  const inner = (): MarkdownBlock[] => {
    const last = open.at(-1);
    return (last?.kind === 'list' ? last.items.at(-1) : last?.blocks) ?? root;
  };

  const close = (depth: number): boolean => {
    if (leaf?.kind === 'code') return false;
    if (leaf !== null) inner().push(leafBlock(leaf));
    leaf = null;
    open.length = depth;
    return true;
  };

  const openQuote = (): void => {
    const blocks: MarkdownBlock[] = [];
    inner().push({ kind: 'quote', blocks });
    open.push({ kind: 'quote', blocks });
  };

  const openList = ({ marker, number, size }: ItemStart): void => {
    const items: MarkdownBlock[][] = [[]];
    inner().push({ kind: 'list', start: number === null ? null : Number(number), items });
    open.push({ kind: 'list', marker, items, size });
  };

  /** How many open containers a line goes on, and what is left of it; null: it is not sure. */
  const goOn = (line: string): { readonly depth: number; readonly rest: string } | null => {
    let rest = line;
    for (const [depth, container] of open.entries()) {
      const mark = container.kind === 'quote' ? quoteMark(rest) : itemIndent(rest, container.size);
      if (mark !== undefined) {
        rest = rest.slice(mark.length);
        continue;
      }
      const item = container.kind === 'list' ? itemStart(rest) : null;
      if (container.kind === 'quote' || item?.marker !== container.marker) return { depth, rest };
      if (!close(depth + 1)) return null;
      container.items.push([]);
      container.size = item.size;
      return { depth: depth + 1, rest: item.content };
    }
    return { depth: open.length, rest };
  };

  /** Opens the containers that a line begins, and answers with what is left of it; null: it is not sure. */
  const begin = (line: string, depth: number): string | null => {
    let rest = line;
    for (let isFirst = true; ; isFirst = false) {
      const mark = quoteMark(rest);
      const item = mark === undefined ? itemStart(rest) : null;
      if (mark === undefined && item === null) return rest;
      if (item !== null && item.number !== null && item.number !== '1') {
        // In the midst of a paragraph, only the first number begins a list.
        if (!isFirst) return null;
        if (leaf?.kind === 'paragraph' && depth === open.length) return rest;
      }
      if (isFirst && !close(depth)) return null;
      if (item === null) openQuote();
      else openList(item);
      rest = item?.content ?? rest.slice(mark?.length);
    }
  };

  const readFence = (line: string): boolean => {
    const code = leaf?.kind === 'code' ? leaf : null;
    if (code === null) return false;
    if (isFenceEnd(line, code.fence)) {
      inner().push(leafBlock(code));
      leaf = null;
    } else code.lines.push(line.slice(Math.min(indentOf(line), code.indent)));
    return true;
  };

  /** A line that begins no container. */
  const readText = (line: string, depth: number): boolean => {
    const isMatched = depth === open.length;
    const text = line.slice(indentOf(line));
    if (text === '') return close(depth);
    if (isEmptyItem(text) || (leaf?.kind === 'paragraph' && isUnderline(text))) return false;
    const heading = headingStart(text);
    if (heading !== null || isRule(text)) {
      if (!close(depth)) return false;
      inner().push(heading === null ? { kind: 'rule' } : { kind: 'heading', ...heading });
      return true;
    }
    const fence = fenceStart(text);
    if (fence !== undefined) {
      if (!close(depth)) return false;
      leaf = { kind: 'code', fence, indent: line.length - text.length, lines: [] };
      return true;
    }
    if (leaf?.kind === 'paragraph') {
      if (isDelimiterLike(text)) return isMatched && beginTable(leaf, text);
      leaf.lines.push(text);
      leaf.isLazy = !isMatched;
      return true;
    }
    if (!close(depth)) return false;
    leaf = { kind: 'paragraph', lines: [text], isLazy: false };
    return true;
  };

  const beginTable = (paragraph: Extract<Leaf, { readonly kind: 'paragraph' }>, line: string): boolean => {
    const head = paragraph.isLazy ? null : rowCells(paragraph.lines.pop() ?? '');
    const delimiter = rowCells(line);
    if (head === null || delimiter?.length !== head.length || !isDelimiter(delimiter)) return false;
    if (paragraph.lines.length > 0) inner().push(leafBlock(paragraph));
    leaf = { kind: 'table', rows: [head] };
    return true;
  };

  const readRow = (line: string, rows: (readonly string[])[]): boolean => {
    const cells = rowCells(line);
    if (cells?.length !== rows[0]?.length || cells === null) return false;
    rows.push(cells);
    return true;
  };

  const read = (line: string): boolean => {
    const going = goOn(line);
    if (going === null) return false;
    const { depth, rest } = going;
    const isMatched = depth === open.length;
    if (leaf?.kind === 'code') return isMatched && readFence(rest);
    if (leaf?.kind === 'table' && trimBlanks(rest) !== '') return isMatched && readRow(rest, leaf.rows);
    const text = begin(rest, depth);
    // Where a container was begun, all that the line does not go on are closed.
    return text !== null && readText(text, text === rest ? depth : open.length);
  };

  return { read, close };
}

/** What stands before a further line of an item; undefined: it is none. An empty line is one. */
function itemIndent(line: string, size: number): string | undefined {
  const indent = indentOf(line);
  return indent >= size || indent === line.length ? line.slice(0, Math.min(size, indent)) : undefined;
}

function leafBlock(leaf: Leaf): MarkdownBlock {
  switch (leaf.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: joined(leaf.lines) };
    case 'code':
      return { kind: 'code', text: leaf.lines.join('\n') };
    case 'table':
      return { kind: 'table', rows: leaf.rows };
  }
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
