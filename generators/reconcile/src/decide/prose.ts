import type { CellNotes } from '@plumbline/model';
import { wordsOf } from '../words.ts';

/** The page's text where it says something that the spec's does not; else the spec's, which has its line ends. */
export function chooseProse(page: string, spec: string): string {
  if (page.trim() === '') return spec.trim();
  if (spec.trim() === '') return page.trim();
  // Most pages have the spec's own text, set on one line.
  if (oneLine(page) === oneLine(spec)) return spec.trim();
  const words = wordsOf(page);
  return words === '' || ` ${wordsOf(spec)} `.includes(` ${words} `) ? spec.trim() : page.trim();
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
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
