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

/** Starts the thread: it loads what it prints with. Where another document is asked for, another takes its place. */
export function startTypesThread(): TypesThread {
  let thread = start();
  let begun: { readonly document: JsonObject; readonly types: () => Promise<DocumentTypes> } | null = null;
  const typesOf = (document: JsonObject): (() => Promise<DocumentTypes>) => {
    if (begun?.document === document) return begun.types;
    if (begun !== null) {
      thread.stop();
      thread = start();
    }
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

function start(): Thread<JsonObject, DocumentTypes> {
  return startThread(new URL('./types-worker.ts', import.meta.url));
}
