import type { CellNotes } from '@plumbline/model';
import { wordsOf } from './words.ts';

/** The page's text where it says something that the spec's does not; else the spec's, which has its line ends. */
export function chooseProse(page: string, spec: string): string {
  return says(spec, page) ? spec.trim() : page.trim();
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
