// Makes the types of a whole document in a thread of its own.
import { loadPrinter } from '@plumbline/emit-client/document-types';
import type { JsonObject } from '@plumbline/model';
import { answerOnce } from './answer-once.ts';

answerOnce(async (document: JsonObject) => (await loadPrinter())(document));
