import { lineSpan, type PageText, type Span, trimSpan } from './page-text.ts';

/**
 * A line of a page that can open or close a block. A Markdown parser spends its time on every character and every
 * line; of a resource page, nine lines in ten are markup or prose that decides nothing. Shown the others alone, remark
 * finds the same blocks in a tenth of the time.
 */
export interface SkeletonLine {
  /** The line of the page, 0-based. */
  readonly line: number;
  readonly text: string;
  /** The last line that it stands for, where that is not the first. */
  readonly until?: number;
  /** Not on the page: closes a fence that nobody closed. */
  readonly added?: true;
}

/**
 * Regions whose lines are no Markdown, as MDX has them, in the terms of CommonMark's HTML blocks (section 4.6): each
 * gets a kind with a closer of its own, so that the parser settles what stands inside what.
 */
const REGIONS = [
  { opener: '<!--', closer: '-->', block: '<!--', blockEnd: '-->' },
  { opener: '{/*', closer: '*/}', block: '<?', blockEnd: '?>' },
  { opener: '<CodeBlock', closer: '</CodeBlock>', block: '<![CDATA[', blockEnd: ']]>' },
] as const;

/**
 * Front matter; an ATX heading (CommonMark 0.31, section 4.2); the line below a setext heading (4.3); a fence, whose info
 * holds no backtick (4.5), and what a quote or a list writes before it (5.1, 5.2); a heading of HTML on a line of its own.
 */
const FRONT_MATTER = /^---[ \t]*$/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/s;
const CONTAINER_MARKS = '>-*+0123456789';
const CONTAINER = /^(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)+(?=```|~~~)/;
const HTML_HEADING = /^<h([1-6])[\s>].*<\/h\1>[ \t]*$/i;

/** What can be the only line of a paragraph that a setext heading is made of: no other block starts so. */
const PARAGRAPH = /^(?![#>|<:{}=]|[-+*](?:[ \t]|$)|`{3}|~{3}|\d{1,9}[.)][ \t]|(?:import|export)\s)\S/;

/** Nobody writes a longer one. */
export const MAX_HEADING = 400;

/** Fences in quotes get a run of their own, so that they and those around them do not close each other. */
const QUOTED_FENCE = '~'.repeat(64);

/** The skeleton of a page: its first line, and those that decide something. */
export function skeletonOf(page: PageText): readonly SkeletonLine[] {
  const { text } = page;
  const lines: SkeletonLine[] = [];
  const marksOf = regionMarks(text);
  let inFrontMatter = false;
  for (let line = 0; line < page.lineStarts.length; line += 1) {
    const { start, end } = lineSpan(page, line);
    let first = start;
    while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first += 1;
    let shown = marksOf(first, end);
    const mark = text.charCodeAt(first);
    const isRule = mark === 45 /* - */ && first === start && (line === 0 || inFrontMatter);
    if (isRule && FRONT_MATTER.test(text.slice(start, end))) {
      inFrontMatter = line === 0;
      shown = '---';
    } else if ((mark === 45 || mark === 61) /* - = */ && UNDERLINE.test(text.slice(first, end))) {
      const heading = inFrontMatter ? null : setextHeading(page, line, mark);
      if (heading !== null) lines.push(heading);
    } else if (shown === '') shown = blockMark(text, { start: first, end });
    // The first line is shown even if empty: front matter is what starts there.
    if (shown !== '' || line === 0) lines.push({ line, text: shown });
  }
  return lines;
}

/** What a line shows of the heading or the fence that it opens or closes; empty where it does neither. */
function blockMark(text: string, { start, end }: Span): string {
  switch (text.charCodeAt(start)) {
    case 35: // #
    case 96: // `
    case 126: {
      // ~
      const content = text.slice(start, end);
      return HEADING.test(content) || FENCE.test(content) ? content : '';
    }
    case 60: // <
      return (text.charCodeAt(start + 1) | 32) === 104 /* h, H */ ? htmlHeading(text, { start, end }) : '';
    default:
      return CONTAINER_MARKS.includes(text.charAt(start)) ? containedFence(text, { start, end }) : '';
  }
}

function htmlHeading(text: string, { start, end }: Span): string {
  const rank = end - start < MAX_HEADING ? HTML_HEADING.exec(text.slice(start, end))?.[1] : undefined;
  return rank === undefined ? '' : `${'#'.repeat(Number(rank))} x`;
}

function containedFence(text: string, { start, end }: Span): string {
  const [container] = CONTAINER.exec(text.slice(start, Math.min(end, start + MAX_HEADING))) ?? [];
  if (container === undefined) return '';
  const fence = text.slice(start + container.length, end);
  if (!FENCE.test(fence)) return '';
  return container.includes('>') ? fence.replace(/^(?:`+|~+)/, QUOTED_FENCE) : fence;
}

/** The heading that the line below it makes one: `Fields` over `------`. */
function setextHeading(page: PageText, line: number, mark: number): SkeletonLine | null {
  if (line === 0) return null;
  const title = lineSpan(page, line - 1);
  const isAlone = line === 1 || isBlank(page, line - 2);
  if (!isAlone || title.end - title.start > MAX_HEADING) return null;
  if (!PARAGRAPH.test(page.text.slice(title.start, title.end).trim())) return null;
  return { line: line - 1, until: line, text: mark === 61 ? '# x' : '## x' };
}

function isBlank(page: PageText, line: number): boolean {
  const { start, end } = trimSpan(page.text, lineSpan(page, line));
  return start === end;
}

/** Tells what a line opens and closes, in the terms of CommonMark; a region that is never closed is none. */
function regionMarks(text: string): (first: number, end: number) => string {
  const regions = REGIONS.map((region) => ({ ...region, last: text.lastIndexOf(region.closer) })).filter(
    ({ last }) => last !== -1,
  );
  if (regions.length === 0) return () => '';
  const pending = new Set<string>();
  return (first, end) => {
    const opened = regions.find(({ opener, last }) => first < last && text.startsWith(opener, first));
    let marks = opened?.block ?? '';
    if (opened !== undefined) pending.add(opened.closer);
    if (pending.size === 0) return marks;
    const rest = text.slice(first + (opened?.opener.length ?? 0), end);
    for (const [closer] of rest.matchAll(/-->|\*\/\}|<\/CodeBlock>/g)) {
      // The first one closes; others are text.
      if (pending.delete(closer)) marks += regions.find((region) => region.closer === closer)?.blockEnd ?? '';
    }
    return marks;
  };
}
