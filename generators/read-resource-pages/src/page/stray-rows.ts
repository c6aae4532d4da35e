import { lineIndexAt, lineSpan, type Span, trimSpan } from '../document/page-text.ts';
import { type Pane, proseItemsOf } from '../panes/panes.ts';
import type { PageContext } from './context.ts';

/** Reports lines that look like rows and belong to no table: nothing of them is read. */
export function reportStrayRows(page: PageContext, section: string, panes: readonly Pane[]): void {
  for (const prose of panes.flatMap(proseItemsOf)) {
    let isInside = false;
    const last = lineIndexAt(page.lineStarts, prose.end - 1);
    for (let line = lineIndexAt(page.lineStarts, prose.start); line <= last; line += 1) {
      const content = trimSpan(page.text, lineSpan(page, line));
      const isStray = looksLikeRow(page.text, content);
      if (isStray && !isInside) page.report('row-outside-table', { section }, content.start);
      isInside = isStray;
    }
  }
}

function looksLikeRow(text: string, { start, end }: Span): boolean {
  return end - start > 2 && text.charCodeAt(start) === 124 && text.charCodeAt(end - 1) === 124;
}
