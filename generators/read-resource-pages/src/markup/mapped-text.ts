import type { Span } from '../document/page-text.ts';
import { decodeEscape, ESCAPE } from './escapes.ts';

/** A decoded text that knows where on the page each of its characters stands. */
export interface MappedText {
  readonly text: string;
  /** The page's offset of the character at `index`. */
  readonly offsetAt: (index: number) => number;
}

const LINE_ENDING = /\r\n?/g;
const QUOTE_MARK = /(^|\r\n?|\n)(?:[ \t]*> ?)+|\r\n?/g;
const TEMPLATE_PART = new RegExp(`${ESCAPE.source}|${LINE_ENDING.source}`, 'g');

/** Text as it stands on the page, line endings as `\n`. */
export function verbatimText(page: string, span: Span): MappedText {
  return mapped(page, span, LINE_ENDING, () => '\n');
}

/** Text of a quote, the marks before its lines taken off (CommonMark 0.31, section 5.1). */
export function quotedText(page: string, span: Span): MappedText {
  return mapped(page, span, QUOTE_MARK, (_, before?: string) => (before === '' ? '' : '\n'));
}

/** The content of a template literal, its escapes decoded; like a fence's, without the line ending before its end. */
export function templateText(page: string, { start, end }: Span): MappedText {
  const last = page.charCodeAt(end - 1) === 10 ? end - 1 : end;
  const content = { start, end: page.charCodeAt(last - 1) === 13 ? last - 1 : last };
  return mapped(page, content, TEMPLATE_PART, (whole, ...groups) =>
    whole.startsWith('\\') ? decodeEscape(whole, ...groups) : '\n',
  );
}

function mapped(
  page: string,
  { start, end }: Span,
  pattern: RegExp,
  decode: (whole: string, ...groups: string[]) => string,
): MappedText {
  const written = page.slice(start, end);
  // Where decoded and written text get out of step: from `index` on, offsets are `shift` larger.
  const steps: { readonly index: number; readonly shift: number }[] = [{ index: 0, shift: start }];
  let text = '';
  let done = 0;
  for (const found of written.matchAll(pattern)) {
    const [whole, ...groups] = found;
    text += written.slice(done, found.index) + decode(whole, ...groups);
    done = found.index + whole.length;
    steps.push({ index: text.length, shift: start + done - text.length });
  }
  return {
    text: text + written.slice(done),
    offsetAt: (index) => index + (steps[lastStep(steps, index)]?.shift ?? start),
  };
}

function lastStep(steps: readonly { readonly index: number }[], index: number): number {
  let low = 0;
  let high = steps.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.index ?? 0) <= index) low = middle;
    else high = middle;
  }
  return low;
}
