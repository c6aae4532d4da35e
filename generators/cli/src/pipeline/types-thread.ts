import { Worker } from 'node:worker_threads';
import type { DocumentTypes } from '@plumbline/emit-client';
import type { JsonObject } from '@plumbline/model';
import { youngLimitOfThread } from './young-generation.ts';

/** A thread that makes the types of a document, while this one reads pages and emits the rest. */
export interface TypesThread {
  /** Begins with a document. */
  readonly begin: (document: JsonObject) => void;
  /**
   * The types of a document, begun now if it was not. Rejects where the thread fails: a bug of ours, or the end of its
   * memory.
   */
  readonly typesOf: (document: JsonObject) => Promise<DocumentTypes>;
}

/** Starts the thread. It keeps no process alive unless someone waits, and ends with the types that were waited for. */
export function startTypesThread(): TypesThread {
  // The one place that names the worker's file: a build makes a module of its own of what stands here.
  const file = new URL('./types-worker.ts', import.meta.url);
  const worker = new Worker(file, { resourceLimits: youngLimitOfThread() });
  worker.unref();
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The thread that makes types ended by itself (${code}).`)),
    );
  });
  // Whoever waits for types hears of it; nobody need be waiting.
  failed.catch(() => {});
  const waiting: ((types: DocumentTypes) => void)[] = [];
  worker.on('message', (types: DocumentTypes) => waiting.shift()?.(types));
  let begun: { readonly document: JsonObject; readonly types: Promise<DocumentTypes> } | null = null;

  function begin(document: JsonObject): Promise<DocumentTypes> {
    const answered = new Promise<DocumentTypes>((resolve) => waiting.push(resolve));
    worker.postMessage(document);
    const types = Promise.race([answered, failed]);
    types.catch(() => {});
    begun = { document, types };
    return types;
  }

  return {
    begin,
    async typesOf(document) {
      worker.ref();
      try {
        return await (begun?.document === document ? begun.types : begin(document));
      } finally {
        void worker.terminate();
      }
    },
  };
}
