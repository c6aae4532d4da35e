import { slugName, uniqueNames } from '@plumbline/model';
import { type MarkdownBlock, markdownBlocks, markdownText } from '@plumbline/render';

/** What a provider's changelog tells, newest first as it is written. */
export interface Changelog {
  /** What stands before the first section. */
  readonly opening: readonly MarkdownBlock[];
  readonly sections: readonly ChangelogSection[];
}

export interface ChangelogSection {
  /** 2: a version; 3: a part of one. */
  readonly depth: 2 | 3;
  /** Inline Markdown. */
  readonly title: string;
  readonly anchor: string;
  readonly blocks: readonly MarkdownBlock[];
}

/**
 * Reads a changelog: CommonMark with a heading of the second rank for each version, and of the third for its parts. The
 * title of the whole is the page's own. Anchors stay when a version is put before the others.
 */
export function readChangelog(text: string): Changelog {
  const blocks = markdownBlocks(text);
  const [first] = blocks;
  const isTitled = first?.kind === 'heading' && first.depth === 1;
  const opening: MarkdownBlock[] = [];
  const sections: { depth: 2 | 3; title: string; slug: string; blocks: MarkdownBlock[] }[] = [];
  let version = '';
  for (const block of isTitled ? blocks.slice(1) : blocks) {
    if (block.kind === 'heading' && block.depth <= 3) {
      const title = block.text.replace(/\s+/g, ' ').trim();
      if (title === '') continue;
      const own = slugName(markdownText(title)).toLowerCase();
      const isPart = block.depth === 3 && version !== '';
      if (!isPart) version = own;
      const slug = isPart ? `${version}-${own}` : own;
      sections.push({ depth: isPart ? 3 : 2, title, slug, blocks: [] });
    } else (sections.at(-1)?.blocks ?? opening).push(block);
  }
  const anchors = anchorsOf(sections.map(({ slug }) => slug));
  return {
    opening,
    sections: sections.map(({ slug, ...section }, i) => ({ ...section, anchor: anchors[i] ?? slug })),
  };
}

/** Numbered from the end where several are called alike. */
function anchorsOf(slugs: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const numbered = slugs.toReversed().map((slug) => {
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  });
  return uniqueNames(numbered).toReversed();
}
