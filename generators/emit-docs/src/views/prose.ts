import { type CellNotes, printCellNotes } from '@plumbline/model';
import { type Encoded, mdx, mdxInline, mdxLine, mdxMarkdown } from '@plumbline/render';

type Mdx = Encoded<'mdx'>;

/** Encodes the prose of one emission. Texts recur on many pages: each is encoded once. */
export interface Prose {
  /** Within a line. */
  readonly inline: (text: string) => Mdx;
  /** A line of its own. */
  readonly line: (text: string) => Mdx;
  /** A Description cell: prose, then notes. */
  readonly cell: (text: string, notes: CellNotes) => Mdx;
}

export function createProse(): Prose {
  const known = new Map<string, Mdx>();
  const inline = (text: string): Mdx => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const encoded = mdxMarkdown(text);
    known.set(text, encoded);
    return encoded;
  };
  return {
    inline,
    line: (text) => mdxLine(inline(text)),
    cell: (text, notes) => {
      const printed = mdxInline(printCellNotes(notes));
      return text.trim() === '' ? (printed.trimStart() as Mdx) : mdx`${inline(text)}${printed}`;
    },
  };
}

/** A name within code: a comma would part it in two. */
export function codeName(name: string): Mdx {
  return mdxInline(name).replaceAll(',', '&#44;') as Mdx;
}

/** `integer (int32)`. */
export function typeText(type: string, format: string | undefined): Mdx {
  return mdxInline(format === undefined ? type : `${type} (${format})`);
}
