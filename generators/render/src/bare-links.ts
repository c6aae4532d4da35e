/** A piece of a text: an address that stands in it as such, with where it leads, or what is between two of them. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | null;
}

/**
 * What may be an address: with a scheme, with `www.`, of mail, before the `@` of which are at most 64 characters (RFC 5321,
 * section 4.5.3.1.1). Each begins where a word does.
 */
const ADDRESS =
  /(?<![\p{L}\p{N}_/])(?:(?:https?:\/\/|www(?=\.))(?<domain>[-.\w]+)[^\s]*|[-.\w+]{1,64}@(?<host>[-\w]+(?:\.[-\w]+)+))/giu;

/** False for most texts, which is found out much faster. */
export function mayHaveLinks(text: string): boolean {
  return /:\/\/|@|[wW]\./.test(text);
}

/** A text parted at the addresses that Markdown makes links of (GitHub Flavored Markdown 0.29, section 6.9). */
export function bareLinks(text: string): readonly TextPiece[] {
  if (!mayHaveLinks(text)) return [{ text, href: null }];
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const { domain, host } = match.groups ?? {};
    const address = host === undefined ? trimmed(match[0]) : match[0];
    const isWeb = domain !== undefined && isDomain(match[0].startsWith('http') ? domain : `www${domain}`);
    const isMail = host !== undefined && !/[-\d_]$/.test(host);
    if (!isWeb && !isMail) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), href: null });
    const scheme = isMail ? 'mailto:' : /^www/i.test(address) ? 'http://' : '';
    pieces.push({ text: address, href: `${scheme}${address}` });
    done = match.index + address.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), href: null });
  return pieces;
}

/** Two parts or more, the last two without `_`. */
function isDomain(domain: string): boolean {
  const parts = domain.split('.');
  return (
    parts.length > 1 &&
    parts.slice(-2).every((part) => part === '' || (/[a-zA-Z\d]/.test(part) && !part.includes('_')))
  );
}

/** Without the punctuation that ends it, and parentheses that do not belong to it. */
function trimmed(address: string): string {
  const trail = /(?<![!"&'),.:;<>?\]}])[!"&'),.:;<>?\]}]+$/.exec(address)?.index ?? address.length;
  let end = trail;
  let depth = address.slice(0, end).split('(').length - address.slice(0, end).split(')').length;
  for (; depth > 0 && address.charAt(end) !== ''; end += 1) {
    if (address.charAt(end) === ')') depth -= 1;
  }
  return address.slice(0, depth === 0 || end === trail ? end : trail);
}
