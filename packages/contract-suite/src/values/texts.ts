import fc from 'fast-check';

/** Where a text stands: what it may hold differs. */
export type TextPlace = 'path' | 'query' | 'header' | 'cookie' | 'json' | 'form' | 'multipart' | 'text';

/** Texts that clients have been seen to spoil: by a path they do not stay in, or an encoding that is done twice or not. */
const HOSTILE: readonly string[] = [
  'a/b',
  '../x',
  'x/../y',
  '..;',
  '%2F',
  '%252e%252e',
  'a%20b',
  'a&b=c',
  'a+b c',
  '?x=1#y',
  'ä€😀',
  'e\u0301',
  '{id}',
  '$&',
  '"\'`\\',
  ';v=1,w=2',
  '@:!*()',
  'null',
  'true',
  '0',
  '-1e3',
  ' a ',
  '\u0000\u001f',
  'a\r\nb',
  '[x]',
  '__proto__',
];

/** Empty, `.` or `..`, percent-encoded or not: no segment of a path can be one, since URLs follow them (URL Standard, section 4.4). */
const DOTS = /^(?:\.|%2e){0,2}$/i;

/** Whether a text can stand there. A header holds visible ASCII, blanks between (RFC 9110 section 5.5). */
export function fits(text: string, place: TextPlace): boolean {
  if (/\p{Surrogate}/u.test(text)) return false;
  if (place === 'path') return !DOTS.test(text);
  if (place === 'header') return /^[!-~](?:[ -~]*[!-~])?$/.test(text);
  // A line break of a part is CRLF, whatever it was (HTML, section 4.10.21.8).
  if (place === 'multipart') return !/[\r\n]/.test(text);
  return true;
}

/** Any text that can stand there, hostile ones often. */
export function textIn(place: TextPlace, minLength = 0, maxLength = minLength + 24): fc.Arbitrary<string> {
  const isShort = (text: string) => [...text].length >= minLength && [...text].length <= maxLength;
  const hostile = HOSTILE.filter((text) => isShort(text) && fits(text, place));
  const unit = place === 'header' ? 'binary-ascii' : 'binary';
  const any = fc.string({ unit, minLength, maxLength }).map((text) => fitting(text, place));
  return hostile.length === 0
    ? any
    : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...hostile) }, { weight: 1, arbitrary: any });
}

/** A text of the same length that fits, where this one does not. */
function fitting(text: string, place: TextPlace): string {
  if (fits(text, place)) return text;
  return [...text].map((char) => (/[!-~]/.test(char) && char !== '.' ? char : 'x')).join('') || 'x';
}
