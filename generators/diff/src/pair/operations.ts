import type { Dictionary, Operation } from '@plumbline/model';
import { clearPairs, type Scored, shared, wordsOf } from './names.ts';

export interface PairedOperations {
  readonly pairs: readonly (readonly [before: Operation, after: Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/** How alike a removed and an added operation must be to be one that moved. */
const OPERATION_THRESHOLD = 0.8;
/** An operation is compared with the first so many that share a word of their ids. */
const CANDIDATES = 40;

/**
 * Finds which operation became which: by method and path, then by method and path whatever its parameters are called,
 * then by operationId, then by likeness of path, operationId, parameters and tags (at least
 * {@link OPERATION_THRESHOLD}, and clearly ahead of the next).
 */
export function pairOperations(
  before: Dictionary<Operation>,
  after: Dictionary<Operation>,
): PairedOperations {
  const pairs: (readonly [Operation, Operation])[] = [];
  let removed = Object.values(before);
  let added = Object.values(after);
  const take = (taken: readonly (readonly [Operation, Operation])[]) => {
    pairs.push(...taken);
    const gone = new Set(taken.flat());
    removed = removed.filter((one) => !gone.has(one));
    added = added.filter((one) => !gone.has(one));
  };
  take(equalBy(removed, added, ({ key }) => key));
  take(equalBy(removed, added, ({ method, path }) => `${method} ${withoutNames(path)}`));
  take(equalBy(removed, added, ({ operationId }) => operationId));
  take(clearPairs(likePairs(removed, added), OPERATION_THRESHOLD));
  return { pairs, removed, added };
}

/** `/users/{id}` and `/users/{userId}` are one path (OpenAPI 3.1 section 4.8.8). */
export function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** Pairs of equal keys that only one of each side has. */
function equalBy(
  before: readonly Operation[],
  after: readonly Operation[],
  key: (operation: Operation) => string | null,
): readonly (readonly [Operation, Operation])[] {
  const olds = Map.groupBy(before, key);
  const news = Map.groupBy(after, key);
  return [...olds].flatMap(([name, [old, ...otherOlds]]) => {
    const [one, ...others] = name === null ? [] : (news.get(name) ?? []);
    return old !== undefined && one !== undefined && otherOlds.length + others.length === 0
      ? [[old, one] as const]
      : [];
  });
}

function likePairs(removed: readonly Operation[], added: readonly Operation[]): readonly Scored<Operation>[] {
  const byWord = new Map<string, Operation[]>();
  for (const operation of added) {
    for (const word of new Set(wordsOf(nameOf(operation)))) {
      const list = byWord.get(word) ?? [];
      if (list.length === 0) byWord.set(word, list);
      if (list.length < CANDIDATES) list.push(operation);
    }
  }
  return removed.flatMap((before) => {
    const candidates = new Set(wordsOf(nameOf(before)).flatMap((word) => byWord.get(word) ?? []));
    return [...candidates]
      .filter(({ method }) => method === before.method)
      .map((after) => ({ before, after, score: likeness(before, after) }));
  });
}

function likeness(one: Operation, other: Operation): number {
  const paths = shared(segments(one), segments(other));
  const names = shared(wordsOf(nameOf(one)), wordsOf(nameOf(other)));
  const signatures = shared(signature(one), signature(other));
  return 0.4 * paths + 0.4 * names + 0.2 * signatures;
}

function nameOf({ operationId, path }: Operation): string {
  return operationId ?? path;
}

function segments({ path }: Operation): readonly string[] {
  return withoutNames(path)
    .split('/')
    .filter((segment) => segment !== '');
}

function signature({ parameters, tags, requestBody }: Operation): readonly string[] {
  return [
    ...parameters.map(({ name, in: place }) => `${place} ${name}`),
    ...tags.map((tag) => `tag ${tag}`),
    requestBody === null ? 'no body' : 'body',
  ];
}
