import type { Operation } from '@plumbline/model';
import { type RequiredSets, setKey } from './required-sets.ts';
import type { MethodSignature, OperationSignature } from './signature.ts';

/** So many operations are looked at closely for their names, and so many more for their required parameters. */
const MOST_NAMED = 12;
const MOST_FITTING = 40;
/** So many entries of the index are looked at: what nearly all operations have is not worth the time. */
const MOST_VISITS = 800;

/**
 * Finds the operations that a method may be of, by an index of the tokens of names and paths and one of required
 * parameters, so that no method is compared with every operation.
 */
export function createCandidates(
  signatures: ReadonlyMap<Operation, OperationSignature>,
  required: RequiredSets,
): (own: MethodSignature) => readonly Operation[] {
  const operations = [...signatures.keys()];
  const byToken = indexBy(operations, (operation) => signatures.get(operation)?.tokens ?? []);
  const keys = new Map(operations.map((operation) => [operation, setKey(required.of(operation))]));
  const bySet = indexBy(operations, (operation) => [keys.get(operation) ?? '']);
  return (own) => {
    const named = mostCommonTokens(own.context, byToken, operations.length);
    const found = new Set(named.slice(0, MOST_NAMED));
    for (const set of required.readings(own.required)) {
      const key = setKey(set);
      const fitting = bySet.get(key) ?? [];
      const isFew = fitting.length <= MOST_FITTING;
      const nearest = isFew ? fitting : named.filter((operation) => keys.get(operation) === key);
      for (const operation of nearest.slice(0, MOST_FITTING)) found.add(operation);
    }
    return [...found];
  };
}

/** The operations that share tokens, those first that share the rarest. */
function mostCommonTokens(
  tokens: Iterable<string>,
  byToken: ReadonlyMap<string, readonly Operation[]>,
  count: number,
): readonly Operation[] {
  const rarestFirst = [...tokens]
    .map((token) => byToken.get(token) ?? [])
    .sort((a, b) => a.length - b.length);
  const weights = new Map<Operation, number>();
  let visits = 0;
  for (const posting of rarestFirst) {
    visits += posting.length;
    if (visits > MOST_VISITS && weights.size > 0) break;
    const weight = Math.log(1 + count / (1 + posting.length));
    for (const operation of posting.slice(0, MOST_VISITS)) {
      weights.set(operation, (weights.get(operation) ?? 0) + weight);
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([operation]) => operation);
}

function indexBy(
  operations: readonly Operation[],
  keysOf: (operation: Operation) => Iterable<string>,
): ReadonlyMap<string, readonly Operation[]> {
  const index = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const key of keysOf(operation)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [operation]);
      else list.push(operation);
    }
  }
  return index;
}
