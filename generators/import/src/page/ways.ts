import type { Layout } from './tables.ts';

/** How cells may be told apart: by marks, by lines, or by what stands in them. */
export type Way = 'marks' | 'lines' | 'words';

/** Reads a table in the way its header was written, unless another reads twice as many rows: a copy may mix them. */
export function bestReading<Reading>(
  layout: Layout,
  ways: { readonly [way in Way]: () => Reading },
  countOf: (reading: Reading) => number,
): Reading {
  const expected = ways[layout === 'stack' ? 'lines' : layout === 'joined' ? 'words' : 'marks']();
  const others = [ways.marks(), ways.lines(), ways.words()];
  return others.reduce((best, reading) => (countOf(reading) > 2 * countOf(best) ? reading : best), expected);
}
