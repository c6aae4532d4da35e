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
    const opened = regions.find(({ opener, last }) => first < last && text.startsWith(opener, first));
    if (opened !== undefined) {
      lines.push({ line, text: opened.block + blockEnds(text.slice(first + opened.opener.length, end)) });
    } else if (isDecisive(text, first, first === start)) {
      lines.push({ line, text: text.slice(first, end) });
    } else {
      const ends = regions.length === 0 ? '' : blockEnds(text.slice(first, end));
      // The first line is shown even if empty: front matter is what starts there.
      if (ends !== '' || line === 0) lines.push({ line, text: ends });
    }
  }
  return { lines };
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

function blockEnds(rest: string): string {
  let ends = '';
  for (const [closer] of rest.matchAll(/-->|\*\/\}|<\/CodeBlock>/g)) {
    ends += REGIONS.find((region) => region.closer === closer)?.blockEnd ?? '';
  }
  return ends;
}
