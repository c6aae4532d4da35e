import type { Operation } from '@plumbline/model';
import { compactName, wireKey, wordsOf } from '../words.ts';
import { methodNames } from './method-name.ts';

/** The operations of a spec by everything that a page may know them by. */
export interface OperationIndex {
  readonly operations: readonly Operation[];
  readonly byKey: ReadonlyMap<string, Operation>;
  /** Under the names that pages make of operationIds. */
  readonly byName: ReadonlyMap<string, readonly Operation[]>;
  /** Under those names in whatever way they are written: `LIST-USERS` is `listUsers`. */
  readonly byKeyOfName: (name: string) => readonly Operation[];
  /** The operation belongs to the service by tag, by a literal segment of its path, or by the file that it is in. */
  readonly isInService: (operation: Operation, service: string) => boolean;
}

export function indexOperations(operations: readonly Operation[]): OperationIndex {
  const byName = new Map<string, Operation[]>();
  const byKeyOfName = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const name of methodNames(operation.operationId ?? '')) {
      push(byName, name, operation);
      push(byKeyOfName, wireKey(name), operation);
    }
  }
  const scopes = new Map(operations.map((operation) => [operation.key, servicesOf(operation)]));
  return {
    operations,
    byKey: new Map(operations.map((operation) => [operation.key, operation])),
    byName,
    byKeyOfName: (name) => byKeyOfName.get(wireKey(name)) ?? [],
    isInService: (operation, service) => scopes.get(operation.key)?.has(compactName(service)) ?? false,
  };
}

/** The operations under the words of their descriptions and summaries. */
export function indexDescriptions(
  operations: readonly Operation[],
): ReadonlyMap<string, readonly Operation[]> {
  const byWords = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const words of new Set([wordsOf(operation.description), wordsOf(operation.summary)])) {
      push(byWords, words, operation);
    }
  }
  return byWords;
}

/** The literal segments of a path template, and the literal parts of others: `cancel` of `/{name}:cancel`. */
export function literalSegments(path: string): readonly string[] {
  return path.split(/\/|\{[^{}/]*\}/).filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}

function servicesOf({ tags, path, origin }: Operation): ReadonlySet<string> {
  const file =
    origin.file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  return new Set([...tags, ...literalSegments(path), file].map(compactName));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
