import { type Encoded, join, mdx, mdxInline } from '@plumbline/render';
import type { Inline, Prose } from '../text/lines.ts';
import { literal } from './mdx-blocks.ts';

type Mdx = Encoded<'mdx'>;

/** Prose on one line; its line breaks are elements. */
export function proseOf(prose: Prose): Mdx {
  return join(prose.map(inlineOf), '');
}

function inlineOf(part: Inline): Mdx {
  if (part.kind === 'code') return mdx`<code>${lines(part.text)}</code>`;
  const href = part.kind === 'link' ? safeHref(part.href) : null;
  return href === null ? lines(part.text) : mdx`[${lines(part.text)}](${href})`;
}

function lines(text: string): Mdx {
  return join(text.split('\n').map(mdxInline), '<br />');
}

/** What would end a link, and `encodeURIComponent` leaves. */
const PARENTHESES: ReadonlyMap<string, string> = new Map([
  ['(', '%28'],
  [')', '%29'],
]);

/** Links lead to the web alone; within the page they were of its frame. */
function safeHref(href: string): Mdx | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return null;
  const encoded = href.replace(
    /[^\w\-.~:/?#@!$&'*+,;=%]/gu,
    (char) => PARENTHESES.get(char) ?? encodeURIComponent(char),
  );
  return literal(encoded.replaceAll('&', '&amp;'));
}
