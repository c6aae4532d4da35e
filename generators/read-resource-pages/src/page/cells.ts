import { type CellNotes, type Located, NO_NOTES, type PageType, parseCellNotes } from '@plumbline/model';
import { located, trimSpan } from '../document/page-text.ts';
import { nameIn } from '../markup/names.ts';
import { type ProseSpan, proseOf } from '../markup/prose.ts';
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
  const whole = proseCell(page, cell);
  if (whole === null) return { description: null, notes: NO_NOTES, wireName: null };
  const { prose, notes } = parseCellNotes(whole.value);
  return { description: { ...whole, value: prose }, notes, wireName: notes.pairs.wire ?? null };
}

/** A Datatype cell: `integer (int32)`. */
export function typeCell(page: PageContext, cell: ProseSpan | null): Located<PageType> | null {
  const name = cell === null ? null : nameIn(page, cell);
  if (name === null) return null;
  const [, type = name.value, format = null] = /^([^(]*)\(([\s\S]*)\)$/.exec(name.value) ?? [];
  return located(page, name.offset, { type: type.trimEnd(), format });
}
