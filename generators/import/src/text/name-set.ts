/** Names, of which those are found that a text begins or ends with, however many there are. */
export interface NameSet {
  readonly has: (name: string) => boolean;
  /** The names that stand at a place, longest first. */
  readonly at: (text: string, place: number) => readonly string[];
  /** The longest that a text ends with, and is longer than. */
  readonly endOf: (text: string) => string | null;
  /** These and others. */
  readonly with: (names: Iterable<string>) => NameSet;
}

export function nameSet(names: Iterable<string>): NameSet {
  const set = new Set(names);
  set.delete('');
  const lengths = [...new Set([...set].map(({ length }) => length))].sort((a, b) => b - a);
  return {
    has: (name) => set.has(name),
    with: (others) => nameSet([...set, ...others]),
    at: (text, place) =>
      lengths.flatMap((length) => {
        const part = text.slice(place, place + length);
        return part.length === length && set.has(part) ? [part] : [];
      }),
    endOf: (text) => {
      const length = lengths.find((one) => one < text.length && set.has(text.slice(-one)));
      return length === undefined ? null : text.slice(-length);
    },
  };
}
