import { type CellNotes, NO_NOTES, printCellNotes, withLinkBase } from '@plumbline/model';
import {
  type Encoded,
  firstOf,
  type MarkdownBlock,
  markdownBlocks,
  markdownLine,
  mdx,
  mdxBlocks,
  mdxInline,
  mdxLine,
  plainBlocks,
  type RichText,
  replaceUnwritable,
  richText,
} from '@plumbline/render';
import { remembered } from '../remembered.ts';

type Mdx = Encoded<'mdx'>;

/** Encodes the prose of one emission. Texts recur on many pages: each is encoded once. */
export interface Prose {
  /** Within a line. */
  readonly inline: (text: string) => Mdx;
  /** A line of its own. */
  readonly line: (text: string) => Mdx;
  /** A Description cell: prose, then notes. */
  readonly cell: (text: string, notes: CellNotes) => Mdx;
  /** Prose, then notes, as data. */
  readonly rich: (text: string, notes?: CellNotes) => RichText;
  /** The first paragraph, as Markdown. */
  readonly first: (text: string) => string;
  /** Markdown that may stand anywhere. */
  readonly plain: (text: string) => string;
}

/** @param linkBase where links lead from that name no site. */
export function createProse(linkBase?: string): Prose {
  const blocks = remembered<readonly MarkdownBlock[]>((text) => markdownBlocks(withLinkBase(text, linkBase)));
  const line = remembered(markdownLine);
  const inline = remembered((text) => mdxBlocks(blocks(text), line));
  const rich = remembered((text) => richText(blocks(text), line));
  return {
    inline,
    line: (text) => mdxLine(inline(text)),
    cell: (text, notes) => {
      const written = printCellNotes(notes);
      if (written === '') return inline(text);
      const printed = mdxInline(written);
      return text.trim() === '' ? (printed.trimStart() as Mdx) : mdx`${inline(text)}${printed}`;
    },
    rich: (text, notes = NO_NOTES) => {
      const printed = replaceUnwritable(printCellNotes(notes));
      const said = rich(text);
      if (printed === '') return said;
      if (said === '') return printed.trimStart();
      return typeof said === 'string' ? said + printed : [...said, printed];
    },
    first: (text) => firstOf(blocks(text)),
    plain: remembered((text) => plainBlocks(blocks(text), line)),
  };
}

/** A name within code: a comma would part it in two. */
export function codeName(name: string): Mdx {
  return mdxInline(name).replaceAll(',', '&#44;') as Mdx;
}

/** `integer (int32)`. */
export function typeText(type: string, format: string | undefined): string {
  return format === undefined ? type : `${type} (${format})`;
}
