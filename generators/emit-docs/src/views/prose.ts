import { type CellNotes, printCellNotes, withLinkBase } from '@plumbline/model';
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
  /** What an index begins with, and what would push all else off its first screen; null: nothing would. */
  readonly parted: (text: string) => { readonly opening: Mdx; readonly rest: Mdx | null };
  /** A Description cell: prose, then notes. */
  readonly cell: (text: string, notes: CellNotes) => Mdx;
  /** The same as data. */
  readonly rich: (text: string) => RichText;
  /** The first paragraph, as Markdown. */
  readonly first: (text: string) => string;
  /** Markdown that may stand anywhere. */
  readonly plain: (text: string) => string;
}

/** Characters that an index tells of itself before it lists what it has. */
const MAX_OPENING = 600;

interface ProseOptions {
  /** Where links lead from that name no site. */
  readonly linkBase?: string | undefined;
  /** Pages have a component of the site around notes, which a reader of the format passes over. */
  readonly marksNotes: boolean;
}

export function createProse({ linkBase, marksNotes }: ProseOptions): Prose {
  const blocks = remembered<readonly MarkdownBlock[]>((text) => markdownBlocks(withLinkBase(text, linkBase)));
  const line = remembered(markdownLine);
  const inline = remembered((text) => mdxBlocks(blocks(text), line));
  const rich = remembered((text) => richText(blocks(text), line));
  return {
    inline,
    line: (text) => mdxLine(inline(text)),
    parted: (text) => {
      const all = blocks(withoutImages(text));
      const lineOf = (part: readonly MarkdownBlock[]) => mdxLine(mdxBlocks(part, line));
      if (text.length <= MAX_OPENING) return { opening: lineOf(all), rest: null };
      const first = firstOf(all);
      const end = all.findIndex((block) => block.kind === 'paragraph' && block.text === first) + 1;
      return { opening: lineOf(all.slice(0, end)), rest: end === all.length ? null : lineOf(all.slice(end)) };
    },
    cell: (text, notes) => {
      const written = printCellNotes(notes);
      if (written === '') return inline(text);
      const printed = mdxInline(written.trimStart());
      const shown = marksNotes ? mdx`<Notes>${printed}</Notes>` : printed;
      return text.trim() === '' ? shown : mdx`${inline(text)} ${shown}`;
    },
    rich,
    first: (text) => firstOf(blocks(text)),
    plain: remembered((text) => plainBlocks(blocks(text), line)),
  };
}

/** An image with its words and its address, which bears no other scheme than that of a page. */
const IMAGE = /!\[([^[\]]*)\]\((?:(https?:\/\/[^\s()<>]+)|[^\s()<>:]+)(?:[ \t]+"[^"]*")?\)/g;

/** No page shows the images of its descriptions: links to them, or where they lead nowhere their words, stand in their place. */
function withoutImages(text: string): string {
  if (!text.includes('![')) return text;
  return text
    .split('\n')
    .map((line) => (line.includes('`') ? line : line.replace(IMAGE, imageText)))
    .join('\n');
}

function imageText(_image: string, words: string, address: string | undefined): string {
  return address === undefined ? words : `[${words || address}](${address})`;
}

/** A name within code: a comma would part it in two. */
export function codeName(name: string): Mdx {
  return mdxInline(name).replaceAll(',', '&#44;') as Mdx;
}

/** `integer (int32)`. */
export function typeText(type: string, format: string | undefined): string {
  return format === undefined ? type : `${type} (${format})`;
}
