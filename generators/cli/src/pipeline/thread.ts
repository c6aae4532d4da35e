import { Worker } from 'node:worker_threads';
import { youngLimitOfThread } from './heap.ts';

/** A thread that answers one question. It keeps no process alive unless someone waits. */
export interface Thread<Question, Answer> {
  /**
   * Asks the question; to be called once. What it gives waits for the answer, and rejects where the thread fails: a bug of
   * ours, or the end of its memory.
   */
  readonly ask: (question: Question) => () => Promise<Answer>;
  /** Ends it, whatever it does. */
  readonly stop: () => void;
}

/**
 * Starts a thread. Its module calls `answerOnce`. A caller writes the module's address as
 * `new URL('./x-worker.ts', import.meta.url)`: a build makes a module of its own of what stands there.
 */
export function startThread<Question, Answer>(module: URL): Thread<Question, Answer> {
  const worker = new Worker(module, { resourceLimits: youngLimitOfThread() });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended by itself (${code}): ${module}`)));
  });
  // Whoever waits hears of a failure; nobody need be waiting.
  answer.catch(() => {});
  // After that: listening keeps the process alive.
  worker.unref();
  return {
    ask(question) {
      worker.postMessage(question);
      return () => {
        worker.ref();
        return answer;
      };
    },
    stop() {
      void worker.terminate();
    },
  };
}
