// Reads pages in a thread of its own.
import { readResourcePages } from '@plumbline/read-resource-pages';
import { answerOnce } from './answer-once.ts';
import type { PagesQuestion } from './pages-thread.ts';

answerOnce(({ files, options }: PagesQuestion) => readResourcePages(files, options));
