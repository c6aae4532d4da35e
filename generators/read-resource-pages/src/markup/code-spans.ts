import { isEscaped } from './escapes.ts';
import type { Token } from './token.ts';

/** Finds the ends of what is opened at a place; each search starts where the last one of its kind ended. */
export interface CodeSpans {
  readonly ofBackticks: (start: number, length: number) => Token | null;
  /** `<code>…</code>`, whose opening tag ends at `contentStart`. */
  readonly ofElement: (start: number, contentStart: number) => Token | null;
  /** `<!-- … -->` or `{/* … *\/}`. */
  readonly comment: (start: number, opener: '<!--' | '{/*') => Token | null;
}

const CODE_END = '</code>';

export function codeSpans(text: string): CodeSpans {
  const lineEnds = forwardSearch(text, '\n');
  const codeEnds = forwardSearch(text, CODE_END);
  const commentEnds = { '<!--': forwardSearch(text, '-->'), '{/*': forwardSearch(text, '*/}') };
  let runs: ReadonlyMap<number, readonly number[]> | null = null;
  const used = new Map<number, number>();

  /** The next run of exactly `length` backticks at or behind `from`. */
  const nextRun = (length: number, from: number): number => {
    runs ??= backtickRuns(text);
    const starts = runs.get(length) ?? [];
    let i = used.get(length) ?? 0;
    while (i < starts.length && (starts[i] ?? 0) < from) i += 1;
    used.set(length, i);
    return starts[i] ?? -1;
  };

  return {
    ofBackticks: (start, length) => {
      if (isEscaped(text, start)) return null;
      const content = start + length;
      const end = nextRun(length, content);
      // Code spans may run over line endings (CommonMark 0.31, section 6.1), but what looks so on a page is two marks
      // that belong to nobody.
      if (end === -1 || end > lineEnds.from(content)) return null;
      const code = text.slice(content, end);
      if (runsOverCells(code) || (isInWord(text, start) && code.includes('<br'))) return null;
      return {
        kind: 'code',
        name: '',
        start,
        end: end + length,
        content: { start: content, end },
        closed: true,
      };
    },
    ofElement: (start, contentStart) => {
      const end = codeEnds.from(contentStart);
      if (end > lineEnds.from(contentStart)) return null;
      const content = { start: contentStart, end };
      return { kind: 'code', name: 'code', start, end: end + CODE_END.length, content, closed: true };
    },
    comment: (start, opener) => {
      const content = start + opener.length;
      const end = commentEnds[opener].from(content);
      if (end === Number.POSITIVE_INFINITY) return null;
      return {
        kind: 'comment',
        name: '',
        start,
        end: end + 3,
        content: { start: content, end },
        closed: true,
      };
    },
  };
}

/** `indexOf` for callers whose `from` only grows: all calls together read the text once. Infinity where nothing is left. */
function forwardSearch(text: string, wanted: string): { readonly from: (offset: number) => number } {
  let known = -1;
  return {
    from: (offset) => {
      if (known < offset) {
        const found = text.indexOf(wanted, offset);
        known = found === -1 ? Number.POSITIVE_INFINITY : found;
      }
      return known;
    },
  };
}

function backtickRuns(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const run of text.matchAll(/`+/g)) {
    const starts = runs.get(run[0].length);
    if (starts === undefined) runs.set(run[0].length, [run.index]);
    else starts.push(run.index);
  }
  return runs;
}

/** The mark of `client`s keys<br />`: what stands for a line ending is no code. */
function isInWord(text: string, start: number): boolean {
  return /\w/.test(text.charAt(start - 1));
}

/** In a table on one line, two lone backticks in two cells are no code: what is between them closes a cell and opens one. */
function runsOverCells(content: string): boolean {
  const close = content.indexOf('</td>');
  if (close === -1) return false;
  const open = /<t[dr]\b/.exec(content);
  return open !== null && close < open.index;
}
