import type { Template } from '../tree/expression.ts';

/** Finds the end of the `{{ … }}` that starts at `start`, searching up to `limit`; -1 where it has none. */
export type TemplateEnd = (start: number, limit: number) => number;

/**
 * A template may hold braces of its own, `{{ {"Tags": tags} | to_patch }}`: it ends where its braces balance, or
 * where they never do, at the first `}}`. The braces of the whole text are matched once, when the first is asked for.
 */
export function templateEnds(text: string): TemplateEnd {
  let closing: Map<number, number> | null = null;
  let lastDouble = -1;
  return (start, limit) => {
    if (closing === null) {
      closing = matchBraces(text);
      lastDouble = text.lastIndexOf('}}');
    }
    const outer = closing.get(start);
    if (outer !== undefined && outer < limit && closing.get(start + 1) === outer - 1) return outer + 1;
    if (start > lastDouble) return -1;
    const first = text.indexOf('}}', start + 2);
    return first !== -1 && first + 2 <= limit ? first + 2 : -1;
  };
}

function matchBraces(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const match of text.matchAll(/[{}]/g)) {
    if (match[0] === '{') open.push(match.index);
    else {
      const start = open.pop();
      if (start !== undefined) closing.set(start, match.index);
    }
  }
  return closing;
}

/** `<userId>` or `<domain>|<id>`, and nothing else. */
const ANGLES = /^<[^<>]+>(?:\|<[^<>]+>)*$/;

/** The templates in a string whose content stands at `start` to `end` of the text. */
export function templatesIn(text: string, start: number, end: number, endOf: TemplateEnd): Template[] {
  const found: Template[] = [];
  for (let at = text.indexOf('{{', start); at !== -1 && at < end; ) {
    const close = endOf(at, end);
    if (close === -1) break;
    found.push({
      kind: 'template',
      form: 'braces',
      name: text.slice(at + 2, close - 2).trim(),
      start: at,
      end: close,
    });
    at = text.indexOf('{{', close);
  }
  if (found.length > 0 || text.charAt(start) !== '<') return found;
  const content = text.slice(start, end);
  if (!ANGLES.test(content)) return found;
  for (const { 0: whole, index } of content.matchAll(/<[^<>]+>/g)) {
    const at = start + index;
    found.push({
      kind: 'template',
      form: 'angles',
      name: whole.slice(1, -1).trim(),
      start: at,
      end: at + whole.length,
    });
  }
  return found;
}
