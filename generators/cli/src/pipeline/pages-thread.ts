import type { InputFile, Pages } from '@plumbline/model';
import { startThread } from './thread.ts';

/** What pages are read with. */
export interface PagesOptions {
  readonly provider: string;
}

/** What the thread is asked. */
export interface PagesQuestion {
  readonly files: readonly InputFile[];
  readonly options: PagesOptions;
}

/** Characters, below which pages are read sooner than a thread has started. */
const FEW = 300_000;

/**
 * Begins to read pages, many of them in a thread of their own, while this one reads the spec. The answer is asked for
 * where it is needed; it rejects where the thread fails: a bug of ours, or the end of its memory.
 */
export function beginPages(files: readonly InputFile[], options: PagesOptions): () => Promise<Pages> {
  if (files.length === 0) return async () => ({ resources: [], indexes: [], ignores: [], diagnostics: [] });
  if (files.reduce((sum, { text }) => sum + text.length, 0) < FEW) {
    return async () => (await import('@plumbline/read-resource-pages')).readResourcePages(files, options);
  }
  const thread = startThread<PagesQuestion, Pages>(new URL('./pages-worker.ts', import.meta.url));
  return thread.ask({ files, options });
}
