import { type CellNotes, type Located, NO_NOTES, type PageType, parseCellNotes } from '@plumbline/model';
import { located, trimSpan } from '../document/page-text.ts';
import { nameIn } from '../markup/names.ts';
import { type ProseSpan, proseOf } from '../markup/prose.ts';
import { tokensOf } from '../markup/tokens.ts';
import type { SchemaText } from '../tables/schema-table.ts';
import type { PageContext } from './context.ts';

/** A cell of prose; null where the table has no such column. */
export function proseCell(page: PageContext, cell: ProseSpan | null): Located<string> | null {
  if (cell === null) return null;
  return located(page, trimSpan(page.text, cell).start, proseOf(page, cell));
}

/** A description and the facts at its end. */
export interface NotedCell {
  readonly description: Located<string> | null;
  readonly notes: CellNotes;
  readonly wireName: string | null;
}

export function notedCell(page: PageContext, cell: ProseSpan | null): NotedCell {
  return noted(proseCell(page, cell));
}

/** A description that is written as a string: markup as in a cell. */
export function notedText(page: PageContext, text: SchemaText | undefined): NotedCell {
  if (text === undefined) return noted(null);
  const tokens = tokensOf(text.value, 0, []);
  const prose = proseOf({ text: text.value, tokens }, { start: 0, end: text.value.length });
  return noted(located(page, text.offset, prose));
}

function noted(whole: Located<string> | null): NotedCell {
  if (whole === null) return { description: null, notes: NO_NOTES, wireName: null };
  const { prose, notes } = parseCellNotes(whole.value);
  return { description: { ...whole, value: prose }, notes, wireName: notes.pairs.wire ?? null };
}

/** A Datatype cell: `integer (int32)`. */
export function typeCell(page: PageContext, cell: ProseSpan | null): Located<PageType> | null {
  const name = cell === null ? null : nameIn(page, cell);
  if (name === null) return null;
  return located(page, name.offset, typeOf(name.value));
}

export function typeOf(text: string): PageType {
  const [, type = text, format = null] = /^([^(]*)\(([\s\S]*)\)$/.exec(text) ?? [];
  return { type: type.trimEnd(), format };
}
