import type { Source } from '@plumbline/model';

/** A stretch of prose, as far as its markup is known: rendered text has none, HTML has code and links. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Prose in reading order; a newline is a line break that its page has. */
export type Prose = readonly Inline[];

/** A cell of a table, where the imported document tells cells apart. */
export interface Cell {
  readonly text: string;
  readonly prose: Prose;
}

/** A line that a reader of the rendered document sees. */
export interface Line {
  /** Without the blanks around; every kind of blank as an ordinary one. Empty for a blank line. */
  readonly text: string;
  /** With its blanks: code is taken as it stands. */
  readonly raw: string;
  readonly prose: Prose;
  /** Null where the line is no row, or its cells are run together. */
  readonly cells: readonly Cell[] | null;
  /** What the markup says of it; a rendered text says nothing. */
  readonly role: 'text' | 'heading' | 'tab' | 'code';
  readonly source: Source;
}

/** Characters that show nothing: zero-width blanks and joiners, soft hyphens, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Text with ordinary blanks alone. */
export function plain(text: string): string {
  return text.replace(UNSEEN, '').replace(BLANKS, ' ');
}

export function textProse(text: string): Prose {
  return text === '' ? [] : [{ kind: 'text', text }];
}

export function proseText(prose: Prose): string {
  return prose.map(({ text }) => text).join('');
}

export function textCell(text: string): Cell {
  return { text, prose: textProse(text) };
}

/** No table of a page or a reference has as many columns. */
const MOST_CELLS = 64;

/** The lines of a rendered text. A row that was copied from a browser has tabs between its cells. */
export function linesOfText(text: string, file: string): readonly Line[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((written, i) => {
    const raw = plain(written);
    const seen = raw.trim();
    const parts = raw.includes('\t') ? raw.split('\t', MOST_CELLS) : [];
    const isRow = parts.length > 1 && parts.length < MOST_CELLS;
    const cells = isRow ? parts.map((cell) => textCell(cell.trim())) : null;
    const column = raw.length - raw.trimStart().length + 1;
    const source = { file, line: i + 1, column: seen === '' ? 1 : column };
    return { text: seen, raw, prose: textProse(seen), cells, role: 'text', source };
  });
}
