/**
 * The words of a text in lower case, parted by single blanks: what two renderings of one text have in common.
 * Entities, tags, link targets and addresses are left out, since pages render them in ways of their own.
 */
export function wordsOf(text: string): string {
  return text
    .replace(/\]\([^()\s]{0,2000}\)/g, ' ')
    .replace(/https?:\/\/[^\s<>"')\]]+/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]{0,2000}>/g, ' ')
    .replace(/&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{1,6});/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The parts of a name, each in lower case and in the singular: `listOauth2Tokens`, `list_oauth2_tokens` and
 * `/list/oauth2-tokens` have the same.
 */
export function nameTokens(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
    .map(singular);
}

/** A name without case, separators and plural: `api-tokens`, `ApiToken` and `api_tokens` are one. */
export function compactName(name: string): string {
  return singular(name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** A name as it is the same in each way of writing it: `user_id`, `userId` and `user-id`. */
export function wireKey(name: string): string {
  const key = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return key === '' ? name : key;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
