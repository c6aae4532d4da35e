/** What must stand in a text beside a number for it to tell the limit. */
const SPEAKS_OF = {
  minimum: /\b(?:min|least|between|greater|more than|above|from|starting)/i,
  maximum: /\b(?:max|most|between|less|fewer|up to|limit|exceed|below|within|than)/i,
} as const;

/** The value stands in the text by itself, not inside a longer word or number. */
export function names(prose: string, value: string): boolean {
  if (value === '') return false;
  for (let at = prose.indexOf(value); at !== -1; at = prose.indexOf(value, at + value.length)) {
    if (!isWordPart(prose.charAt(at - 1)) && !isWordPart(prose.charAt(at + value.length))) return true;
  }
  return false;
}

/** A text that names each value has told the enum in its own way. */
export function tellsEnum(prose: string, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => names(prose, value));
}

/** `The default is 20.` */
export function tellsDefault(prose: string, value: string): boolean {
  return /default/i.test(prose) && names(prose, value);
}

/** `The number of results per page (max 100).` */
export function tellsBound(prose: string, bound: string, value: string): boolean {
  const speaks = /^(?:exclusiveM|m)in/.test(bound) ? SPEAKS_OF.minimum : SPEAKS_OF.maximum;
  return bound !== 'pattern' && speaks.test(prose) && names(prose, value);
}

function isWordPart(char: string): boolean {
  return char !== '' && /[\p{L}\p{N}_]/u.test(char);
}
