// Makes the types of a whole document in a thread of its own. What it prints with loads while the spec is being read.
import { loadPrinter } from '@plumbline/emit-client/document-types';
import type { JsonObject } from '@plumbline/model';
import { answerOnce } from './answer-once.ts';

const printer = loadPrinter();

answerOnce(async (document: JsonObject) => (await printer)(document));
