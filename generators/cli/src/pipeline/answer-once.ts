import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

/** What a thread is started with. */
export interface ThreadData {
  readonly isUrgent: boolean;
}

/** Of a thread that is not urgent; 0 is that of the others, 19 the least. */
const NICE = 5;

/**
 * Answers the question that this thread is asked, and ends the thread: what it took is free even while the one that asked
 * is too busy to hear.
 */
export function answerOnce<Question, Answer>(make: (question: Question) => Answer | Promise<Answer>): void {
  const { isUrgent } = workerData as ThreadData;
  // Linux alone has it for a thread; elsewhere it would be that of the process.
  if (!isUrgent && process.platform === 'linux') setPriority(NICE);
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(await make(question));
    parentPort?.close();
  });
}
