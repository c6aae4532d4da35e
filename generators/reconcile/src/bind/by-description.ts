import type { Operation } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { wordsOf } from '../words.ts';
import type { Documented } from './documented.ts';
import { indexDescriptions } from './operation-index.ts';
import { LEAST_WORDS } from './signature.ts';
import { isContrary, isUsual } from './verbs.ts';

/** Of the methods of a resource that do not fit their descriptions so many are compared with one another. */
const MOST_UNFITTING = 40;

/** The method lists what the operation requires: no more, no fewer. */
type HasRequiredSet = (one: Documented, operation: Operation) => boolean;

/** What descriptions tell: an operation that nothing speaks against, or, of an exchanged description, the right one. */
export interface ByDescription {
  readonly described: ReadonlyMap<Documented, Operation>;
  readonly exchanged: ReadonlyMap<Documented, Operation>;
}

/**
 * The methods whose description one operation alone has, and no other method. Two methods of a resource may have each
 * other's descriptions: verb and required parameters fit the operation of the other one's and not that of its own.
 */
export function operationsByDescription(
  documented: readonly Documented[],
  operations: readonly Operation[],
  hasRequiredSet: HasRequiredSet,
): ByDescription {
  const told = toldOperations(documented, operations);
  const exchanged = exchangedDescriptions(told, hasRequiredSet);
  const described = [...told].filter(
    ([{ method: one }, { method }]) => one.verb === null || !isContrary(one.verb.value, method),
  );
  return { described: new Map(described.filter(([one]) => !exchanged.has(one))), exchanged };
}

function toldOperations(
  documented: readonly Documented[],
  operations: readonly Operation[],
): ReadonlyMap<Documented, Operation> {
  const byWords = indexDescriptions(operations);
  const twins = groupBy(documented, ({ method }) => wordsOf(method.description?.value ?? ''));
  const found = new Map<Documented, Operation>();
  for (const [words, [one, ...more]] of twins) {
    const [operation, ...others] = byWords.get(words) ?? [];
    if (one === undefined || more.length > 0 || operation === undefined || others.length > 0) continue;
    if (words.split(' ').length >= LEAST_WORDS) found.set(one, operation);
  }
  return found;
}

function exchangedDescriptions(
  told: ReadonlyMap<Documented, Operation>,
  hasRequiredSet: HasRequiredSet,
): ReadonlyMap<Documented, Operation> {
  const fits = (one: Documented, operation: Operation): boolean => {
    const { verb } = one.method;
    return verb !== null && isUsual(verb.value, operation.method) && hasRequiredSet(one, operation);
  };
  const unfitting = [...told].filter(([one, operation]) => !fits(one, operation));
  const found = new Map<Documented, Operation>();
  for (const all of groupBy(unfitting, ([{ resource }]) => resource).values()) {
    const few = all.slice(0, MOST_UNFITTING);
    for (const [one, own] of few) {
      const [[, operation] = [], ...more] = few.filter(
        ([other, its]) => other !== one && fits(one, its) && fits(other, own),
      );
      if (operation !== undefined && more.length === 0) found.set(one, operation);
    }
  }
  return found;
}
