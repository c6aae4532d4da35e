/** An address that begins in the midst of another one. */
export interface MangledLink {
  /** Where the whole begins in the text. */
  readonly offset: number;
  readonly written: string;
  /** What was most likely meant: from the inner `https://` on. */
  readonly meant: string;
}

const DELIMITER = /[\s<>"'`()[\]{}|]/;

/**
 * Finds what a double substitution leaves: `https://a.example/docshttps://a.example/docs/x`, `/docshttps://…`. An
 * address may hold another after a `/`, `=` or any other sign (`https://archive.example/2020/https://a.example`), but
 * not glued to a word. Linear in the text's length.
 */
export function mangledLinks(text: string): readonly MangledLink[] {
  if (!text.includes('://')) return [];
  const found: MangledLink[] = [];
  const inner = /[A-Za-z0-9](?=https?:\/\/)/g;
  let done = 0;
  for (let match = inner.exec(text); match !== null; match = inner.exec(text)) {
    const from = match.index + 1;
    let start = match.index;
    while (start > done && !DELIMITER.test(text.charAt(start - 1))) start -= 1;
    let end = from;
    while (end < text.length && !DELIMITER.test(text.charAt(end))) end += 1;
    const outer = text.slice(start, from);
    // `seehttps://a.example` is a blank forgotten, and no link.
    if (outer.includes('/'))
      found.push({ offset: start, written: text.slice(start, end), meant: text.slice(from, end) });
    done = end;
    inner.lastIndex = end;
  }
  return found;
}
