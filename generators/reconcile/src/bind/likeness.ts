/** How often a token occurs decides how much it tells. */
export type Weigh = (token: string) => number;

/** A kind of likeness, from 0 to 1, and what it counts; null: one side has nothing of the kind. */
export interface Aspect {
  readonly weight: number;
  readonly likeness: number | null;
}

/** The weighted mean of what there is. */
export function mean(aspects: readonly Aspect[]): number {
  let sum = 0;
  let weights = 0;
  for (const { weight, likeness } of aspects) {
    if (likeness === null) continue;
    sum += weight * likeness;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** The share of the first set that the second has, weighted; null for an empty set. */
export function coverage(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weigh: Weigh = () => 1,
): number | null {
  let both = 0;
  let all = 0;
  for (const item of one) {
    const weight = weigh(item);
    all += weight;
    if (other.has(item)) both += weight;
  }
  return all === 0 ? null : both / all;
}

/** Twice what both have over what each has (Dice), weighted; null where one has nothing. */
export function overlap(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weigh: Weigh = () => 1,
): number | null {
  if (one.size === 0 || other.size === 0) return null;
  let both = 0;
  let all = 0;
  for (const item of one) {
    const weight = weigh(item);
    all += weight;
    if (other.has(item)) both += 2 * weight;
  }
  for (const item of other) all += weigh(item);
  return both / all;
}

/**
 * Weighs tokens by how rare they are, on pages or in the spec, wherever they are more common: what all pages say
 * (`get`, `for`) tells as little as what all paths have (`api`).
 */
export function rarities(sides: readonly (readonly ReadonlySet<string>[])[]): Weigh {
  const shares = new Map<string, number>();
  let least = 1;
  for (const sets of sides) {
    const counts = new Map<string, number>();
    for (const set of sets) for (const token of set) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [token, count] of counts) {
      shares.set(token, Math.max(shares.get(token) ?? 0, count / sets.length));
    }
    least = Math.min(least, 1 / (sets.length + 1));
  }
  const weights = new Map([...shares].map(([token, share]) => [token, weightOf(share)]));
  const unknown = weightOf(least);
  return (token) => weights.get(token) ?? unknown;
}

function weightOf(share: number): number {
  return Math.log(1 + 1 / share);
}
