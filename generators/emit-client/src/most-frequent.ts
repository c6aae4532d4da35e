import { byCodeUnit } from '@plumbline/model';
import { groupBy } from './group-by.ts';

/** The item whose key comes most often; of several the first in the code unit order of the keys. */
export function mostFrequent<T>(items: Iterable<T>, keyOf: (item: T) => string): T | undefined {
  const [first] = [...groupBy(items, keyOf)].sort(
    ([a, x], [b, y]) => y.length - x.length || byCodeUnit(a, b),
  );
  return first?.[1][0];
}
