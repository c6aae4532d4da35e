import { parentPort } from 'node:worker_threads';

/**
 * Answers the question that this thread is asked, and ends the thread: what it took is free even while the one that asked
 * is too busy to hear.
 */
export function answerOnce<Question, Answer>(make: (question: Question) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(await make(question));
    parentPort?.close();
  });
}
