/** The one of `names` that is meant: as it is written, else the only one that differs in case alone (as SQL has it). */
export function findName<T>(all: readonly T[], wanted: string, nameOf: (one: T) => string): T | undefined {
  const exact = all.find((one) => nameOf(one) === wanted);
  if (exact !== undefined) return exact;
  const lower = wanted.toLowerCase();
  const alike = all.filter((one) => nameOf(one).toLowerCase() === lower);
  return alike.length === 1 ? alike[0] : undefined;
}

/** `a`, `b` or `c`. */
export function alternatives(names: readonly string[], most = 5): string {
  // Another name takes no more room than to say that there is one.
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const quoted = shown.map((name) => `\`${name}\``);
  if (names.length > shown.length) return `${quoted.join(', ')} or one of ${names.length - most} others`;
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** `a`, `b` and `c`. */
export function together(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** The names that a misspelt one may mean, nearest first. */
export function similar(wanted: string, names: readonly string[], most = 3): readonly string[] {
  const text = wanted.slice(0, 100).toLowerCase();
  const bound = text.length > 4 ? Math.max(2, Math.floor(text.length / 3)) : 1;
  return names
    .map((name) => ({ name, away: distance(text, name.slice(0, 100).toLowerCase()) }))
    .filter(({ name, away }) => away <= bound || isAkin(name.toLowerCase(), text))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Whether one of two names is what the other says in more words, or in another order of its letters. */
function isAkin(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join('') === [...b].sort().join('');
  return a.includes(b) || (a.length > 3 && b.includes(a));
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
