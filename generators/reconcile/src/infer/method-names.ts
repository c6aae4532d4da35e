import { type Operation, type SqlVerb, uniqueNames } from '@plumbline/model';
import { methodName, methodNames } from '../bind/method-name.ts';
import { pathParts, wordsOfPath } from './path-parts.ts';

/** A method that is to have a name. */
export interface Nameless {
  readonly operation: Operation;
  /** What of its operationId somebody wrote. */
  readonly spoken: string;
  /** The literal segments of the collection that the operation is about. */
  readonly collection: readonly string[];
  /** The last literal segment of the path is what is done. */
  readonly isDeed: boolean;
  readonly verb: SqlVerb;
}

/**
 * Names for the methods of one resource: of the last part of the operationId, or, where there is none, of what is done
 * (`list`, `get`, `archive`). Those that would be called alike get more of their operationId or of their path, which
 * stays theirs when others come and go; numbers tell apart what is left. `taken`: the names of all operationIds, which
 * no other operation shall have.
 */
export function inferMethodNames(
  methods: readonly Nameless[],
  taken: ReadonlySet<string>,
): readonly string[] {
  const tiers = [shortName, longerName, longestName];
  let names = methods.map(() => '');
  let open = methods.map((_method, i) => i);
  for (const tier of tiers) {
    const next = [...names];
    for (const i of open) {
      const method = methods[i];
      if (method !== undefined) next[i] = tier(method);
    }
    names = next;
    const times = countOf(names);
    open = open.filter((i) => {
      const name = names[i] ?? '';
      return (times.get(name) ?? 0) > 1 || (taken.has(name) && !hasOwnName(methods[i]));
    });
  }
  return uniqueNames(names);
}

/** The name of the last part of what somebody wrote of an operationId; empty where there is none. */
export function nameOfId(spoken: string): string {
  return trimmed(methodNames(spoken).at(-1) ?? '');
}

function hasOwnName(method: Nameless | undefined): boolean {
  return method !== undefined && nameOfId(method.spoken) !== '';
}

function shortName(method: Nameless): string {
  return nameOfId(method.spoken) || deedOf(method);
}

/** The whole operationId, or the deed and where in the API it is done. */
function longerName(method: Nameless): string {
  const known = new Set(method.collection.slice(-2));
  const others = wordsOfPath(method.operation.path).filter((one) => !known.has(one));
  return wholeName(method) || placedName(method, others);
}

/** All of the path. */
function longestName(method: Nameless): string {
  const { path } = method.operation;
  const keys = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, key = '']) => key);
  const by = keys.length === 0 ? [] : ['by', ...keys];
  return wholeName(method) || placedName(method, [...wordsOfPath(path), ...by]);
}

function wholeName({ operation: { operationId } }: Nameless): string {
  return trimmed(methodName(operationId ?? ''));
}

function placedName(method: Nameless, words: readonly string[]): string {
  const deed = deedOf(method);
  return trimmed(methodName([deed, ...words.filter((word) => trimmed(methodName(word)) !== deed)].join('_')));
}

function deedOf({ operation: { method, path }, verb, isDeed }: Nameless): string {
  const last = wordsOfPath(path).at(-1) ?? '';
  if (isDeed) return trimmed(methodName(last)) || verb;
  switch (verb) {
    case 'select':
      return pathParts(path).at(-1)?.word === last && PLURAL.test(last) ? 'list' : 'get';
    case 'insert':
      return 'create';
    case 'exec':
      return method.toLowerCase();
    default:
      return verb;
  }
}

/** `users`, not `status`. */
export const PLURAL = /[^su]s$/i;

function trimmed(name: string): string {
  return name.replace(/^_+|(?<!_)_+$/g, '');
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}
