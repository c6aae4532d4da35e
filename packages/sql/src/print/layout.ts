import type { Comment, Item } from '../tree/node.ts';
import type { Query } from '../tree/query.ts';

export interface PrintOptions {
  /** Write the marks of required items; true unless said. */
  readonly marks?: boolean;
  /** Write the author's comments; true unless said. */
  readonly comments?: boolean;
  /** Quote every name of a column or table, for an engine that has other keywords; false unless said. */
  readonly quoteNames?: boolean;
}

/** How the printers write: one item a line, or all on one, as within parentheses. */
export interface Layout {
  readonly separator: '\n' | ' ';
  readonly marks: boolean;
  readonly comments: boolean;
  /** Writes the name of a column or table. */
  readonly name: (name: string) => string;
  /** Writes a query that stands in parentheses. */
  readonly nested: (query: Query) => string;
}

/** The mark of a required item, as the pages write it in `SELECT`, in the statements that change, in value lists. */
export type MarkStyle = ' -- required' | ' --required' | ' /* required */';

/** The comments in front of an item, each on its line. */
export function printBefore({ comments }: Pick<Item, 'comments'>, layout: Layout): string {
  if (!layout.comments || comments.length === 0) return '';
  return comments
    .filter(({ place }) => place === 'before')
    .map((comment) => `${printComment(comment, layout)}${layout.separator}`)
    .join('');
}

/** The comments behind an item, on its line. */
export function printAfter({ comments }: Pick<Item, 'comments'>, layout: Layout): string {
  if (!layout.comments || comments.length === 0) return '';
  return comments
    .filter(({ place }) => place === 'after')
    .map(({ text }) => ` ${blockComment(text)}`)
    .join('');
}

export function printMark({ required }: Pick<Item, 'required'>, layout: Layout, style: MarkStyle): string {
  if (required === null || !layout.marks) return '';
  return layout.separator === '\n' ? style : ' /* required */';
}

/** A comment on its own line. */
export function printComment({ text }: Pick<Comment, 'text'>, layout: Layout): string {
  return layout.separator === '\n' && !/[\r\n]/.test(text) ? `-- ${text}`.trimEnd() : blockComment(text);
}

/** No text ends the comment early. */
export function blockComment(text: string, open: '/*' | '/*+' = '/*'): string {
  return `${open} ${text.replaceAll('*/', '* /')} */`;
}

/** Items with commas between, in a list where marks stand before the comma. */
export function printItems<T extends Item>(
  items: readonly T[],
  layout: Layout,
  print: (item: T) => string,
): string {
  return items
    .map((item, i) => {
      const comma = i < items.length - 1 ? ',' : '';
      const notes = `${printAfter(item, layout)}${printMark(item, layout, ' /* required */')}`;
      return `${printBefore(item, layout)}${print(item)}${notes}${comma}`;
    })
    .join(layout.separator);
}
