/** What two texts that mean the same have apart: where things stand, what is remarked, which names are quoted. */
const FORM: ReadonlySet<string> = new Set(['start', 'end', 'comments', 'quoted', 'place']);

/** A tree without its form; of a mark, only that it is there. */
export function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !FORM.has(key))
      .map(([key, content]) => [key, key === 'required' ? content !== null : meaning(content)]),
  );
}
