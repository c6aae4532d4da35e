import type { Nodes, PhrasingContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { MarkdownBlock } from './markdown-block.ts';
import { simpleBlocks } from './simple-blocks.ts';

/** Inlines are read apart; HTML and definitions are text; what is indented is seldom meant as code. */
const DISABLED = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape'],
  ...['htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
  ...['codeIndented', 'definition', 'htmlFlow'],
];

const PLAIN = { extensions: [{ disable: { null: DISABLED } }] };
const WITH_TABLES = {
  extensions: [gfmTable(), ...PLAIN.extensions],
  mdastExtensions: [gfmTableFromMarkdown()],
};

/** What a table has below its head. Where it is nowhere, each line need not be read as a head first. */
const TABLE_RULE = /\||:-|-:/;

/** The blocks of a text. */
export function markdownBlocks(value: string): readonly MarkdownBlock[] {
  return parsed(unfolded(normal(value)));
}

/** The first block, for which the rest need not be read. */
export function firstBlock(value: string): MarkdownBlock | undefined {
  const text = normal(value);
  const end = text.search(/\n[ \t]*\n/);
  const [first] = end === -1 ? parsed(unfolded(text)) : parsed(text.slice(0, end).trimEnd());
  return first;
}

function normal(value: string): string {
  return value.replace(/\r\n?/g, '\n').trim();
}

function parsed(text: string): readonly MarkdownBlock[] {
  if (text === '') return [];
  return simpleBlocks(text) ?? commonMarkBlocks(text);
}

/** The blocks that a parser of CommonMark finds. */
export function commonMarkBlocks(text: string): readonly MarkdownBlock[] {
  return blocksOf(fromMarkdown(text, TABLE_RULE.test(text) ? WITH_TABLES : PLAIN).children);
}

function blocksOf(nodes: readonly Nodes[]): readonly MarkdownBlock[] {
  return nodes.flatMap((node): readonly MarkdownBlock[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', text: textOf(node.children) }];
      case 'heading':
        return [{ kind: 'heading', depth: node.depth, text: textOf(node.children) }];
      case 'code':
        return [{ kind: 'code', text: node.value }];
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocksOf(node.children) }];
      case 'list': {
        const start = node.ordered === true ? (node.start ?? 1) : null;
        return [{ kind: 'list', start, items: node.children.map((item) => blocksOf(item.children)) }];
      }
      case 'table':
        return [{ kind: 'table', rows: rowsOf(node) }];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      default:
        return [];
    }
  });
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => (node.type === 'break' ? '<br>' : 'value' in node ? node.value : '')).join('');
}

/** In a table, `\|` is a pipe, in code too. */
function rowsOf({ children }: Table): readonly (readonly string[])[] {
  return children.map((row) => row.children.map((cell) => textOf(cell.children).replaceAll('\\|', '|')));
}

/**
 * Lines that somebody has run together into one, each on its own again: quotes that begin with a mark (`> **Note:**`),
 * the rows of tables, and lists after a colon.
 */
function unfolded(text: string): string {
  if (text.includes('\n')) return text;
  let lines = text;
  if (/\|\s*:?-{3,}:?\s*\|/.test(lines)) {
    const first = lines.indexOf('|');
    const last = lines.lastIndexOf('|') + 1;
    const rows = lines.slice(first, last).replace(/\|\s{1,3}\|/g, '|\n|');
    lines = [lines.slice(0, first).trim(), rows, lines.slice(last).trim()].filter(Boolean).join('\n\n');
  }
  if (lines.includes(' > **')) lines = lines.replace(/ > (?=\*\*)/g, '\n\n> ');
  for (const mark of ['*', '-']) {
    if (lines.includes(`: ${mark} `)) lines = lines.replaceAll(` ${mark} `, `\n${mark} `);
  }
  return lines;
}
