import type { Comment, Item, Span } from '@plumbline/sql';
import { type Edit, insertion } from '../text/edits.ts';
import { indentAt } from '../text/line-ends.ts';

/** Takes items out of a list with what separates them; `all` says what happens where none would be left. */
export function removeItems(
  items: readonly Item[],
  remove: ReadonlySet<number>,
  all: () => readonly Edit[],
): readonly Edit[] {
  if (!items.some(({ start }) => remove.has(start))) return [];
  if (items.every(({ start }) => remove.has(start))) return all();
  const edits: Edit[] = [];
  const firstKept = items.findIndex(({ start }) => !remove.has(start));
  for (const [i, item] of items.entries()) {
    if (!remove.has(item.start)) continue;
    const [before, next] = [items[i - 1], items[i + 1]];
    if (i < firstKept && next !== undefined) edits.push({ start: item.start, end: next.start, text: '' });
    else if (before !== undefined) edits.push({ start: itemEnd(before), end: itemEnd(item), text: '' });
  }
  return edits;
}

/** New items behind the last one of a list with commas; the comma stands before a comment that runs to the line's end. */
export function append(
  text: string,
  last: Item,
  items: readonly Item[],
  written: readonly string[],
): readonly Edit[] {
  if (written.length === 0) return [];
  const isOneLine = !isMultiLine(text, items);
  const gap = isOneLine ? ' ' : `\n${indentAt(text, last.start)}`;
  const lineComment = commentsOf(last).find(({ style, place }) => style === 'line' && place === 'after');
  if (lineComment === undefined || isOneLine)
    return [insertion(itemEnd(last), written.map((one) => `,${gap}${one}`).join(''))];
  const swallowed = text.slice(lineComment.start, itemEnd(last)).trimEnd().endsWith(',');
  const followed = /^\s*,/.test(text.slice(last.end, lineComment.start));
  const comma = swallowed || followed ? [] : [insertion(last.end, ',')];
  const lines = separated(written).split('\n').join(gap);
  return [...comma, insertion(itemEnd(last), gap + lines)];
}

/** Arguments, each with its comma before its mark: behind it, the comment would swallow it. */
export function separated(written: readonly string[]): string {
  return written.map((one, i) => (i + 1 < written.length ? one.replace(/(?= --|$)/, ',') : one)).join('\n');
}

export function replaceAll(items: readonly Span[], text: string): Edit {
  return { ...spanOf(items), text };
}

/** The clause with its keyword. */
export function clauseRemoval(text: string, items: readonly Item[], keyword: string): readonly Edit[] {
  const { start, end } = spanOf(items);
  const at = text.toUpperCase().lastIndexOf(keyword, start);
  if (at === -1) return [];
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from -= 1;
  return [{ start: from, end, text: '' }];
}

export function spanOf(items: readonly (Span & Partial<Item>)[]): Span {
  return {
    start: Math.min(...items.map(({ start }) => start)),
    end: Math.max(...items.map((item) => itemEnd({ required: null, comments: [], ...item }))),
  };
}

/** The end of an item with the comments behind it. */
export function itemEnd(item: Item): number {
  const behind = commentsOf(item).filter(({ place }) => place === 'after');
  return Math.max(item.end, ...behind.map(({ end }) => end));
}

/** The mark of required items as the statement writes it. */
export function markIn(text: string, items: readonly Item[]): string | null {
  const marked = items.find(({ required }) => required !== null)?.required ?? null;
  return marked === null ? null : text.slice(marked.start, marked.end).replace(/(?<![\s,;])[\s,;]+$/, '');
}

function isMultiLine(text: string, items: readonly Span[]): boolean {
  const [first, second] = items;
  if (first === undefined) return true;
  if (second !== undefined) return text.slice(first.end, second.start).includes('\n');
  return (
    text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start).trim() === '' || text.includes('\n')
  );
}

function commentsOf({ required, comments }: Item): readonly Comment[] {
  return required === null ? comments : [required, ...comments];
}
