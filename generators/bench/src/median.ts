/** The middle one of some figures; of an even number of figures the lower of the two in the middle. */
export function median(figures: readonly number[]): number {
  const middle = figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)];
  if (middle === undefined) throw new Error('A median needs at least one figure.');
  return middle;
}
