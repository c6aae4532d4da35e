import type { Check } from '../check.ts';
import { expectSent } from '../sent.ts';
import { perform, type Subject } from '../subject.ts';
import { givenValues } from '../values/given.ts';
import { eachOf } from './each-of.ts';
import { cover, givenOf } from './given-of.ts';

/** So many calls are made of a method that takes parameters alone, and of one that takes a body. */
const RUNS = { parameters: 8, body: 4 };

/** Whatever the document allows arrives as it was given: hostile texts, lists without items, members there or not. */
export function generatedChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  if (subject.slots.length === 0) return [];
  const hasBody = subject.slots.some(({ place }) => place === 'body');
  return [
    {
      name: 'sends any values as they are given',
      kind: 'request',
      run: async (session, coverage) => {
        const base = givenOf(subject, session, 'full', coverage);
        await eachOf(
          subject,
          givenValues(base, session.contract),
          hasBody ? RUNS.body : RUNS.parameters,
          async (given) => {
            cover(given, coverage, session.contract);
            expectSent(subject, given, await perform(subject, session, given));
          },
        );
      },
    },
  ];
}
