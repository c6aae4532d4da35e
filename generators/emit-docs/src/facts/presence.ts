/** Which variants of a schema have a field and which require it: `only in Cat, Dog; required in Cat`; undefined: there is nothing to tell. */
export function presenceText({
  variants,
  requiredBy,
}: {
  /** Absent: all have it. */
  readonly variants?: readonly string[] | undefined;
  /** Absent: all of those require it, or none does. */
  readonly requiredBy?: readonly string[] | undefined;
}): string | undefined {
  const [having, requiring] = [listed(variants), listed(requiredBy)];
  if (having === undefined) return requiring && `required in ${requiring}`;
  if (requiring === undefined) return `only in ${having}`;
  return having === requiring
    ? `only in ${having}, and required there`
    : `only in ${having}; required in ${requiring}`;
}

function listed(names: readonly string[] = []): string | undefined {
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
