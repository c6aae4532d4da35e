/**
 * Takes the batches of many sources as they come, of up to `concurrency` sources at once; those of one source in order.
 * After the first failure nothing more is asked for, and `abandon` is to end what is still on its way.
 */
export async function takeAll<Source, T>(
  sources: Iterable<Source>,
  open: (source: Source) => AsyncIterable<T>,
  {
    concurrency,
    abandon,
    take,
  }: {
    readonly concurrency: number;
    readonly abandon: () => void;
    readonly take: (batch: T) => void;
  },
): Promise<void> {
  // Each that reads takes the next source of the same list.
  const rest = sources[Symbol.iterator]();
  const failures: unknown[] = [];
  const read = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && failures.length === 0; next = rest.next()) {
      for await (const batch of open(next.value)) {
        if (failures.length > 0) return;
        take(batch);
      }
    }
  };
  const stop = (failure: unknown): void => {
    failures.push(failure);
    abandon();
  };
  await Promise.all(Array.from({ length: concurrency }, () => read().catch(stop)));
  if (failures.length > 0) throw failures[0];
}
