import type { Located } from '@plumbline/model';
import { lineIndexAt, lineSpan, located, type Span, trimSpan } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import type { PageContext } from './context.ts';

const MODULE_LINE = /^(?:import|export)\s/;

/** The first paragraph under the imports; null where the first heading, or a callout, comes before one. */
export function readSummary(page: PageContext, preamble: Span): Located<string> | null {
  let paragraph = null as Span | null;
  const last = lineIndexAt(page.lineStarts, preamble.end);
  for (let line = lineIndexAt(page.lineStarts, preamble.start); line <= last; line += 1) {
    const { start, end } = lineSpan(page, line);
    const content = trimSpan(page.text, {
      start: Math.max(start, preamble.start),
      end: Math.min(end, preamble.end),
    });
    const isBlank = content.start >= content.end;
    if (paragraph === null && (isBlank || MODULE_LINE.test(page.text.slice(start, end)))) continue;
    if (isBlank || page.text.startsWith(':::', content.start)) break;
    paragraph = { start: paragraph?.start ?? content.start, end: content.end };
  }
  return paragraph === null ? null : located(page, paragraph.start, proseOf(page, paragraph));
}
