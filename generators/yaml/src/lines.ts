/** The lines of a text: `\n`, `\r\n` and a lone `\r` end one, as YAML 1.2 section 5.4 says. */
export interface Lines {
  /** Line and column of an offset, both 1-based, the column in UTF-16 units. */
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

export function linesOf(text: string): Lines {
  const starts = [0];
  const ends = text.includes('\r') ? /\r\n?|\n/g : /\n/g;
  while (ends.test(text)) starts.push(ends.lastIndex);
  return {
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}
