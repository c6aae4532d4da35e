/** Where the text on disk first differs from another: 1-based, the column in UTF-16 units. */
export function firstDifference(
  present: string,
  wanted: string,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  let i = 0;
  while (i < present.length && present.charCodeAt(i) === wanted.charCodeAt(i)) {
    if (present.charCodeAt(i) === 0x0a) {
      line += 1;
      lineStart = i + 1;
    }
    i += 1;
  }
  return { line, column: i - lineStart + 1 };
}
