// Makes the types of whole documents in a thread of its own. What it prints with loads while the spec is being read.
import { parentPort } from 'node:worker_threads';
import { loadPrinter } from '@plumbline/emit-client/document-types';
import type { JsonObject } from '@plumbline/model';

const printer = loadPrinter();

parentPort?.on('message', async (document: JsonObject) => {
  const print = await printer;
  parentPort?.postMessage(print(document));
});
