// Makes docs in a thread of its own. What it makes them with loads while the spec is being read.
import { dictionary } from '@plumbline/model';
import { answerOnce } from './answer-once.ts';
import { type DocsQuestion, makeDocs } from './make-docs.ts';

answerOnce(({ model, ...question }: DocsQuestion) => {
  // On the way here what had no prototype has been given one, in which names from documents could be found.
  const operations = dictionary(Object.entries(model.operations));
  const schemas = dictionary(Object.entries(model.schemas));
  return makeDocs({ ...question, model: { ...model, operations, schemas } });
});
