import type { Dialect } from '@plumbline/model';
import {
  attributeContent,
  attributeOf,
  type Name,
  namesIn,
  type PageLayout,
  type ProseSpan,
  type Span,
  type Token,
  tokensIn,
} from '@plumbline/read-resource-pages';
import type { Edit } from '../text/edits.ts';
import { type CellKind, inAttribute, inBackticks, inCodeTag } from '../text/encode.ts';
import { fillCell } from './fill-cell.ts';

/** What is to happen to the names in a cell. Names that are there are told by the offset of their first character. */
export interface NamesChange {
  readonly remove: ReadonlySet<number>;
  /** Whose link is to be taken off. */
  readonly unlink: ReadonlySet<number>;
  readonly add: readonly AddedName[];
}

export interface AddedName {
  readonly name: string;
  /** The row that it is to be a link to; null: none. */
  readonly anchor: string | null;
}

interface Unit extends Span {
  readonly name: Name;
  /** The unit without the link around it. */
  readonly unlinked: Span;
}

/** Several names in one stretch of code, as the older dialects have them. */
interface Inside {
  readonly content: Span;
  readonly encode: (name: string) => string;
}

/** Changes the names of a cell as the cell writes them, and leaves the others as they stand. */
export function editNames(
  layout: PageLayout,
  cell: ProseSpan,
  change: NamesChange,
  dialect: Dialect,
): readonly Edit[] {
  const kind: CellKind = cell.inPipeTable === true ? 'pipe' : 'html';
  const names = namesIn(layout, cell);
  const inside = insideOf(layout, cell, dialect, kind);
  const listed = new Set(names.filter(({ offset }) => !change.remove.has(offset)).map(({ value }) => value));
  const add = change.add.filter(({ name }) => !listed.has(name));
  if (inside !== null) return editInside(layout, inside, change, add);
  const units = names.map((name) => unitOf(layout, cell, name));
  const kept = units.filter(({ name }) => !change.remove.has(name.offset));
  const written = [
    ...kept.map((unit) => {
      const span = change.unlink.has(unit.name.offset) ? unit.unlinked : unit;
      return layout.text.slice(span.start, span.end);
    }),
    ...addedUnits(add, dialect, kind),
  ];
  const [first, last] = [units[0], units.at(-1)];
  const content = written.join(', ');
  if (first === undefined || last === undefined) return [fillCell(layout.text, cell, content)];
  return [{ start: first.start, end: last.end, text: content }];
}

function addedUnits(add: readonly AddedName[], dialect: Dialect, kind: CellKind): readonly string[] {
  if (add.length === 0) return [];
  const list = add.map(({ name }) => name).join(', ');
  if (dialect === 'L1') return [`\`${inBackticks(list, kind)}\``];
  if (dialect.startsWith('L')) return [`<CopyableCode code="${inAttribute(list, kind)}" />`];
  return add.map(({ name, anchor }) => {
    const code = `<code>${inCodeTag(name, kind)}</code>`;
    return anchor === null ? code : `<a href="#${inAttribute(anchor, kind)}">${code}</a>`;
  });
}

function insideOf(layout: PageLayout, cell: ProseSpan, dialect: Dialect, kind: CellKind): Inside | null {
  const all = tokensIn(layout.tokens, cell);
  const codes = all.filter((token) => token.kind === 'code' || token.name === 'CopyableCode');
  const [only] = codes;
  if (only === undefined || codes.length > 1) return null;
  const span = contentOf(layout, only);
  if (span === null) return null;
  const hasSeveral = layout.text.slice(span.start, span.end).includes(',');
  const isLinked = all.some(({ name }) => name === 'a');
  if (!hasSeveral && (dialect.startsWith('N') || isLinked)) return null;
  const encode = only.kind !== 'code' ? inAttribute : only.name === 'code' ? inCodeTag : inBackticks;
  return { content: span, encode: (name) => encode(name, kind) };
}

function contentOf({ text }: PageLayout, token: Token): Span | null {
  if (token.kind === 'code') return token.content;
  const code = attributeOf(text, token, 'code');
  return code === null || code.kind !== 'quoted' ? null : attributeContent(text, code);
}

/** Names are known by their offsets, and their written forms are what stands between the commas. */
function editInside(
  { text }: PageLayout,
  { content, encode }: Inside,
  change: NamesChange,
  add: readonly AddedName[],
): readonly Edit[] {
  const kept: string[] = [];
  let from = content.start;
  for (const part of text.slice(content.start, content.end).split(',')) {
    const isRemoved = [...change.remove].some((at) => from <= at && at < from + part.length);
    if (!isRemoved && part.trim() !== '') kept.push(part.trim());
    from += part.length + 1;
  }
  const names = [...kept, ...add.map(({ name }) => encode(name))];
  return [{ ...content, text: names.length === 0 ? ' ' : names.join(', ') }];
}

/** A name with the code and the link around it. */
function unitOf(layout: PageLayout, cell: Span, name: Name): Unit {
  const inside = tokensIn(layout.tokens, cell);
  const code = inside.find(
    ({ kind, name: tag, start, end }) =>
      (kind === 'code' || tag === 'CopyableCode') && start <= name.offset && name.offset < end,
  );
  const { text } = layout;
  const plain = { start: name.offset, end: plainEnd(text, cell, name.offset) };
  const unlinked = code === undefined ? plain : { start: code.start, end: code.end };
  const opening = inside.findLast(
    ({ kind, name: tag, end }) => kind === 'open' && tag === 'a' && end <= unlinked.start,
  );
  const closing = inside.find(
    ({ kind, name: tag, start }) => kind === 'close' && tag === 'a' && start >= unlinked.end,
  );
  const isLinked =
    opening !== undefined &&
    closing !== undefined &&
    text.slice(opening.end, unlinked.start).trim() === '' &&
    text.slice(unlinked.end, closing.start).trim() === '';
  if (isLinked) return { name, unlinked, start: opening.start, end: closing.end };
  const isMarkdown = text.charAt(unlinked.start - 1) === '[' && text.startsWith('](', unlinked.end);
  const close = isMarkdown ? text.indexOf(')', unlinked.end) : -1;
  return close === -1 || close >= cell.end
    ? { name, unlinked, ...unlinked }
    : { name, unlinked, start: unlinked.start - 1, end: close + 1 };
}

function plainEnd(text: string, cell: Span, start: number): number {
  const [written = ''] = /^[^,\]<]*/.exec(text.slice(start, cell.end)) ?? [];
  return start + written.trimEnd().length;
}
