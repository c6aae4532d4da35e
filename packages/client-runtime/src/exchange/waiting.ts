/** The outcome of `task`; where `signal` aborts before it, rejects with its reason at once. */
export function untilAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Waits, but no longer than until `signal`, which lives as long as one request, aborts. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A signal, and what ends the wait for its time to pass. */
export interface Timer<Signal> {
  readonly signal: Signal | AbortSignal;
  readonly clear: () => void;
}

/** A signal that aborts when `outer` does, and when so many milliseconds have passed, unless there is no such limit. */
export function withTimeout<Signal extends AbortSignal | undefined>(
  milliseconds: number | undefined,
  outer: Signal,
): Timer<Signal> {
  if (milliseconds === undefined) return { signal: outer, clear() {} };
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException(`${milliseconds} ms have passed`, 'TimeoutError'));
  const timer = setTimeout(abort, milliseconds);
  return {
    signal: outer ? AbortSignal.any([outer, controller.signal]) : controller.signal,
    clear: () => clearTimeout(timer),
  };
}
