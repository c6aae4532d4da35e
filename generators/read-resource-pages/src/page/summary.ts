import type { Located } from '@plumbline/model';
import { lineIndexAt, lineSpan, located, type Span, trimSpan } from '../document/page-text.ts';
import { proseOf } from '../markup/prose.ts';
import { tokensIn } from '../markup/tokens.ts';
import type { PageContext } from './context.ts';

const MODULE_LINE = /^(?:import|export)\s/;
/** An import may go on over several lines; what follows it in its block is none, whatever MDX makes of that. */
const MODULE_END = /['";]$/;

/** The first paragraph under the imports; null where the first heading, or a callout, comes before one. */
export function readSummary(page: PageContext, preamble: Span): Located<string> | null {
  const start = paragraphStart(page, preamble);
  let end = start;
  const last = lineIndexAt(page.lineStarts, preamble.end);
  for (let line = lineIndexAt(page.lineStarts, start); line <= last; line += 1) {
    const content = contentOf(page, line, { start, end: preamble.end });
    if (content.start >= content.end || page.text.startsWith(':::', content.start)) break;
    end = content.end;
  }
  return start < end ? located(page, start, proseOf(page, { start, end })) : null;
}

/** Behind what nobody sees: blank lines, imports and comments. */
function paragraphStart(page: PageContext, preamble: Span): number {
  const comments = tokensIn(page.tokens, preamble).filter(
    ({ kind }) => kind === 'comment' || kind === 'component',
  );
  const last = lineIndexAt(page.lineStarts, preamble.end);
  let comment = 0;
  let from = preamble.start;
  let inModule = false;
  for (let line = lineIndexAt(page.lineStarts, preamble.start); line <= last; ) {
    const content = contentOf(page, line, { start: from, end: preamble.end });
    const next = comments[comment];
    if (next?.start === content.start && content.start < content.end) {
      comment += 1;
      from = next.end;
      line = lineIndexAt(page.lineStarts, from);
      continue;
    }
    const written = page.text.slice(content.start, content.end);
    const isModule: boolean = inModule || MODULE_LINE.test(written);
    if (written !== '' && !isModule) return content.start;
    inModule = isModule && written !== '' && !MODULE_END.test(written);
    line += 1;
  }
  return preamble.end;
}

function contentOf(page: PageContext, line: number, { start, end }: Span): Span {
  const whole = lineSpan(page, line);
  return trimSpan(page.text, { start: Math.max(whole.start, start), end: Math.min(whole.end, end) });
}
