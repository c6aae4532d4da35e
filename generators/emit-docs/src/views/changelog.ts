import { type Encoded, mdxAttribute, mdxMarkdownLine, type View } from '@plumbline/render';
import type { Changelog } from '../facts/changelog.ts';

type Mdx = Encoded<'mdx'>;

/** What changed from version to version; what stands between the headings is the page's data. */
export interface ChangelogView extends View {
  readonly hasOpening: boolean;
  readonly sections: readonly {
    /** `##` or `###`. */
    readonly marks: Mdx;
    readonly title: Mdx;
    readonly anchor: Mdx;
    readonly hasText: boolean;
  }[];
}

export function changelogView({ opening, sections }: Changelog): ChangelogView {
  return {
    hasOpening: opening.length > 0,
    sections: sections.map(({ depth, title, anchor, blocks }) => ({
      marks: '#'.repeat(depth) as Mdx,
      title: mdxMarkdownLine(title),
      anchor: mdxAttribute(anchor),
      hasText: blocks.length > 0,
    })),
  };
}
