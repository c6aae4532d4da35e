import { lineIndexAt, lineSpan, type Span, trimSpan } from '../document/page-text.ts';
import { attributeOf, attributeText, skipSpace } from '../markup/attributes.ts';
import { type MappedText, quotedText, templateText, verbatimText } from '../markup/mapped-text.ts';
import type { Token } from '../markup/token.ts';
import { tokensIn } from '../markup/tokens.ts';
import type { PageContext } from '../page/context.ts';
import { htmlTable } from '../tables/html-table.ts';
import { pipeTables } from '../tables/pipe-table.ts';
import { type SchemaRow, schemaRows } from '../tables/schema-table.ts';
import type { Table } from '../tables/table.ts';

/** What a section consists of. */
export type Item = ProseItem | TableItem | AsideItem | SchemaItem | CodeItem | SameItem | TabTag;

export interface ProseItem extends Span {
  readonly kind: 'prose';
}

export interface TableItem extends Span {
  readonly kind: 'table';
  readonly table: Table;
}

/** A table of something else than a section lists: what the codes of an error mean. */
export interface AsideItem extends Span {
  readonly kind: 'aside';
}

/** `<SchemaTable fields={[…]} />`: a Fields table as data. */
export interface SchemaItem extends Span {
  readonly kind: 'schema';
  /** Null where they cannot be read. */
  readonly rows: readonly SchemaRow[] | null;
}

/** A fence, or a `<CodeBlock>` around a template literal. */
export interface CodeItem extends Span {
  readonly kind: 'code';
  readonly language: string;
  readonly code: MappedText;
}

/** `<SameFields method="x" />`: the table of another tab, which is told once. */
export interface SameItem extends Span {
  readonly kind: 'same';
  readonly method: string;
}

/** An opening or closing tag of `<Tabs>` or `<TabItem>`. */
export interface TabTag extends Span {
  readonly kind: 'tab';
  readonly token: Token;
}

/** The items of a section in their order; tables and fences that nobody closed are reported. */
export function itemsOf(page: PageContext, section: Span): readonly Item[] {
  const tokens = tokensIn(page.tokens, section);
  const items: Item[] = [];
  let done = section.start;
  for (let i = 0; i < tokens.length; ) {
    const found = itemAt(page, tokens, { first: i, limit: section.end });
    const token = tokens[i];
    if (token !== undefined && isPassedOver(token) && isBlock(page.text, token)) {
      items.push(...proseAndPipeTables(page, { start: done, end: token.start }), ...sameItem(page, token));
      done = token.end;
      i += 1;
    } else if (found === null) i += 1;
    else {
      items.push(...proseAndPipeTables(page, { start: done, end: found.item.start }), found.item);
      done = found.item.end;
      i = found.next;
    }
  }
  return [...items, ...proseAndPipeTables(page, { start: done, end: section.end })];
}

function isPassedOver({ kind }: Token): boolean {
  return kind === 'comment' || kind === 'component';
}

function sameItem({ text }: PageContext, token: Token): readonly SameItem[] {
  const method = token.name === 'SameFields' ? attributeOf(text, token, 'method') : null;
  if (method === null) return [];
  return [{ kind: 'same', method: attributeText(text, method), start: token.start, end: token.end }];
}

/** A comment that starts a line or ends behind one takes what it holds out of the text around it. */
function isBlock(text: string, { start, end }: Token): boolean {
  let before = start - 1;
  while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9) before -= 1;
  const startsLine = before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
  return startsLine || text.slice(start, end).includes('\n');
}

interface FoundItem {
  readonly item: Item;
  /** The first token behind it. */
  readonly next: number;
}

function itemAt(
  page: PageContext,
  tokens: readonly Token[],
  { first, limit }: { readonly first: number; readonly limit: number },
): FoundItem | null {
  const token = tokens[first];
  if (token === undefined || isPassedOver(token)) return null;
  const { start, end } = token;
  if (token.kind === 'fence') {
    if (!token.closed) page.report('fence-unclosed', { language: token.name }, start);
    const isQuoted = page.text.charCodeAt(skipSpace(page.text, start)) === 62; /* > */
    const code = isQuoted ? quotedText(page.text, token.content) : verbatimText(page.text, token.content);
    return { item: { kind: 'code', language: token.name.toLowerCase(), code, start, end }, next: first + 1 };
  }
  if (token.name === 'CodeBlock') return codeBlock(page, tokens, first);
  if (token.name === 'Tabs' || token.name === 'TabItem') {
    return { item: { kind: 'tab', token, start, end }, next: first + 1 };
  }
  if (token.name === 'SchemaTable' && token.kind === 'open') {
    const fields = attributeOf(page.text, token, 'fields');
    const rows = fields === null ? null : schemaRows(page.text, fields.value);
    return { item: { kind: 'schema', rows, start, end }, next: first + 1 };
  }
  if (token.name !== 'table' || token.kind !== 'open' || isInPipeRow(page, start)) return null;
  const { table, next, closed } = htmlTable(page, tokens, { first, limit });
  if (!closed) page.report('tag-unclosed', { tag: 'table' }, start);
  return { item: { kind: 'table', table, start, end: table.end }, next };
}

/** A table in a cell of a pipe table is that cell's text. */
function isInPipeRow(page: PageContext, offset: number): boolean {
  const line = lineSpan(page, lineIndexAt(page.lineStarts, offset));
  return page.text.charCodeAt(trimSpan(page.text, line).start) === 124;
}

/** `<CodeBlock …>{`…`}</CodeBlock>`: three tokens. */
function codeBlock(page: PageContext, tokens: readonly Token[], first: number): FoundItem | null {
  const [block, content, closing] = tokens.slice(first, first + 3);
  if (block === undefined || content?.kind !== 'template' || content.start !== block.end) return null;
  const language = attributeOf(page.text, block, 'language');
  const item: CodeItem = {
    kind: 'code',
    language: language === null ? '' : attributeText(page.text, language).toLowerCase(),
    code: templateText(page.text, content.content),
    start: block.start,
    end: content.end,
  };
  const isClosed = closing?.kind === 'close' && closing.name === 'CodeBlock';
  return isClosed ? { item: { ...item, end: closing.end }, next: first + 3 } : { item, next: first + 2 };
}

function proseAndPipeTables(page: PageContext, span: Span): readonly Item[] {
  const items: Item[] = [];
  let done = span.start;
  const pushProse = (end: number): void => {
    const prose = trimSpan(page.text, { start: done, end });
    if (prose.start < prose.end) items.push({ kind: 'prose', ...prose });
  };
  for (const table of pipeTables(page, span)) {
    pushProse(table.start);
    items.push({ kind: 'table', table, start: table.start, end: table.end });
    done = table.end;
  }
  pushProse(span.end);
  return items;
}
