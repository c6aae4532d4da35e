import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';

/** CommonMark 0.31, section 6.2: HTML5 names, and at most seven decimal or six hexadecimal digits. */
const REFERENCE = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z][\dA-Za-z]{1,31}));/g;

/** Decodes `&lt;`, `&#123;` and `&#x7b;`; what is no character reference stays. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    return hex === undefined
      ? decodeNumericCharacterReference(decimal ?? '', 10)
      : decodeNumericCharacterReference(hex, 16);
  });
}

/** Text outside code: escapes (CommonMark 0.31, section 2.4) and references decoded, `data\_\_x &amp; y`. */
export function decodeText(text: string): string {
  return decodeReferences(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}
