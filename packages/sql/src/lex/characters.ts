const CHARACTER = '[\\p{L}\\p{N}\\p{M}_$#@]';

/**
 * A name that needs no quotes when read: `x5t#S256`, `$schema`, `@odata`, `If-Match`, `filter[query]`, `ids[]`.
 * A dash or colon belongs to it where another character of a name follows, so `a--b` ends at `a`.
 */
const WORD = `${CHARACTER}+(?:[-:]${CHARACTER}+|\\[(?:${CHARACTER}|[.:-])*\\])*`;

/** Digits that no name follows: `2fa` is a word. */
const NUMBER = `(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?!${CHARACTER})`;

export const wordPattern = (): RegExp => new RegExp(WORD, 'yu');
export const numberPattern = (): RegExp => new RegExp(NUMBER, 'yu');

const WHOLE_NUMBER = new RegExp(`^${NUMBER}$`, 'u');

/** True for text that reads as one number. */
export function isNumber(text: string): boolean {
  return WHOLE_NUMBER.test(text);
}
