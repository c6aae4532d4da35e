/** Links of CommonMark whose address begins with one `/`. */
const ROOTED = /\]\((\/(?!\/)[^\s()<>]*)/g;

/** The addresses of a text's links that lead from the root of a site which it does not name, `/guides/roles`. */
export function rootedAddresses(text: string): readonly string[] {
  if (!text.includes('](/')) return [];
  return [...text.matchAll(ROOTED)].flatMap(([, address]) => address ?? []);
}

/** The addresses of a text's links that name their site. */
export function sitedAddresses(text: string): readonly string[] {
  if (!text.includes('](http')) return [];
  return [...text.matchAll(/\]\((https?:\/\/[^\s()<>]+)/g)].flatMap(([, address]) => address ?? []);
}

/** The text with links that name no site leading from `base`; as it stands where that is not known. */
export function withLinkBase(text: string, base: string | undefined): string {
  if (base === undefined || !text.includes('](/')) return text;
  return text.replace(ROOTED, (_link, address: string) => `](${base}${address}`);
}
