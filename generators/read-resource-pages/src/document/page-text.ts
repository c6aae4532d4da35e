import type { InputFile, Located, Source } from '@plumbline/model';

/** A stretch of a page: offsets in UTF-16 units, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A page's text and where its lines start, so that an offset can be told as line and column. */
export interface PageText {
  readonly file: string;
  /** Without a byte order mark, which is no character of the first line. */
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function pageText({ path, text }: InputFile): PageText {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { file: path, text: content, lineStarts: lineStarts(content) };
}

/** Line and column of an offset, both 1-based. */
export function sourceAt({ file, lineStarts: starts }: PageText, offset: number): Source {
  const line = lineIndexAt(starts, offset);
  return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

export function located<T>(page: PageText, offset: number, value: T): Located<T> {
  return { value, source: sourceAt(page, offset) };
}

/** The 0-based line that holds an offset. */
export function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A line without its ending. */
export function lineSpan({ text, lineStarts: starts }: PageText, line: number): Span {
  const start = starts[line] ?? text.length;
  let end = starts[line + 1] ?? text.length;
  if (line + 1 < starts.length) {
    end -= text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 ? 2 : 1;
  }
  return { start, end };
}

/** A stretch without the white space around it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isInvisible(text.charCodeAt(from))) from += 1;
  while (to > from && isInvisible(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** White space, and what editors paste beside it: no-break and zero-width spaces. */
function isInvisible(code: number): boolean {
  return isSpace(code) || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Lines end in LF, CRLF or CR (CommonMark 0.31, section 2.1). */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length);
  return starts;
}
