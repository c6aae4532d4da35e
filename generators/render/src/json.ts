import { replaceInvisible, unicodeEscape } from './invisible.ts';

/** JSON on one line, with what shows nothing escaped: it may be read where text is reviewed. */
export function jsonText(value: unknown): string {
  return replaceInvisible(JSON.stringify(value), unicodeEscape);
}
