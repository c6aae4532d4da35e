import { lackOf, type RequestFacts } from '../response/errors.ts';

/**
 * The outcome of `task`, which is given a signal to heed. Rejects at once with an `AbortError` when `outer` aborts, and
 * with a `TimeoutError` when so many milliseconds have passed, or when that is why `outer` aborts. Without either, the
 * task runs on.
 */
export function within<T>(
  facts: RequestFacts,
  milliseconds: number | undefined,
  outer: AbortSignal | undefined,
  task: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!outer && milliseconds === undefined) return task();
  const controller = new AbortController();
  const signal = AbortSignal.any(outer ? [outer, controller.signal] : [controller.signal]);
  const end = () => controller.abort(new DOMException(`${milliseconds} ms`, 'TimeoutError'));
  const timer = milliseconds === undefined ? milliseconds : setTimeout(end, milliseconds);
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(lackOf(facts, signal.reason));
    signal.onabort = abort;
    if (signal.aborted) abort();
    task(signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    // What has a listener is kept as long as `outer`.
    signal.onabort = null;
  });
}
