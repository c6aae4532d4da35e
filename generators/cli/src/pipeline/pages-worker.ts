// Reads pages in a thread of its own.
import { parentPort } from 'node:worker_threads';
import { readResourcePages } from '@plumbline/read-resource-pages';
import type { PagesQuestion } from './pages-thread.ts';

parentPort?.on('message', ({ files, options }: PagesQuestion) => {
  parentPort?.postMessage(readResourcePages(files, options));
});
