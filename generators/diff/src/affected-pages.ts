import { byCodeUnit } from '@plumbline/model';
import type { ClientCall } from './calls.ts';
import type { AffectedPage, Change } from './change.ts';

type Calls = ReadonlyMap<string, readonly ClientCall[]>;

/** The pages of the methods that changes reach: as they are after, or were before, where they are gone. */
export function affectedPages(
  changes: readonly Change[],
  calls: { readonly before: Calls; readonly after: Calls },
): readonly AffectedPage[] {
  const operations = new Set(changes.flatMap(({ uses }) => uses.map(({ operation }) => operation)));
  const reached = [...operations].flatMap((key) => calls.after.get(key) ?? calls.before.get(key) ?? []);
  const byResource = Map.groupBy(reached, ({ resource }) => resource);
  return [...byResource]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([resource, methods]) => ({
      resource,
      file: methods[0]?.file ?? null,
      methods: [...new Set(methods.map(({ method }) => method))].sort(byCodeUnit),
    }));
}
