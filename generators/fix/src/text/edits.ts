import type { Span } from '@plumbline/read-resource-pages';

/** A stretch of a text, and what it is to become. */
export interface Edit extends Span {
  readonly text: string;
}

/** Where text is put in. */
export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/**
 * Makes all edits at once. Of two that touch the same characters the first is made, and the other is answered: it can be
 * tried again on the new text. Insertions at one place follow each other in their order.
 */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly refused: readonly Edit[] } {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const refused: Edit[] = [];
  let result = '';
  let done = 0;
  for (const edit of sorted) {
    if (edit.start < done) {
      refused.push(edit);
      continue;
    }
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return { text: result + text.slice(done), refused };
}
