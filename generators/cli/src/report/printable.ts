/**
 * Text from a document, safe to print on a terminal: no escape sequence, no carriage return, no character that
 * turns the direction of writing. Each such character becomes one replacement, so that columns stay.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
