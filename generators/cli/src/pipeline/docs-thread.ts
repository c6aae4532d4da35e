import { type Emission, isObject, type JsonObject } from '@plumbline/model';
import type { DocsQuestion } from './make-docs.ts';
import { startThread, type Thread } from './thread.ts';

/** Makes docs, those of a spec of some size in a thread of their own, while this one emits the rest. */
export interface DocsMaker {
  /** Hears of the spec's document: the thread starts, if it is to. */
  readonly begin: (document: JsonObject) => void;
  /** Rejects where the thread fails: a bug of ours, or the end of its memory. */
  readonly make: (question: DocsQuestion) => Promise<Emission>;
}

/**
 * Paths of a spec. With fewer docs are made sooner than a thread has started; with more the thread's copy of the model, on
 * top of the types that are being made, would take more memory than a run shall.
 */
const [FEWEST, MOST] = [100, 600];

export function docsMaker(): DocsMaker {
  let thread: Thread<DocsQuestion, Emission> | null = null;
  return {
    begin({ paths }) {
      const count = isObject(paths) ? Object.keys(paths).length : 0;
      if (thread !== null || count < FEWEST || count > MOST) return;
      thread = startThread(new URL('./docs-worker.ts', import.meta.url));
    },
    async make(question) {
      if (thread === null) return (await import('./make-docs.ts')).makeDocs(question);
      // No page needs the document, which is as big as all the rest.
      const model = { ...question.model, document: {} };
      return thread.ask({ ...question, model })();
    },
  };
}
