import type { Heading } from '../document/blocks.ts';
import type { Span } from '../document/page-text.ts';
import type { Section } from '../document/sections.ts';
import { skipSpace } from '../markup/attributes.ts';
import { type Token, tokensIn } from '../markup/tokens.ts';
import type { PageContext } from '../page/context.ts';
import { type Item, itemsOf, type TabTag } from '../panes/items.ts';
import type { Table } from '../tables/table.ts';

/** What a page is made of, as far as comments are about it. */
export interface Outline {
  readonly bodyStart: number;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
}

/** Finds what a comment is about. */
export type ScopeOf = (comment: Token) => Span;

/**
 * What a comment is about: in a table's row or a heading, that row or section; elsewhere what comes next, be it a row, a
 * section, tabs, a tab, a table, code or a paragraph. Empty where nothing comes.
 */
export function scopeFinder(page: PageContext, { bodyStart, headings, sections }: Outline): ScopeOf {
  // What is wrong in the items is reported by those who read them.
  const silent: PageContext = { ...page, report: () => undefined };
  const known = new Map<number, readonly Item[]>();
  const stretchAt = (offset: number): Span =>
    sections.findLast(({ start }) => start <= offset) ?? {
      start: bodyStart,
      end: sections[0]?.heading.start ?? page.text.length,
    };
  const itemsIn = (stretch: Span): readonly Item[] => {
    const items = known.get(stretch.start) ?? itemsOf(silent, stretch);
    known.set(stretch.start, items);
    return items;
  };
  const sectionOf = (heading: Heading): Span => {
    const next = headings.find(({ start, depth }) => start > heading.start && depth <= heading.depth);
    return { start: heading.start, end: next?.start ?? page.text.length };
  };
  const headingAt = (offset: number) =>
    headings.find(({ start, end }) => start <= offset && offset < end) ?? null;

  return (comment) => {
    const next = behind(page, comment);
    const heading = headingAt(comment.start) ?? headingAt(next);
    if (heading !== null) return sectionOf(heading);
    const stretch = stretchAt(comment.start);
    const items = itemsIn(stretch);
    const around = items.find((item) => item.start <= comment.start && comment.end <= item.end);
    if (around?.kind === 'table') return rowScope(around.table, comment);
    const item = items.find(({ start, end }) => start <= next && next < end);
    if (item === undefined) return { start: comment.end, end: comment.end };
    if (item.kind === 'tab') return { start: item.start, end: tabEnd(page, item, stretch.end) };
    if (item.kind !== 'prose') return item;
    return { start: next, end: paragraphEnd(page.text, { start: next, end: item.end }) };
  };
}

/** The first character behind a comment, and those that follow it, that is no white space. */
function behind({ text, tokens }: PageContext, comment: Token): number {
  let next = skipSpace(text, comment.end);
  for (const token of tokensIn(tokens, { start: comment.end, end: text.length })) {
    if (token.start !== next || token.kind !== 'comment') break;
    next = skipSpace(text, token.end);
  }
  return next;
}

function rowScope({ rows, end }: Table, comment: Token): Span {
  const next = rows.findIndex(({ start }) => start > comment.start);
  const before = rows.at(next === -1 ? -1 : next - 1);
  const isInside =
    next !== 0 && before !== undefined && comment.start < (before.cells.at(-1)?.end ?? before.start);
  const row = isInside ? before : rows[next];
  if (row === undefined) return { start: end, end };
  return { start: row.start, end: rows[rows.indexOf(row) + 1]?.start ?? end };
}

/** Behind the tag that closes the tabs or the tab; nothing for a tag that opens none. */
function tabEnd({ tokens }: PageContext, { token, start }: TabTag, limit: number): number {
  if (token.kind !== 'open') return start;
  for (const { name, kind, end, start: at } of tokensIn(tokens, { start: token.end, end: limit })) {
    if (name === token.name && kind === 'close') return end;
    if (name === 'Tabs' || (name === 'TabItem' && token.name === 'TabItem')) return at;
  }
  return limit;
}

function paragraphEnd(text: string, { start, end }: Span): number {
  const blank = /\r?\n[ \t]*(?:\r?\n|#{1,6}[ \t])/g;
  blank.lastIndex = start;
  return Math.min(blank.exec(text)?.index ?? end, end);
}
