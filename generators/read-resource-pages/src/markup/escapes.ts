/** ECMA-262, section 12.9.4: what a backslash may introduce in a string or template literal. */
export const ESCAPE = /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|\r\n|[\s\S])/g;

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);

/** The content of a JavaScript string or template literal. */
export function decodeEscapes(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPE, decodeEscape) : text;
}

/** A backslash takes the meaning of the character behind it; of two backslashes the second is one itself. */
export function isEscaped(text: string, offset: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(offset - 1 - slashes) === 92) slashes += 1;
  return slashes % 2 === 1;
}

/** One match of {@link ESCAPE}. */
export function decodeEscape(whole: string, ...[braced, four, two]: readonly (string | undefined)[]): string {
  const hex = braced ?? four ?? two;
  if (hex === undefined) return SINGLE.get(whole.slice(1)) ?? whole.slice(1);
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
