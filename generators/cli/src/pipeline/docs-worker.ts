// Makes docs in a thread of its own. What it makes them with loads while the spec is being read.
import { parentPort } from 'node:worker_threads';
import { dictionary } from '@plumbline/model';
import { type DocsQuestion, makeDocs } from './make-docs.ts';

parentPort?.on('message', ({ model, ...question }: DocsQuestion) => {
  // On the way here what had no prototype has been given one, in which names from documents could be found.
  const operations = dictionary(Object.entries(model.operations));
  const schemas = dictionary(Object.entries(model.schemas));
  parentPort?.postMessage(makeDocs({ ...question, model: { ...model, operations, schemas } }));
});
