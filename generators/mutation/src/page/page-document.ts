import type { ResourcePage, Source } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import { offsetAt, type TextEdit } from '../text-edit.ts';

/** A page, as it is written and as it is read. */
export interface PageDocument {
  readonly text: string;
  readonly page: ResourcePage;
  /** The operation that a method of it is bound to. */
  readonly operationOf: (method: string) => string | null;
}

/** A change that an operator finds to make. */
export interface PageSite {
  readonly operator: string;
  readonly at: Source;
  readonly what: string;
  readonly edits: readonly TextEdit[];
  /** Of whose operation; none: it may be any. */
  readonly method?: string;
}

export type PageOperator = (document: PageDocument) => readonly PageSite[];

export function pageFault({ page, operationOf }: PageDocument, site: PageSite): Fault {
  const { operator, at, what, edits, method } = site;
  const methods = method === undefined ? page.methods.map(({ name }) => name.value) : [method];
  return {
    side: 'page',
    operator,
    what: `${what} on the page of \`${page.id.value}\``,
    at,
    operations: methods.flatMap((name) => operationOf(name) ?? []),
    equivalent: null,
    change: { in: 'page', file: page.file, edits },
  };
}

/** The row of a table that a place is in, with its line break: `<tr>…</tr>`, or the line. */
export function rowAround(text: string, source: Source): { readonly start: number; readonly end: number } {
  const at = offsetAt(text, source);
  const line = { start: text.lastIndexOf('\n', at - 1) + 1, end: after(text, text.indexOf('\n', at)) };
  if (/^\s*\|/.test(text.slice(line.start, line.end))) return line;
  const start = text.lastIndexOf('<tr', at);
  const end = text.indexOf('</tr>', at);
  if (start === -1 || end === -1) return line;
  const close = end + '</tr>'.length;
  return { start, end: text[close] === '\n' ? close + 1 : close };
}

function after(text: string, index: number): number {
  return index === -1 ? text.length : index + 1;
}

/** A name where it stands, once: the first from its place on. Null where it is written in another way. */
export function wordAt(
  text: string,
  source: Source,
  word: string,
): { readonly start: number; readonly end: number } | null {
  const at = offsetAt(text, source);
  const start = text.indexOf(word, at);
  return start === -1 || start - at > 200 ? null : { start, end: start + word.length };
}
