import {
  type Operation,
  type PageMethod,
  type ResourcePage,
  type SqlVerb,
  uniqueNames,
} from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import { methodName, methodNames } from '../bind/method-name.ts';
import { isOrdinary, plainDeed } from '../bind/verbs.ts';
import { groupBy } from '../group-by.ts';
import { pathSegments } from '../path-segments.ts';
import { type DocumentedResource, documentedResources } from '../resources.ts';
import { inferredMethod, inferredPage } from './inferred-page.ts';

/** Path segments that say nothing of what they lead to. */
const PREFIX = /^(?:api|rest|v\d+(?:\.\d+)*)$/i;

/** Resources that no page documents, and what their methods are bound to. */
export interface InferredResources {
  readonly resources: readonly DocumentedResource[];
  readonly bindings: ReadonlyMap<PageMethod, Binding>;
}

interface Place {
  readonly operation: Operation;
  readonly service: string;
  /** The literal segments of the collection that the operation is about, its own last. */
  readonly collection: readonly string[];
  readonly verb: SqlVerb;
}

/**
 * Resources for a spec without pages, in the shape of pages: a service for each tag, a resource for each collection
 * (the last literal segment of the path), a method for each operation. A POST behind an item (`/users/{id}/activate`)
 * is an action, hence EXEC.
 */
export function inferResources(provider: string, operations: readonly Operation[]): InferredResources {
  const bindings = new Map<PageMethod, Binding>();
  const serviceOf = serviceNames(operations);
  const services = groupBy(
    operations.map((operation) => placeOf(operation, serviceOf(operation))),
    ({ service }) => service,
  );
  const pages = [...services].flatMap(([service, places]) =>
    [...groupBy(places, resourceNames(places))].map(([name, own]) => {
      const page = inferPage(`${provider}.${service}.${name}`, name, own);
      page.methods.forEach((method, i) => {
        const operation = own[i]?.operation ?? null;
        bindings.set(method, { operation, boundBy: 'operation-id', candidate: null });
      });
      return page;
    }),
  );
  return { resources: documentedResources(pages), bindings };
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

function literalsOf(path: string): readonly string[] {
  return pathSegments(path).filter((segment) => !segment.includes('{') && !PREFIX.test(segment));
}

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
  return { operation, service, collection, verb };
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

function inferPage(id: string, name: string, places: readonly Place[]): ResourcePage {
  const names = uniqueNames(places.map(({ operation, verb }) => nameOf(operation, verb)));
  const methods = places.map(({ verb }, i) => inferredMethod(names[i] ?? verb, verb));
  return inferredPage({ id, name, summary: '', methods });
}

function nameOf({ operationId }: Operation, verb: SqlVerb): string {
  return nameOfId(operationId) || verb;
}

function nameOfId(operationId: string | null): string {
  return methodNames(operationId ?? '').at(-1) ?? '';
}
