import type { PageText } from './page-text.ts';
import type { SkeletonLine } from './skeleton.ts';

/** A fence among the lines of a skeleton: where it opens and where it ends. */
export interface FenceLines {
  readonly from: number;
  readonly to: number;
}

/** A line to be put into a skeleton. */
export interface MissingLine {
  readonly before: number;
  readonly line: SkeletonLine;
}

/** CommonMark 0.31, section 4.5: the same character, at least as often, and nothing after it. */
export function isClosed(lines: readonly SkeletonLine[], { from, to }: FenceLines): boolean {
  const [opening, last] = [lines[from]?.text ?? '', lines[to]?.text ?? ''];
  const run = fenceRun(last);
  return to > from && isAtLeast(run, fenceRun(opening)) && last.trim() === run;
}

/**
 * The closing line that a fence wants: one in which another fence opens, or which runs to the end of the page. It ends
 * before the next `</TabItem>`, `</td>` or heading of the second rank, else before that other fence. Null where nothing is missing,
 * or nobody can tell where.
 */
export function missingClosing(
  page: PageText,
  lines: readonly SkeletonLine[],
  fence: FenceLines,
): MissingLine | null {
  const opening = lines[fence.from];
  if (opening === undefined) return null;
  const inner = innerOpening(lines, fence);
  if (inner === null && isClosed(lines, fence)) return null;
  const boundary = firstBoundary(page, opening.line + 1, inner?.line ?? page.lineStarts.length);
  const line = boundary ?? inner?.line ?? null;
  if (line === null) return null;
  let before = fence.from + 1;
  while ((lines[before]?.line ?? line) < line) before += 1;
  return { before, line: { line, text: fenceRun(opening.text), added: true } };
}

function innerOpening(lines: readonly SkeletonLine[], { from, to }: FenceLines): SkeletonLine | null {
  const outer = fenceRun(lines[from]?.text ?? '');
  for (let i = from + 1; i < to; i += 1) {
    const line = lines[i];
    const run = fenceRun(line?.text ?? '');
    if (line !== undefined && isAtLeast(run, outer) && line.text.trim() !== run) return line;
  }
  return null;
}

function firstBoundary({ text, lineStarts }: PageText, from: number, to: number): number | null {
  for (let line = from; line < to; line += 1) {
    if (/^[ \t]*(?:<\/(?:TabItem|td)>|## )/.test(text.slice(lineStarts[line], lineStarts[line + 1])))
      return line;
  }
  return null;
}

function fenceRun(line: string): string {
  return /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? '';
}

function isAtLeast(run: string, other: string): boolean {
  return other !== '' && run.startsWith(other);
}
