import { Worker } from 'node:worker_threads';
import { youngLimitOfThread } from './young-generation.ts';

/** A thread that answers questions, one after the other. It keeps no process alive unless someone waits. */
export interface Thread<Question, Answer> {
  /** Rejects where the thread fails: a bug of ours, or the end of its memory. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Waits for an answer, and ends the thread with it. */
  readonly last: (answer: Promise<Answer>) => Promise<Answer>;
}

/**
 * Starts a thread. Its module posts an answer for each message, in their order. A caller writes the module's address as
 * `new URL('./x-worker.ts', import.meta.url)`: a build makes a module of its own of what stands there.
 */
export function startThread<Question, Answer>(module: URL): Thread<Question, Answer> {
  const worker = new Worker(module, { resourceLimits: youngLimitOfThread() });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended by itself (${code}): ${module}`)));
  });
  // Whoever waits for an answer hears of it; nobody need be waiting.
  failed.catch(() => {});
  const waiting: ((answer: Answer) => void)[] = [];
  worker.on('message', (answer: Answer) => waiting.shift()?.(answer));
  // After that: listening keeps the process alive.
  worker.unref();
  return {
    ask(question) {
      const answered = new Promise<Answer>((resolve) => waiting.push(resolve));
      worker.postMessage(question);
      const answer = Promise.race([answered, failed]);
      answer.catch(() => {});
      return answer;
    },
    async last(answer) {
      worker.ref();
      try {
        return await answer;
      } finally {
        void worker.terminate();
      }
    },
  };
}
