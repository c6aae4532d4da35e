import type { Source } from '@plumbline/model';

/** Something located, as it was found in the answer. */
export interface Place {
  readonly value: unknown;
  readonly source: Source;
}

/** Every place of a value that has one, whatever the depth. */
export function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isPlace(value)) return [value];
  return Object.values(value).flatMap(placesIn);
}

/**
 * True if a value stands at its place. Prose may be written otherwise than it reads; then its first word, or the
 * reference or tag that it starts with, must stand there.
 */
export function standsAt({ value, source }: Place, lines: readonly string[]): boolean {
  const rest = (lines[source.line - 1] ?? '').slice(source.column - 1);
  const text =
    typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : String(value);
  if (rest.startsWith(text) || rest.toLowerCase().startsWith(text)) return true;
  const word = /^[\w$#.@/:-]+/.exec(text)?.[0];
  if (word !== undefined) return rest.startsWith(word);
  return text === '' ? /^(?:$|<|\||\()/.test(rest) : /^[^\w\s]/.test(rest);
}

function isPlace(value: object): value is Place {
  return Object.keys(value).length === 2 && 'value' in value && 'source' in value;
}
