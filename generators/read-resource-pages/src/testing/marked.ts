import { blocksOf } from '../document/blocks.ts';
import { type PageText, pageText, type Span } from '../document/page-text.ts';
import type { Marked } from '../markup/prose.ts';
import { tokensOf } from '../markup/tokens.ts';

/** A page of the given text, its tokens found, and the span of all of it. */
export function marked(text: string): PageText & Marked & { readonly all: Span } {
  const page = pageText({ path: 'page.md', text });
  const { bodyStart, regions } = blocksOf(page);
  return {
    ...page,
    tokens: tokensOf(page.text, bodyStart, regions),
    all: { start: 0, end: page.text.length },
  };
}
