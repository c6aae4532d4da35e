/** Longer words are left whole: names are not as long. */
const LONGEST_WORD = 64;
const LONGEST_PART = 24;
/** Shorter parts fit into any word by chance. */
const SHORTEST_PART = 3;

/**
 * Takes words written together apart where all parts are words of the vocabulary by themselves: `authorizationserver`
 * is `authorization`, `server` where a path has `authorizationServers`. The fewest parts win, then the longest first.
 */
export function createWordSplitter(vocabulary: ReadonlySet<string>): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const parts = split(word, vocabulary);
    known.set(word, parts);
    return parts;
  };
}

function split(word: string, vocabulary: ReadonlySet<string>): readonly string[] {
  if (word.length < 2 * SHORTEST_PART || word.length > LONGEST_WORD) return [word];
  // best[start]: the fewest parts that the rest of the word from there falls into.
  const best: (readonly string[] | null)[] = new Array(word.length).fill(null);
  for (let start = word.length - SHORTEST_PART; start >= 0; start -= 1) {
    const longest = Math.min(word.length - start, LONGEST_PART);
    for (let length = longest; length >= SHORTEST_PART; length -= 1) {
      if (length === word.length) continue;
      const part = partOf(word.slice(start, start + length), vocabulary);
      const rest = start + length === word.length ? [] : best[start + length];
      if (part === null || rest === null || rest === undefined) continue;
      const found = best[start];
      if (found === null || found === undefined || rest.length + 1 < found.length) {
        best[start] = [part, ...rest];
      }
    }
  }
  return best[0] ?? [word];
}

/** Parts are in the singular, as all words of the vocabulary are. */
function partOf(text: string, vocabulary: ReadonlySet<string>): string | null {
  if (vocabulary.has(text)) return text;
  const singular = text.endsWith('s') ? text.slice(0, -1) : text;
  return singular.length >= SHORTEST_PART && vocabulary.has(singular) ? singular : null;
}
