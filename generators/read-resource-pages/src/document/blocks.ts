import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type FenceLines, isClosed, type MissingLine, missingClosing } from './fences.ts';
import { lineSpan, type PageText, type Span, trimSpan } from './page-text.ts';
import { MAX_HEADING, type SkeletonLine, skeletonOf } from './skeleton.ts';

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
  /** The text as it is written, without the marks around it, comments, and an id (`{#fields}`). */
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
const MAX_MENDED = 8;

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
  let lines = skeletonOf(page);
  let nodes = parse(lines);
  for (let mended = 0; mended < MAX_MENDED; mended += 1) {
    const missing = firstMissing(page, lines, nodes);
    if (missing === null) break;
    lines = lines.toSpliced(missing.before, 0, missing.line);
    nodes = parse(lines);
  }
  return collect(page, lines, nodes);
}

function parse(lines: readonly SkeletonLine[]): readonly Nodes[] {
  return processor.parse(lines.map(({ text }) => text).join('\n')).children;
}

function firstMissing(
  page: PageText,
  lines: readonly SkeletonLine[],
  nodes: readonly Nodes[],
): MissingLine | null {
  for (const node of nodes) {
    const missing = node.type === 'code' ? missingClosing(page, lines, linesOf(node)) : null;
    if (missing !== null) return missing;
  }
  return null;
}

/** The first and the last line of a node in the skeleton, 0-based. */
function linesOf({ position }: Nodes): FenceLines {
  const from = (position?.start.line ?? 1) - 1;
  return { from, to: (position?.end.line ?? 1) - 1 };
}

function collect(page: PageText, lines: readonly SkeletonLine[], nodes: readonly Nodes[]): Blocks {
  let frontMatter: Span | null = null;
  let bodyStart = 0;
  const headings: Heading[] = [];
  const regions: Region[] = [];
  for (const node of nodes) {
    const { from, to } = linesOf(node);
    const [first, last] = [lines[from]?.line ?? 0, lines[to]?.until ?? lines[to]?.line ?? 0];
    const { start } = lineSpan(page, first);
    const { end } = lineSpan(page, last);
    switch (node.type) {
      case 'yaml':
        frontMatter = { start: page.lineStarts[first + 1] ?? end, end: page.lineStarts[last] ?? end };
        bodyStart = end;
        break;
      case 'heading':
        headings.push({ start, end, depth: node.depth, title: headingTitle(page.text.slice(start, end)) });
        break;
      case 'code':
        regions.push({
          kind: 'fence',
          language: node.lang ?? '',
          start,
          ...fenceEnds(page, lines, { from, to }),
        });
        break;
      case 'html':
        // What stands for a `<CodeBlock>` is read with the tags.
        if (node.value.startsWith('<![')) break;
        regions.push(commentAt(page, { start, end }));
    }
  }
  return { frontMatter, bodyStart, headings, regions };
}

function fenceEnds(
  page: PageText,
  lines: readonly SkeletonLine[],
  fence: FenceLines,
): Pick<Region, 'end' | 'content' | 'closed'> {
  const [first, last] = [lines[fence.from]?.line ?? 0, lines[fence.to]?.line ?? 0];
  const start = page.lineStarts[first + 1] ?? page.text.length;
  if (!isClosed(lines, fence)) {
    return { end: page.text.length, content: { start, end: page.text.length }, closed: false };
  }
  // The line ending before the closing fence is not content.
  const content = { start, end: Math.max(start, lineSpan(page, last - 1).end) };
  const isAdded = lines[fence.to]?.added === true;
  return { end: isAdded ? content.end : lineSpan(page, last).end, content, closed: !isAdded };
}

/** The comment that opens a block of lines; what stands behind it on its last line is no part of it. */
function commentAt({ text }: PageText, block: Span): Region {
  const { start, end } = trimSpan(text, block);
  const [opener, closer] = text.startsWith('<!--', start) ? ['<!--', '-->'] : ['{/*', '*/}'];
  const content = start + opener.length;
  const close = text.indexOf(closer, content);
  const isClosed = close !== -1 && close < end;
  return {
    kind: 'comment',
    language: '',
    start,
    end: isClosed ? close + closer.length : end,
    content: { start: content, end: isClosed ? close : end },
    closed: true,
  };
}

function headingTitle(written: string): string {
  return written
    .slice(0, MAX_HEADING)
    .trim()
    .replace(/\r?\n\s*[=-]+$/, '')
    .replace(/^#+/, '')
    .replace(/<!--.*?-->|\{\/\*.*?\*\/\}/g, '')
    .replace(/\{#[\w-]+\}\s*$/, '')
    .trimEnd()
    .replace(/[ \t]#+$/, '')
    .trim();
}
