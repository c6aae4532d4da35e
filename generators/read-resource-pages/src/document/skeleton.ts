import { lineSpan, type PageText } from './page-text.ts';

/**
 * A line of a page that can open or close a block. A Markdown parser spends its time on every character and every
 * line; of a resource page, nine lines in ten are markup or prose that decides nothing. Shown the others alone, remark
 * finds the same blocks in a tenth of the time.
 */
export interface SkeletonLine {
  /** The line of the page, 0-based. */
  readonly line: number;
  readonly text: string;
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

/** Front matter; an ATX heading (CommonMark 0.31, section 4.2); a fence, whose info holds no backtick (4.5). */
const FRONT_MATTER = /^---[ \t]*$/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/s;

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
    switch (text.charCodeAt(first)) {
      case 35: // #
      case 96: // `
      case 126: {
        // ~
        const content = text.slice(first, end);
        if (shown === '' && (HEADING.test(content) || FENCE.test(content))) shown = content;
        break;
      }
      case 45: // -
        if ((line === 0 || inFrontMatter) && first === start && FRONT_MATTER.test(text.slice(start, end))) {
          inFrontMatter = line === 0;
          shown = '---';
        }
    }
    // The first line is shown even if empty: front matter is what starts there.
    if (shown !== '' || line === 0) lines.push({ line, text: shown });
  }
  return lines;
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
