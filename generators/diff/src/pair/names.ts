/** A name that is gone, or new, with what tells whether they are one. */
export interface Named {
  readonly name: string;
  /** Must be equal. */
  readonly kind: string;
  /** Equal ones that say something make the names likelier to be one. */
  readonly description: string;
}

/** How alike two names must be, and how far behind the next best must be. */
const NAME_THRESHOLD = 0.6;
const MARGIN = 0.1;
/** What a new name may be compared with: of names that share a word the first so many. */
const CANDIDATES = 40;

/**
 * The pairs of a name that is gone and a new one that are one thing renamed: of one kind, with most of their words in
 * common (or the same description), and no other as near.
 */
export function renamedPairs<T extends Named>(
  removed: readonly T[],
  added: readonly T[],
): readonly (readonly [before: T, after: T])[] {
  const byWord = new Map<string, T[]>();
  for (const one of added) for (const key of indexKeys(one)) push(byWord, key, one);
  const scored = removed.flatMap((before) => {
    const candidates = new Set(indexKeys(before).flatMap((key) => byWord.get(key) ?? []));
    return [...candidates]
      .filter(({ kind }) => kind === before.kind)
      .map((after) => ({ before, after, score: likeness(before, after) }));
  });
  return clearPairs(scored, NAME_THRESHOLD);
}

export interface Scored<T> {
  readonly before: T;
  readonly after: T;
  readonly score: number;
}

/** Those at or above the threshold that are the best of both, and clearly so. */
export function clearPairs<T>(
  scored: readonly Scored<T>[],
  threshold: number,
): readonly (readonly [before: T, after: T])[] {
  const before = bestTwo(scored, (one) => one.before);
  const after = bestTwo(scored, (one) => one.after);
  return scored
    .filter((one) => {
      if (one.score < threshold) return false;
      return [before.get(one.before), after.get(one.after)].every(
        (best) => best !== undefined && best[0] === one.score && one.score - best[1] >= MARGIN,
      );
    })
    .map((one) => [one.before, one.after]);
}

function bestTwo<T>(
  scored: readonly Scored<T>[],
  side: (one: Scored<T>) => T,
): ReadonlyMap<T, readonly [best: number, next: number]> {
  const best = new Map<T, readonly [number, number]>();
  for (const one of scored) {
    const [first, second] = best.get(side(one)) ?? [0, 0];
    best.set(side(one), one.score > first ? [one.score, first] : [first, Math.max(second, one.score)]);
  }
  return best;
}

function likeness(one: Named, other: Named): number {
  const isSameText = one.description !== '' && one.description === other.description;
  const words = shared(wordsOf(one.name), wordsOf(other.name));
  return isSameText ? Math.max(words, 0.9) : words;
}

function indexKeys({ name, description }: Named): readonly string[] {
  const words = [...new Set(wordsOf(name))].map((word) => `word ${word}`);
  return description === '' ? words : [...words, `text ${description}`];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.length < CANDIDATES) list.push(value);
}

/** `resetPasswordToken`, `reset_password_token` → reset, password, token. */
export function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\x00-\x7f]+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}

/** The share of words that two lists have in common, from 0 to 1 (the Sørensen–Dice coefficient). */
export function shared(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
