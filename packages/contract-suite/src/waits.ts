/** Milliseconds. Shorter timers, and longer ones such as those of connections that are kept, are let be. */
const HURRIED = { least: 1000, most: 30_000 };

/**
 * Runs a task during which nobody waits long: timers of one to thirty seconds fire at once, and are told, in milliseconds.
 * The clock itself goes on.
 */
export async function withoutWaiting<T>(
  task: () => Promise<T>,
): Promise<{ readonly result: T; readonly waits: readonly number[] }> {
  const waits: number[] = [];
  const { setTimeout: real } = globalThis;
  const hurried = (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    if (milliseconds < HURRIED.least || milliseconds > HURRIED.most)
      return real(callback, milliseconds, ...args);
    waits.push(milliseconds);
    return real(callback, 0, ...args);
  };
  globalThis.setTimeout = Object.assign(hurried, real) as typeof setTimeout;
  try {
    return { result: await task(), waits };
  } finally {
    globalThis.setTimeout = real;
  }
}
