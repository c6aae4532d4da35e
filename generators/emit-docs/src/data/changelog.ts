import type { ProviderModel } from '@plumbline/model';
import {
  type MarkdownBlock,
  type RichElement,
  type RichPart,
  type RichText,
  richText,
} from '@plumbline/render';
import { resourceAddress } from '../facts/addresses.ts';
import type { Changelog } from '../facts/changelog.ts';
import type { ChangelogData } from './page-data.ts';

/** What the page tells between its headings; ids of resources lead to their pages. */
export function changelogData(model: ProviderModel, { opening, sections }: Changelog): ChangelogData {
  const hrefs = new Map(
    model.services.flatMap((service) =>
      service.resources.map(
        (resource) => [resource.id, resourceAddress(model, service, resource).href] as const,
      ),
    ),
  );
  return {
    opening: blocksData(opening, hrefs),
    sections: sections.map(({ blocks }) => blocksData(blocks, hrefs)),
  };
}

type Hrefs = ReadonlyMap<string, string>;

function blocksData(blocks: readonly MarkdownBlock[], hrefs: Hrefs): RichText {
  const text = withLinks(richText(blocks), hrefs);
  const isLine = blocks.length === 1 && blocks[0]?.kind === 'paragraph';
  return isLine ? [{ el: 'p', of: text }] : text;
}

function withLinks(text: RichText, hrefs: Hrefs): RichText {
  return typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : elementWithLinks(part, hrefs)));
}

function elementWithLinks(element: RichElement, hrefs: Hrefs): RichPart {
  switch (element.el) {
    case 'br':
    case 'hr':
    case 'a':
    case 'pre':
      return element;
    case 'table': {
      const { el, head, rows } = element;
      return { el, head, rows: rows.map((row) => row.map((cell) => withLinks(cell, hrefs))) };
    }
    case 'code': {
      const href = typeof element.of === 'string' ? hrefs.get(element.of) : undefined;
      return href === undefined ? element : { el: 'a', href, of: [element] };
    }
    default:
      return { ...element, of: withLinks(element.of, hrefs) };
  }
}
