import type { DocumentTypes } from '@plumbline/emit-client';
import type { JsonObject } from '@plumbline/model';
import { startThread } from './thread.ts';

/** A thread that makes the types of a document, while this one reads and emits the rest. */
export interface TypesThread {
  /** Begins with a document. */
  readonly begin: (document: JsonObject) => void;
  /**
   * The types of a document, begun now if it was not. Rejects where the thread fails: a bug of ours, or the end of its
   * memory.
   */
  readonly typesOf: (document: JsonObject) => Promise<DocumentTypes>;
}

/** Starts the thread. It ends with the types that were waited for. */
export function startTypesThread(): TypesThread {
  const { ask, last } = startThread<JsonObject, DocumentTypes>(new URL('./types-worker.ts', import.meta.url));
  let begun: { readonly document: JsonObject; readonly types: Promise<DocumentTypes> } | null = null;
  return {
    begin(document) {
      begun = { document, types: ask(document) };
    },
    typesOf: (document) => last(begun?.document === document ? begun.types : ask(document)),
  };
}
