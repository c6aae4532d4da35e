// What a line begins, as CommonMark has it without indented code. `line` neither begins nor ends with a tab, nor has one after a mark.

/** Spaces that a line begins with. */
export function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent += 1;
  return indent;
}

/** What stands before the content of a quote's line (CommonMark 0.31.2 section 5.1); undefined: it is none. */
export function quoteMark(line: string): string | undefined {
  return /^ *> ?/.exec(line)?.[0];
}

export interface ItemStart {
  /** `*`, or `.` of a number: the items of one list have the same. */
  readonly marker: string;
  /** As it is written; null in a bullet list. */
  readonly number: string | null;
  /** Columns before the content, of which further lines of the item have as many. */
  readonly size: number;
  readonly content: string;
}

/** A list item with content (CommonMark 0.31.2 section 5.2). */
export function itemStart(line: string): ItemStart | null {
  const match = /^ *(?:([-+*])|(\d{1,9})([.)])) +(?=[^ ])/.exec(line);
  if (match === null || isRule(line)) return null;
  const [{ length: size }, bullet, number = null, delimiter = ''] = match;
  return { marker: bullet ?? delimiter, number, size, content: line.slice(size) };
}

/** A marker that has nothing after it. */
export function isEmptyItem(line: string): boolean {
  return /^ *(?:[-+*]|\d{1,9}[.)]) *$/.test(line);
}

/** A thematic break (CommonMark 0.31.2 section 4.1). */
export function isRule(line: string): boolean {
  return /^ *(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(line);
}

/** What underlines a heading, where a paragraph comes before it (CommonMark 0.31.2 section 4.3). */
export function isUnderline(line: string): boolean {
  return /^ *(?:=+|-+) *$/.test(line);
}

/** A heading after `#` (CommonMark 0.31.2 section 4.2); null: the line is none. */
export function headingStart(line: string): { readonly depth: number; readonly text: string } | null {
  const [start, marks = ''] = /^ *(#{1,6})(?= |$)/.exec(line) ?? [];
  if (start === undefined) return null;
  const text = trimBlanks(line.slice(start.length));
  return { depth: marks.length, text: trimBlanks(text.replace(/(?:^|[ \t])#+$/, '')) };
}

/** The fence that begins a code block (CommonMark 0.31.2 section 4.5); undefined: the line begins none. */
export function fenceStart(line: string): string | undefined {
  const [, ticks, waves] = /^ *(?:(`{3,})[^`]*|(~{3,}).*)$/s.exec(line) ?? [];
  return ticks ?? waves;
}

/** True for the line that ends what `fence` began. */
export function isFenceEnd(line: string, fence: string): boolean {
  const end = trimBlanks(line);
  return end.length >= fence.length && end.startsWith(fence) && end === fence.charAt(0).repeat(end.length);
}

/** What may part a table's head from its body, in whatever form (GitHub Flavored Markdown 0.29, section 4.10). */
export function isDelimiterLike(line: string): boolean {
  return /^[ \t|:-]*$/.test(line) && line.includes('-') && /[|:]/.test(line);
}

/** The same between pipes: what each cell is made of. */
export function isDelimiter(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** The cells of a row between pipes, without backslashes before pipes; null for one of another form. */
export function rowCells(line: string): readonly string[] | null {
  const row = trimBlanks(line);
  if (row.length < 2 || !row.startsWith('|') || !/(?<!\\)\|$/.test(row) || /\\\\|\|\|/.test(row)) {
    return null;
  }
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => trimBlanks(cell).replaceAll('\\|', '|'));
}

/** Without blanks around it (CommonMark 0.31.2 section 2.1). */
export function trimBlanks(text: string): string {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start += 1;
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
