import type { Heading } from '../document/blocks.ts';
import type { Span } from '../document/page-text.ts';
import type { Section } from '../document/sections.ts';
import { skipSpace } from '../markup/attributes.ts';
import type { Token } from '../markup/token.ts';
import { firstFrom } from '../markup/tokens.ts';
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
  const nextOf = nextPlaces(page);
  const known = new Map<number, readonly Item[]>();
  const stretchAt = (offset: number): Span =>
    sections[firstFrom(sections, offset + 1) - 1] ?? {
      start: bodyStart,
      end: sections[0]?.heading.start ?? page.text.length,
    };
  const itemsIn = (stretch: Span): readonly Item[] => {
    const items = known.get(stretch.start) ?? itemsOf(silent, stretch);
    known.set(stretch.start, items);
    return items;
  };
  const sectionOf = (heading: Heading): Span => {
    let next = firstFrom(headings, heading.end);
    while ((headings[next]?.depth ?? 0) > heading.depth) next += 1;
    return { start: heading.start, end: headings[next]?.start ?? page.text.length };
  };
  // Comments that stand in one paragraph end where it ends.
  let paragraph: Span = { start: 0, end: 0 };
  const paragraphAt = (start: number, limit: number): Span => {
    if (start < paragraph.start || start >= paragraph.end) {
      paragraph = { start, end: paragraphEnd(page.text, { start, end: limit }) };
    }
    return { start, end: paragraph.end };
  };

  return (comment) => {
    const next = nextOf(comment);
    const heading = around(headings, comment.start) ?? around(headings, next);
    if (heading !== null) return sectionOf(heading);
    const stretch = stretchAt(comment.start);
    const items = itemsIn(stretch);
    const outer = around(items, comment.start);
    if (outer?.kind === 'table') return rowScope(outer.table, comment);
    const item = around(items, next);
    if (item === null) return { start: comment.end, end: comment.end };
    if (item.kind === 'tab') return { start: item.start, end: tabEnd(page, item, stretch.end) };
    if (item.kind !== 'prose') return item;
    return paragraphAt(next, item.end);
  };
}

/** The one of some stretches, which follow each other, that holds an offset. */
function around<S extends Span>(stretches: readonly S[], offset: number): S | null {
  const last = stretches[firstFrom(stretches, offset + 1) - 1];
  return last !== undefined && offset < last.end ? last : null;
}

/** The first character behind each comment, and those that follow it, that is no white space. */
function nextPlaces({ text, tokens }: PageContext): (comment: Token) => number {
  const places = new Map<number, number>();
  // From the end, so that of a row of comments each is looked at once.
  for (const { start, end } of tokens.filter(({ kind }) => kind === 'comment').toReversed()) {
    const next = skipSpace(text, end);
    places.set(start, places.get(next) ?? next);
  }
  return ({ start, end }) => places.get(start) ?? end;
}

function rowScope({ rows, end }: Table, comment: Token): Span {
  const next = firstFrom(rows, comment.start + 1);
  const before = rows[next - 1];
  const isInside = before !== undefined && comment.start < (before.cells.at(-1)?.end ?? before.start);
  const index = isInside ? next - 1 : next;
  const row = rows[index];
  return row === undefined ? { start: end, end } : { start: row.start, end: rows[index + 1]?.start ?? end };
}

/** Behind the tag that closes the tabs or the tab; nothing for a tag that opens none. */
function tabEnd({ tokens }: PageContext, { token, start }: TabTag, limit: number): number {
  if (token.kind !== 'open') return start;
  for (let i = firstFrom(tokens, token.end); ; i += 1) {
    const next = tokens[i];
    if (next === undefined || next.end > limit) return limit;
    if (next.name === token.name && next.kind === 'close') return next.end;
    if (next.name === 'Tabs' || (next.name === 'TabItem' && token.name === 'TabItem')) return next.start;
  }
}

function paragraphEnd(text: string, { start, end }: Span): number {
  const blank = /\r?\n[ \t]*(?:\r?\n|#{1,6}[ \t])/g;
  blank.lastIndex = start;
  return Math.min(blank.exec(text)?.index ?? end, end);
}
