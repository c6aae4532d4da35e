/** A piece of a text that gives way to another. */
export interface TextEdit {
  readonly start: number;
  /** The end is excluded; the start again: nothing gives way. */
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; they do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let taken = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(taken, edit.start) + edit.text;
    taken = edit.end;
  }
  return result + text.slice(taken);
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** The offset of a line and column; the text's end where there are none such. */
export function offsetAt(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return Math.min(text.length, start + column - 1);
}
