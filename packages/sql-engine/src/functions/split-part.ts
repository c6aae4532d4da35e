import { Misuse } from './misuse.ts';

/** The part of a text between separators, counted from 1, or from the end by -1; beyond them it is empty (PostgreSQL). */
export function splitPart(text: string, separator: string, place: number): string {
  if (!Number.isInteger(place) || place === 0) {
    throw new Misuse('split_part', {
      message: `\`split_part\` takes a whole number other than 0, not ${place}.`,
      hint: 'Parts are counted from 1, from the end by -1.',
    });
  }
  const parts = separator === '' ? [text] : text.split(separator);
  return parts.at(place > 0 ? place - 1 : place) ?? '';
}
