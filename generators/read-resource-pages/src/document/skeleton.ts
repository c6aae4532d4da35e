import { lineSpan, type PageText } from './page-text.ts';

/**
 * The lines of a page that can open or close a block. A Markdown parser spends its time on every character and
 * every line; of a resource page, nine lines in ten are markup or prose that decides nothing. Shown the others
 * alone, remark finds the same blocks in a tenth of the time.
 */
export interface Skeleton {
  readonly lines: readonly SkeletonLine[];
}

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

export function skeletonOf(page: PageText): Skeleton {
  const { text } = page;
  // A region that is never closed is none.
  const regions = REGIONS.map((region) => ({ ...region, last: text.lastIndexOf(region.closer) })).filter(
    ({ last }) => last !== -1,
  );
  const lines: SkeletonLine[] = [];
  for (let line = 0; line < page.lineStarts.length; line += 1) {
    const { start, end } = lineSpan(page, line);
    let first = start;
    while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first += 1;
    const shown = isDecisive(text, first, first === start)
      ? text.slice(first, end)
      : regions.length === 0
        ? ''
        : regionMarks(text, { first, end }, regions);
    // The first line is shown even if empty: front matter is what starts there.
    if (shown !== '' || line === 0) lines.push({ line, text: shown });
  }
  return { lines };
}

/** What a line opens and closes, in the terms of CommonMark. */
function regionMarks(
  text: string,
  { first, end }: { readonly first: number; readonly end: number },
  regions: readonly ((typeof REGIONS)[number] & { readonly last: number })[],
): string {
  const opened = regions.find(({ opener, last }) => first < last && text.startsWith(opener, first));
  const rest = text.slice(first + (opened?.opener.length ?? 0), end);
  let marks = opened?.block ?? '';
  for (const [closer] of rest.matchAll(/-->|\*\/\}|<\/CodeBlock>/g)) {
    marks += REGIONS.find((region) => region.closer === closer)?.blockEnd ?? '';
  }
  return marks;
}

function isDecisive(text: string, first: number, atColumnOne: boolean): boolean {
  switch (text.charCodeAt(first)) {
    case 35: // #
      return true;
    case 96: // `
      return text.startsWith('```', first);
    case 126: // ~
      return text.startsWith('~~~', first);
    case 45: // -
      return atColumnOne && text.startsWith('---', first);
    default:
      return false;
  }
}
