/** Lets tasks pass as it sees fit; the outcome is the task's. */
export type Gate = <T>(task: () => Promise<T>) => Promise<T>;

/** A gate that lets `limit` tasks run at once and the others wait, first come, first served. */
export function atMost(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
