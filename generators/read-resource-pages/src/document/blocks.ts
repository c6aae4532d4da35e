import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { lineSpan, type PageText, type Span } from './page-text.ts';
import { type SkeletonLine, skeletonOf } from './skeleton.ts';

/** What the lines of a page are, as far as Markdown decides it. */
export interface Blocks {
  /** The YAML between the two `---`. */
  readonly frontMatter: Span | null;
  /** Where the page goes on after it. */
  readonly bodyStart: number;
  readonly headings: readonly Heading[];
  /** Fences and comments in the order of the page: neither overlaps another. */
  readonly regions: readonly Region[];
}

export interface Heading extends Span {
  readonly depth: number;
  /** The text as it is written, the marks around it taken off. */
  readonly title: string;
}

export interface Region extends Span {
  readonly kind: 'fence' | 'comment';
  /** The first word after a fence's opening, `sql`; else empty. */
  readonly language: string;
  readonly content: Span;
  /** Somebody closed it. */
  readonly closed: boolean;
}

/** An unclosed fence takes everything up to the next one's end: so many of them are mended in one page. */
const MAX_MENDED = 16;

/** Markdown as MDX has it: no indented code, and no blocks that a line of JSX could open by accident. */
const DISABLED = [
  ...['blockQuote', 'codeIndented', 'definition', 'list', 'setextUnderline', 'thematicBreak'],
  // Inlines are read from the source, and only where somebody asks for them.
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape'],
  ...['htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
];

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(blocksAlone).freeze();

function blocksAlone(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: DISABLED } }];
}

/** Finds front matter, headings, fences and comments; never throws. */
export function blocksOf(page: PageText): Blocks {
  let lines = skeletonOf(page).lines;
  let nodes = parse(lines);
  for (let mended = 0; mended < MAX_MENDED; mended += 1) {
    const closing = missingClosing(page, lines, nodes);
    if (closing === null) break;
    lines = lines.toSpliced(closing.before, 0, closing.line);
    nodes = parse(lines);
  }
  return collect(page, lines, nodes);
}

function parse(lines: readonly SkeletonLine[]): readonly Nodes[] {
  return processor.parse(lines.map(({ text }) => text).join('\n')).children;
}

function collect(page: PageText, lines: readonly SkeletonLine[], nodes: readonly Nodes[]): Blocks {
  let frontMatter: Span | null = null;
  let bodyStart = 0;
  const headings: Heading[] = [];
  const regions: Region[] = [];
  for (const node of nodes) {
    const { first, last, opening, closing } = extent(lines, node);
    const { start } = lineSpan(page, first);
    const end = closing.added === true ? start : lineSpan(page, last).end;
    switch (node.type) {
      case 'yaml':
        frontMatter = { start: page.lineStarts[first + 1] ?? end, end: page.lineStarts[last] ?? end };
        bodyStart = end;
        break;
      case 'heading':
        headings.push({ start, end, depth: node.depth, title: headingTitle(page.text.slice(start, end)) });
        break;
      case 'code':
        regions.push(fence(page, { first, last, opening, closing }, node.lang ?? ''));
        break;
      case 'html':
        if (!opening.text.startsWith('<![')) {
          regions.push({ kind: 'comment', language: '', start, end, content: { start, end }, closed: true });
        }
        break;
    }
  }
  return { frontMatter, bodyStart, headings, regions };
}

interface Extent {
  /** Lines of the page. */
  readonly first: number;
  readonly last: number;
  readonly opening: SkeletonLine;
  readonly closing: SkeletonLine;
}

const NO_LINE: SkeletonLine = { line: 0, text: '' };

function extent(lines: readonly SkeletonLine[], { position }: Nodes): Extent {
  const opening = lines[(position?.start.line ?? 1) - 1] ?? NO_LINE;
  const closing = lines[(position?.end.line ?? 1) - 1] ?? opening;
  return { first: opening.line, last: closing.line, opening, closing };
}

function fence(page: PageText, { first, last, opening, closing }: Extent, language: string): Region {
  const { start } = lineSpan(page, first);
  const contentStart = page.lineStarts[first + 1] ?? page.text.length;
  const isClosed = closing !== opening && closesFence(opening.text, closing.text);
  const bound = isClosed ? (page.lineStarts[last] ?? page.text.length) : page.text.length;
  // The line ending before the closing fence is not content.
  const contentEnd = isClosed ? Math.max(contentStart, lineSpan(page, last - 1).end) : bound;
  const isAdded = closing.added === true;
  return {
    kind: 'fence',
    language,
    start,
    end: !isClosed ? page.text.length : isAdded ? bound : lineSpan(page, last).end,
    content: { start: contentStart, end: contentEnd },
    closed: isClosed && !isAdded,
  };
}

/**
 * The closing line that the first unclosed fence wants: a fence in which another one opens, or which runs to the end of
 * the page. It ends before the next `</TabItem>` or heading, else before that other fence.
 */
function missingClosing(
  page: PageText,
  lines: readonly SkeletonLine[],
  nodes: readonly Nodes[],
): { readonly before: number; readonly line: SkeletonLine } | null {
  for (const node of nodes) {
    if (node.type !== 'code') continue;
    const from = (node.position?.start.line ?? 1) - 1;
    const to = (node.position?.end.line ?? 1) - 1;
    const opening = lines[from];
    const last = lines[to];
    if (opening === undefined || last === undefined) continue;
    const inner = innerOpening(lines, opening.text, from, to);
    const isClosed = to > from && closesFence(opening.text, last.text);
    if (inner === -1 && isClosed) continue;
    const limit = inner === -1 ? page.lineStarts.length : (lines[inner]?.line ?? 0);
    const line = firstBoundary(page, opening.line + 1, limit) ?? (inner === -1 ? null : limit);
    if (line === null) continue;
    const before = lines.findIndex((one, i) => i > from && one.line >= line);
    return {
      before: before === -1 ? lines.length : before,
      line: { line, text: fenceRun(opening.text), added: true },
    };
  }
  return null;
}

function innerOpening(lines: readonly SkeletonLine[], opening: string, from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) if (opensFence(opening, lines[i]?.text ?? '')) return i;
  return -1;
}

function firstBoundary(page: PageText, from: number, to: number): number | null {
  for (let line = from; line < to; line += 1) {
    if (
      /^[ \t]*(?:<\/TabItem>|## )/.test(page.text.slice(page.lineStarts[line], page.lineStarts[line + 1]))
    ) {
      return line;
    }
  }
  return null;
}

function fenceRun(line: string): string {
  return /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
}

/** CommonMark 0.31, section 4.5: the same character, at least as often, and nothing after it. */
function closesFence(opening: string, line: string): boolean {
  const run = fenceRun(line);
  return isAtLeast(run, fenceRun(opening)) && line.trim() === run;
}

function opensFence(opening: string, line: string): boolean {
  const run = fenceRun(line);
  const info = line.trim().slice(run.length);
  return run !== '' && isAtLeast(run, fenceRun(opening)) && info !== '' && !info.includes('`');
}

function isAtLeast(run: string, other: string): boolean {
  return run.startsWith(other) && other !== '';
}

function headingTitle(line: string): string {
  return line
    .trim()
    .replace(/^#+/, '')
    .replace(/[ \t]#+$/, '')
    .trim();
}
