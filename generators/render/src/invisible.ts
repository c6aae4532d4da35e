/**
 * Characters that show nothing or reorder what stands around them: controls other than tab and newline, bidirectional
 * controls (Unicode Technical Report 36, section 2.10.3 names the attack), line and paragraph separators, the byte
 * order mark, and lone surrogates.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|\p{Surrogate}/gu;

/** One of them, or half of a character beyond the first plane: most texts have neither, which is found out much faster. */
const MAYBE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]/;

/** Replaces each such character by what `encode` makes of its code point. */
export function replaceInvisible(text: string, encode: (codePoint: number) => string): string {
  if (!MAYBE.test(text)) return text;
  return text.replace(INVISIBLE, (char) => encode(char.codePointAt(0) ?? 0));
}

/** `\u202e`: the escape that JSON, TypeScript and double-quoted YAML share. */
export function unicodeEscape(codePoint: number): string {
  return `\\u${codePoint.toString(16).padStart(4, '0')}`;
}
