import type { Operation } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { wordsOf } from '../words.ts';
import type { Documented } from './documented.ts';
import { indexDescriptions } from './operation-index.ts';
import { LEAST_WORDS } from './signature.ts';
import { isContrary } from './verbs.ts';

/** The methods whose description one operation alone has, and no other method. */
export function operationsByDescription(
  documented: readonly Documented[],
  operations: readonly Operation[],
): ReadonlyMap<Documented, Operation> {
  const byWords = indexDescriptions(operations);
  const twins = groupBy(documented, ({ method }) => wordsOf(method.description?.value ?? ''));
  const found = new Map<Documented, Operation>();
  for (const [words, [one, ...more]] of twins) {
    const [operation, ...others] = byWords.get(words) ?? [];
    if (one === undefined || more.length > 0 || operation === undefined || others.length > 0) continue;
    if (words.split(' ').length < LEAST_WORDS) continue;
    const { verb } = one.method;
    if (verb === null || !isContrary(verb.value, operation.method)) found.set(one, operation);
  }
  return found;
}
