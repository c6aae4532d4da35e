/** Percent-decodes (RFC 3986 section 2.1); null where it is badly encoded. */
export function percentDecoded(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Percent-decoded, or as it stands where it is badly encoded. */
export function leniently(text: string): string {
  return percentDecoded(text) ?? text;
}

/** Of a query or a form: `+` is a blank too. */
export function formDecoded(text: string): string {
  return leniently(text.replaceAll('+', ' '));
}
