import type { Operation, Parameter } from '@plumbline/model';
import { wireKey } from '../words.ts';

/** Which of an operation's parameters pages tell to be required. */
export interface RequiredSets {
  /** The names, as `wireKey` writes them, that a page made of the operation lists. */
  readonly of: (operation: Operation) => ReadonlySet<string>;
  /** False where path items are missed: then a page that lists the same as another may still be of another path. */
  readonly areWhole: boolean;
  /** The documented names that may be parameters: all; those that some operation declares; those in some path. */
  readonly readings: (documented: ReadonlySet<string>) => readonly ReadonlySet<string>[];
  /** False for a set that many more methods list than there are operations to list it: most must be wrong. */
  readonly isCredible: (documented: ReadonlySet<string>) => boolean;
}

/** More methods than operations, by this much, cannot all be right. */
const MOST_METHODS_AN_OPERATION = 1.5;

/**
 * Finds out how a provider's pages list required parameters. Some page generators read the parameters of operations
 * alone and miss those of path items; the pages themselves show it, by which of both their sets are like.
 */
export function findRequiredSets(
  documented: readonly ReadonlySet<string>[],
  operations: readonly Operation[],
): RequiredSets {
  const declared = namesOf(operations, () => true);
  const inPaths = namesOf(operations, (parameter) => parameter.in === 'path');
  const parametersOf = (set: ReadonlySet<string>): ReadonlySet<string> => intersection(set, declared);
  const sets = countSets(documented.map(parametersOf));
  const whole = readSets(operations, () => true);
  const own = readSets(operations, ({ level }) => level === 'operation');
  const areWhole = fitOf(sets, whole.counts) >= fitOf(sets, own.counts);
  const { of, counts } = areWhole ? whole : own;
  return {
    areWhole,
    of: (operation) => of.get(operation) ?? new Set(),
    readings: (set) => [set, parametersOf(set), intersection(set, inPaths)],
    isCredible(set) {
      const key = setKey(parametersOf(set));
      return (sets.get(key) ?? 0) <= 1 + (counts.get(key) ?? 0) * MOST_METHODS_AN_OPERATION;
    },
  };
}

function namesOf(
  operations: readonly Operation[],
  isMeant: (parameter: Parameter) => boolean,
): ReadonlySet<string> {
  return new Set(
    operations.flatMap(({ parameters }) => parameters.filter(isMeant).map(({ name }) => wireKey(name))),
  );
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((item) => other.has(item)));
}

function readSets(
  operations: readonly Operation[],
  counts: (parameter: Parameter) => boolean,
): {
  readonly of: ReadonlyMap<Operation, ReadonlySet<string>>;
  readonly counts: ReadonlyMap<string, number>;
} {
  const of = new Map(
    operations.map((operation) => {
      const required = operation.parameters.filter(
        (parameter) => parameter.required && parameter.in !== 'cookie' && counts(parameter),
      );
      return [operation, new Set(required.map(({ name }) => wireKey(name)))] as const;
    }),
  );
  return { of, counts: countSets([...of.values()]) };
}

function countSets(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) counts.set(setKey(set), (counts.get(setKey(set)) ?? 0) + 1);
  return counts;
}

export function setKey(set: ReadonlySet<string>): string {
  return [...set].sort().join('\n');
}

/** How many of the documented sets there are operations for. */
function fitOf(documented: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): number {
  let fit = 0;
  for (const [key, count] of documented) fit += Math.min(count, counts.get(key) ?? 0);
  return fit;
}
