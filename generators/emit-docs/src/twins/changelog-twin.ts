import { plainBlocks } from '@plumbline/render';
import type { Changelog } from '../facts/changelog.ts';
import { blocks } from './markdown.ts';

/** What changed from version to version, as Markdown that may be rendered anywhere. */
export function changelogTwin({ opening, sections }: Changelog): string {
  return blocks([
    '# Changelog',
    plainBlocks(opening),
    ...sections.flatMap((section) => [
      `${'#'.repeat(section.depth)} ${plainBlocks([{ kind: 'paragraph', text: section.title }])}`,
      plainBlocks(section.blocks),
    ]),
  ]);
}
