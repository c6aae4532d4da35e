import { type DocumentTypes, typedParts } from '@plumbline/emit-client/document-types';
import type { JsonObject } from '@plumbline/model';
import { startThread, type Thread } from './thread.ts';

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

/**
 * The thread starts once there is a document: cores are few, and until then another one reads pages. Where another document
 * is asked for, another thread takes its place.
 */
export function openTypesThread(): TypesThread {
  let thread: Thread<JsonObject, DocumentTypes> | null = null;
  let begun: { readonly document: JsonObject; readonly types: () => Promise<DocumentTypes> } | null = null;
  const typesOf = (document: JsonObject): (() => Promise<DocumentTypes>) => {
    if (begun?.document === document) return begun.types;
    thread?.stop();
    thread = startThread<JsonObject, DocumentTypes>(new URL('./types-worker.ts', import.meta.url));
    const types = thread.ask(typedParts(document));
    begun = { document, types };
    return types;
  };
  return {
    begin(document) {
      typesOf(document);
    },
    typesOf: (document) => typesOf(document)(),
  };
}
