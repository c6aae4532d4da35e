import type { Operation, SqlVerb } from '@plumbline/model';
import { methodName, methodNames } from '../bind/method-name.ts';
import { isOrdinary, plainDeed } from '../bind/verbs.ts';
import { groupBy } from '../group-by.ts';
import { pathSegments } from '../path-segments.ts';
import { inferMethodNames, literalsOf, nameOfId } from './method-names.ts';

/** An operation, and what it is called without pages. */
export interface InferredMethod {
  readonly operation: Operation;
  readonly name: string;
  readonly verb: SqlVerb;
}

/** A collection of the API, and what can be done with it. */
export interface InferredResource {
  readonly service: string;
  readonly name: string;
  readonly methods: readonly InferredMethod[];
}

interface Place {
  readonly operation: Operation;
  readonly service: string;
  /** The literal segments of the collection that the operation is about, its own last. */
  readonly collection: readonly string[];
  readonly isDeed: boolean;
  readonly verb: SqlVerb;
}

/** What is inferred of each operation, under `service.resource.method`: pages that were made of the spec alone call it so. */
export function inferredMethods(operations: readonly Operation[]): ReadonlyMap<string, InferredMethod> {
  return new Map(
    groupOperations(operations).flatMap(({ service, name, methods }) =>
      methods.map((method) => [`${service}.${name}.${method.name}`, method] as const),
    ),
  );
}

/**
 * A service for each tag, a resource for each collection (the last literal segment of the path), a method for each operation.
 * A POST behind an item (`/users/{id}/activate`) is an action, hence EXEC.
 */
export function groupOperations(operations: readonly Operation[]): readonly InferredResource[] {
  const serviceOf = serviceNames(operations);
  const taken = new Set(operations.flatMap(({ operationId }) => methodNames(operationId ?? '')));
  const services = groupBy(
    operations.map((operation) => placeOf(operation, serviceOf(operation))),
    ({ service }) => service,
  );
  return [...services].flatMap(([service, places]) =>
    [...groupBy(places, resourceNames(places))].map(([name, own]) => {
      const names = inferMethodNames(own, taken);
      const methods = own.map(({ operation, verb }, i) => ({ operation, verb, name: names[i] ?? verb }));
      return { service, name, methods };
    }),
  );
}

/**
 * A service is a tag, or the first literal segment of the path: of specs that have a tag for each resource tags would
 * be too many services.
 */
function serviceNames(operations: readonly Operation[]): (operation: Operation) => string {
  const firstOf = ({ path }: Operation): string => literalsOf(path)[0] ?? 'root';
  const tags = new Set(operations.map((operation) => operation.tags[0] ?? firstOf(operation)));
  const segments = groupBy(operations, firstOf);
  // A segment that most paths begin with is a prefix.
  const isPrefixed = [...segments.values()].some((own) => own.length * 2 > operations.length);
  const areTagsFine = !isPrefixed && tags.size > segments.size * MOST_TAGS_A_SEGMENT;
  return (operation) => {
    const [tag] = areTagsFine ? [] : operation.tags;
    const name = (tag ?? firstOf(operation)).toLowerCase().replace(/[^\p{L}\p{N}$]+/gu, '_');
    return name.replace(/^_|_$/g, '') || 'root';
  };
}

const MOST_TAGS_A_SEGMENT = 2;

function placeOf(operation: Operation, service: string): Place {
  const { path, method } = operation;
  const segments = pathSegments(path);
  const literals = literalsOf(path);
  const endsInItem = segments.at(-1)?.includes('{') ?? false;
  const isAction = method === 'POST' && !endsInItem && segments.slice(0, -1).some((one) => one.includes('{'));
  // `POST /users/{id}/roles` adds to a collection, `POST /users/{id}/activate` is a deed: its word is no plural.
  const isDeed = isAction && !/s$/.test(literals.at(-1) ?? '');
  const collection = isDeed ? literals.slice(0, -1).filter((one) => one !== 'lifecycle') : literals;
  const verb = namedVerb(operation) ?? (isDeed ? 'exec' : verbOf(operation, endsInItem));
  return { operation, service, collection, isDeed, verb };
}

/** A POST may be anything: its operationId says what, where it begins with an ordinary word. */
function namedVerb({ method, operationId, path }: Operation): SqlVerb | null {
  if (method !== 'POST' || operationId === null) return null;
  const [word = ''] = nameOfId(operationId).split('_');
  // `uploadLogo` at `/logo` is a deed; `assignRole` at `/roles` may well add one.
  if (word !== '' && !isOrdinary(word) && /[^s}/]\/?$/.test(path)) return 'exec';
  switch (plainDeed(word)) {
    case 'create':
      return 'insert';
    case 'update':
      return 'update';
    case 'replace':
      return 'replace';
    default:
      return null;
  }
}

function verbOf({ method }: Operation, endsInItem: boolean): SqlVerb {
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'QUERY':
      return 'select';
    case 'POST':
      return endsInItem ? 'update' : 'insert';
    case 'PUT':
      return 'replace';
    case 'PATCH':
      return 'update';
    case 'DELETE':
      return 'delete';
    default:
      return 'exec';
  }
}

/** The last segment names a collection; where several end alike, the one before it does too. */
function resourceNames(places: readonly Place[]): (place: Place) => string {
  const shortName = ({ collection, service }: Place): string => toName(collection.at(-1) ?? service);
  const paths = new Map<string, Set<string>>();
  for (const place of places) {
    const name = shortName(place);
    paths.set(name, (paths.get(name) ?? new Set()).add(place.collection.join('/')));
  }
  return (place) => {
    const name = shortName(place);
    const isShared = (paths.get(name)?.size ?? 0) > 1;
    return isShared ? toName(place.collection.slice(-2).join('_')) || name : name;
  };
}

function toName(text: string): string {
  return methodName(text).replace(/^_+|(?<!_)_+$/g, '') || 'root';
}
