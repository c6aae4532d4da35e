import { type ApiDocument, openDocument } from './document/document.ts';
import { type Operation, type PathEntry, pathsOf } from './document/operation.ts';
import { serverPaths } from './document/servers.ts';
import type { JsonValue } from './json.ts';
import type { Provider, ProviderMethod } from './provider/provider.ts';
import { checkProvider } from './provider/read-provider.ts';
import { type PathMatch, pathMatcher } from './request/match-path.ts';
import type { Pairs } from './request/query.ts';
import { keyParameters } from './request/security.ts';
import { type Check, createChecker } from './schema/checker.ts';
import type { Purpose } from './schema/convert.ts';
import type { Fault } from './schema/problem.ts';

/** A provider's contract, opened: its operations, found by path, and the checks of their schemas. */
export interface Contract {
  readonly provider: Provider;
  readonly document: ApiDocument;
  readonly match: (path: string, query: Pairs) => readonly PathMatch[];
  /** By key, `GET /api/v1/users/{id}`; undefined: there is none. */
  readonly operation: (key: string) => Operation | undefined;
  readonly operationKeys: readonly string[];
  /** The method that an operation pages and is called by: the first of the table. */
  readonly methodOf: (operation: string) => ProviderMethod | undefined;
  /** Checks a value against a schema of the document, as a request or an answer may hold it. */
  readonly check: (purpose: Purpose, schema: JsonValue | undefined) => Check;
  readonly keyParameters: ReadonlySet<string>;
  /** The paths of the servers, the longest first, and none at all at the end. */
  readonly basePaths: readonly string[];
}

export interface ContractOptions {
  /**
   * What a request may say of `readOnly` members. OpenAPI says that it SHOULD NOT send them: they are not looked at
   * (the default), or refused.
   */
  readonly readOnly?: 'ignore' | 'refuse';
}

/** Values up to this length have all their faults told; of longer ones the first alone. */
const THOROUGH = 100_000;

/**
 * Opens a contract. Nothing of the document but its paths is read here: operations are read, and schemas compiled, when
 * they are first asked for. Throws a TypeError for what is no provider of this format.
 */
export function openContract(provider: Provider, { readOnly = 'ignore' }: ContractOptions = {}): Contract {
  checkProvider(provider);
  const document = openDocument(provider.document);
  const entries = pathsOf(document).map(remembering);
  const byKey = new Map<string, () => Operation>(
    entries.flatMap((entry) =>
      entry.methods.map(
        (method) => [`${method.toUpperCase()} ${entry.path}`, () => entry.read(method)] as const,
      ),
    ),
  );
  const methods = new Map<string, ProviderMethod>();
  for (const method of provider.methods)
    if (method.operation !== null && !methods.has(method.operation)) methods.set(method.operation, method);
  const checkerOf = remembered((key: string) => {
    const purpose = key.startsWith('request') ? 'request' : 'response';
    return createChecker({ document, purpose, readOnly, all: key.endsWith('all') });
  });
  return {
    provider,
    document,
    match: pathMatcher(entries),
    operation: (key) => byKey.get(key)?.(),
    operationKeys: [...byKey.keys()],
    methodOf: (operation) => methods.get(operation),
    keyParameters: keyParameters(document),
    basePaths: [...new Set([...serverPaths(document.root), ''])].sort((a, b) => b.length - a.length),
    check: (purpose, schema) => (value) => {
      const first = overflowing(() => checkerOf(`${purpose} first`)(schema)(value));
      if (first.length === 0 || first[0]?.keyword === 'depth' || isLong(value)) return first;
      return overflowing(() => checkerOf(`${purpose} all`)(schema)(value));
    },
  };
}

/** A value that is nested deeper than the stack goes. */
function overflowing(check: () => readonly Fault[]): readonly Fault[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ pointer: '', keyword: 'depth', message: 'is nested too deeply' }];
  }
}

/** Nested too deeply to be told, it is long as well. */
function isLong(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && JSON.stringify(value).length > THOROUGH;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return true;
  }
}

function remembering(entry: PathEntry): PathEntry {
  return { ...entry, read: remembered(entry.read) };
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
