import type { CellNotes } from '@plumbline/model';
import { wordsOf } from './words.ts';

/** The page's text where it says something that the spec's does not; else the spec's, which has its line ends. */
export function chooseProse(page: string, spec: string): string {
  return says(spec, page) ? withAddressesOf(page, spec.trim()) : page.trim();
}

/** The spec's text with the page's addresses of links that lead nowhere but on the site that the spec was written for. */
function withAddressesOf(page: string, spec: string): string {
  if (!spec.includes('](') || !page.includes('://')) return spec;
  const addresses = new Map<string, string>();
  for (const [, text = '', address = ''] of page.matchAll(/\[([^[\]]*)\]\(?(https?:\/\/[^\s()]+)/g)) {
    addresses.set(oneLine(text), address.replace(/(?<![.,;:])[.,;:]+$/, ''));
  }
  return spec.replace(/\[([^[\]]*)\]\((?!https?:|mailto:)[^\s()]*\)/g, (link, text: string) => {
    const address = addresses.get(oneLine(text));
    return address === undefined ? link : `[${text}](${address})`;
  });
}

/** The text says all that the other one does, whatever its line ends, links and emphasis; an empty one says nothing. */
export function says(text: string, other: string): boolean {
  if (other.trim() === '') return true;
  if (text.trim() === '') return false;
  // Most pages have the spec's own text, set on one line.
  if (other === text || oneLine(other) === oneLine(text)) return true;
  const words = wordsOf(other);
  return words === '' || ` ${wordsOf(text)} `.includes(` ${words} `);
}

/** A blank for each run of white space: what is one already is left alone, since most are. */
function oneLine(text: string): string {
  return text.trim().replace(/[^\S ]\s*| \s+/g, ' ');
}

/** A cell's prose with the parenthesis that was taken for a list of values, where there is no enum for it. */
export function cellProse(
  description: { readonly value: string } | null,
  { listed }: CellNotes,
  hasEnum: boolean,
): string {
  const prose = description?.value ?? '';
  return listed === null || hasEnum ? prose : `${prose} (${listed.join(', ')})`.trimStart();
}
